// A record in one line, and the day it belongs to: pure, from its JSON.
import { lesions } from "./acne_count.ts";
import { asRecorded, ruleTextOf, type SaidText } from "./finding_text.ts";
import { intervalText, listText, momentText, numberText, quantityText } from "./format.ts";
import { nameOf, placeText } from "./words.ts";
import { t, word } from "../texts/texts.ts";
import type { Given } from "../texts/message.ts";
import { textOf } from "./record_body.ts";
import type { Kept } from "./shapes.ts";

export const nouns = [
  "session",
  "acne",
  "scars",
  "pigmentation",
  "reading",
  "questionnaire",
  "event",
  "treatment",
  "application",
  "condition",
  "course",
  "score",
  "appointment",
  "contact",
] as const;
export type Noun = (typeof nouns)[number];

export interface Entry {
  noun: Noun;
  record: Kept;
  at: string;
  line: string;
  kept: KeptLine[]; // of a session: what the safety rules said, and why it was done all the same
}

// What can be corrected and voided: of a patient, or of the clinic's stock.
export type Changeable = Omit<Entry, "noun"> & { noun: Noun | "stock" };

export interface KeptLine {
  text: string;
  recorded?: SaidText; // what it rested on, where the line does not say it in its own language
}

const rowsOf = (value: unknown): Record<string, unknown>[] =>
  Array.isArray(value) ? (value as Record<string, unknown>[]) : [];
const quiet = new Set(["id", "patient", "version", "voided", "at", "on", "onset", "from", "course", "session"]);

function partLine(noun: Noun, part: Record<string, unknown>): string {
  const where = nameOf(textOf(part.region ?? part.type));
  if (noun === "session") return placeText(where, Number(part.depth_mm), Number(part.passes));
  if (noun === "acne") return `${where} ${lesions.reduce((sum, lesion) => sum + Number(part[lesion] ?? 0), 0)}`;
  if (noun === "scars") return `${where} ${textOf(part.amount)}`;
  return `${where} ${textOf(part.area)}/${textOf(part.darkness)}`;
}

const isDay = /^\d{4}-\d\d(-\d\d(T\d\d:\d\d(:\d\d)?)?)?$/;

function valueLine(value: unknown): string {
  if (typeof value === "number") return numberText(value);
  if (typeof value === "boolean") return value ? t("frame.yes") : t("frame.no");
  if (Array.isArray(value)) return listText(value.map((each) => (each === null ? "–" : textOf(each))));
  if (typeof value === "object" && value !== null) {
    const given = Object.entries(value).filter(([, each]) => each !== null);
    return listText(given.map(([name, each]) => `${nameOf(name)} ${valueLine(each)}`));
  }
  const text = textOf(value);
  return isDay.test(text) ? momentText(text) : nameOf(text);
}

// Without what a form says of the unit or the range: "Needle diameter", not "Needle diameter, mm".
const labelOf = (name: string): string =>
  word("records.line_labels", name) ?? word("records.fields", name) ?? nameOf(name);

// In what a scale or a reading is measured (UCUM); nothing where it is not known.
export type UnitOf = (instrument: string) => string;

// The parts first, then what else is given, with its label.
export function lineOf(noun: Noun, record: Kept, unitOf: UnitOf = () => ""): string {
  const lines: string[] = [];
  for (const list of ["areas", "regions", "counts"]) {
    const rows = rowsOf(record[list]);
    if (rows.length > 0) lines.push(listText(rows.map((row) => partLine(noun, row))));
  }
  for (const [name, value] of Object.entries(record)) {
    if (quiet.has(name) || value === null || rowsOf(value).some((row) => typeof row === "object")) continue;
    if (Array.isArray(value) && value.length === 0) continue;
    const whole = word("records.whole_lines", `${noun}.${name}`);
    if (whole !== undefined) {
      lines.push(whole);
      continue;
    }
    if (name === "value" && typeof value === "number") {
      lines.push(quantityText(value, unitOf(textOf(record.what ?? record.instrument))));
      continue;
    }
    if (name === "every") {
      lines.push(intervalText(textOf(value)));
      continue;
    }
    lines.push(
      ["kind", "name", "device", "concern", "active", "instrument", "which", "what"].includes(name)
        ? valueLine(value)
        : `${labelOf(name)} ${valueLine(value)}`,
    );
  }
  return lines.join(" · ");
}

export const dayOf = (record: Kept): string =>
  textOf(record.at ?? record.on ?? record.onset ?? (typeof record.from === "string" ? record.from : null));

// The rule in the language in use, without its full stop, or how grave it was.
function briefly(finding: Kept): string {
  const said = ruleTextOf({ rule: textOf(finding.rule) });
  const level = textOf(finding.level);
  return said?.text.replace(/\.$/, "") ?? word("session.levels", level) ?? level;
}

function keptText(finding: Kept, because: Given): string | null {
  if (finding.level === "not_judged") return t("session.kept.not_judged", { because });
  if (finding.not_asked) return t("session.kept.not_asked", { because });
  if (!finding.override) return null;
  const [reason, signer] = [textOf(finding.override), textOf(finding.signed_by ?? "")];
  return signer === ""
    ? t("session.kept.in_spite", { because, reason })
    : t("session.kept.signed", { because, reason, signer });
}

// What the safety rules said before a session; nothing for a caution, which asks for no reason.
export function keptLines(findings: readonly Kept[], session: number): KeptLine[] {
  const lines: KeptLine[] = [];
  for (const finding of findings) {
    if (finding.session !== session || finding.voided) continue;
    const recorded = asRecorded(textOf(finding.because));
    const because = recorded.lang ? { text: briefly(finding) } : recorded.text;
    const text = keptText(finding, because);
    if (text !== null) lines.push(recorded.lang ? { text, recorded } : { text });
  }
  return lines;
}

// Newest first; what has no day comes last.
export function entriesOf(
  lists: readonly { noun: Noun; records: readonly Kept[] }[],
  findings: readonly Kept[],
  unitOf?: UnitOf,
): Entry[] {
  const all = lists.flatMap(({ noun, records }) =>
    records
      .filter((record) => noun !== "score" || record.from === null || record.from === undefined)
      .map((record) => ({
        noun,
        record,
        at: dayOf(record),
        line: lineOf(noun, record, unitOf),
        kept: noun === "session" ? keptLines(findings, record.id) : [],
      })),
  );
  return all.sort((a, b) => (a.at === b.at ? b.record.id - a.record.id : a.at < b.at ? 1 : -1));
}
