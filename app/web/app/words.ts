// Words of the records as they are written for people.
import { capital, listText, numberText, plain } from "./format.ts";
import { t, word } from "../texts/texts.ts";
import type { Area } from "./shapes.ts";

// How a word of the records is written for people: "left_cheek" → "left cheek".
export const nameOf = (name: string): string => word("records.names", name) ?? plain(name);
export const titleOf = (name: string): string => capital(nameOf(name));

// A condition, or to what somebody is allergic.
export const conditionText = (kind: string, substance: string | null): string =>
  substance ? t("visit.alerts.allergic", { substance }) : titleOf(kind);

// What a field holds: a patient who "left" went away, a side "left" is the other than right.
export const valueOf = (field: string, value: string): string =>
  (field === "status" ? word("patients.statuses", value) : undefined) ?? nameOf(value);

const quoted = /("[^"]*")/; // what somebody typed stays as it is

const plainly = (text: string, name: (word: string) => string): string =>
  text
    .replace(/`([^`]*)`/g, "“$1”")
    .replace(/(^|[\s“(])--([a-z])/g, "$1$2")
    .replace(/\b[a-z]+(?:_[a-z0-9]+)+\b/g, name);

// A sentence of the program as people read it, without words of its records and of its command line: "filler_days" →
// "filler days", "run `check --quick`" → "run “check quick”".
export const spoken = (text: string, name: (word: string) => string = nameOf): string =>
  text
    .split(quoted)
    .map((part) => (quoted.test(part) ? part : plainly(part, name)))
    .join("");

export const sentence = (text: string): string => (text === "" || /[.!?؟…]\u2069?$/.test(text) ? text : `${text}.`);

// What a form calls a field: "depth_mm" → "Depth, mm".
// Some fields are called otherwise where they are of one kind.
export const labelOf = (field: string, noun = ""): string =>
  word("records.fields_of", `${noun}_${field}`) ?? word("records.fields", field) ?? titleOf(field);

// What a field of a kind means; nothing where no page shows it.
export const meaningOf = (noun: string, field: string): string | undefined =>
  word("records.hints", field) ??
  word("field", `${noun.replaceAll("-", "_")}.${field}.meaning`) ??
  word("field", `any.${field}.meaning`);

const memberOf = (value: unknown, name: string | number): unknown =>
  typeof value === "object" && value !== null ? (value as Record<string | number, unknown>)[name] : undefined;

// What a row of a record is of, where it says that: "left_cheek", "boxcar".
const keyOf = (row: unknown): string | undefined =>
  ["region", "type", "active", "device"].map((name) => memberOf(row, name)).find((key) => typeof key === "string");

// A member of what was sent, as people would say where it is: of "session.areas[0].depth_mm" "Left cheek, Depth, mm".
// A row that `sent` does not name is said by its number: "Areas 1"; empty where it is not of fields alone.
export function memberLabel(path: string, sent?: unknown): string {
  let value = sent;
  const steps = path.replace(/\/(\d+)(?=\/|$)/g, "[$1]").split(/[./]/);
  const parts = steps.map((part, at) => {
    const [, name = part, index] = /^(.*?)\[(\d+)\]$/.exec(part) ?? [];
    value = memberOf(value, name);
    const label = word("records.fields", name);
    if (index === undefined) return at === 0 && steps.length > 1 && word("records.nouns", name) ? "" : label;
    value = memberOf(value, Number(index));
    const key = keyOf(value);
    if (key !== undefined) return titleOf(key);
    if (label !== undefined) return `${label} ${numberText(Number(index) + 1)}`;
    return at + 1 < steps.length ? "" : undefined;
  });
  return parts.every((part) => part !== undefined) ? listText(parts.filter((part) => part !== "")) : "";
}

// "left cheek 1.5 mm × 4"
export const placeText = (region: string, depth: string | number, passes: string | number): string =>
  t("frame.area", { region, dose: t("frame.dose", { depth, passes }) });
export const areaText = (area: Area): string => placeText(nameOf(area.region), area.depth_mm, area.passes);
