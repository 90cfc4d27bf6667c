// A patient's records put together by the day of the visit they belong to, each visit in a line. Pure.
import { lesions } from "./acne_count.ts";
import { listText, numberText } from "./format.ts";
import { measureName } from "./measure.ts";
import { textOf } from "./record_body.ts";
import type { Entry } from "./record_line.ts";
import { forms, verbOf, verbs, type Verb } from "./verbs.ts";
import { nameOf } from "./words.ts";
import { t, word } from "../texts/texts.ts";

export interface Visit {
  day: string; // as far as it is known; empty where no day is recorded
  entries: Entry[]; // in the order of the verbs, then of the clock
  ahead: boolean; // after today
}

const rowsOf = (value: unknown): Record<string, unknown>[] =>
  Array.isArray(value) ? (value as Record<string, unknown>[]) : [];

export const entryVerb = ({ noun, record }: Entry): Verb => verbOf(noun, record);

// Newest first, as the entries are.
export function visitsOf(entries: readonly Entry[], today: string): Visit[] {
  const days = new Map<string, Entry[]>();
  for (const entry of entries) {
    const day = entry.at.slice(0, 10);
    days.set(day, [...(days.get(day) ?? []), entry]);
  }
  const rank = (entry: Entry): number =>
    verbs.indexOf(entryVerb(entry)) * forms.length + forms.findIndex(({ noun }) => noun === entry.noun);
  return [...days].map(([day, ofDay]) => ({
    day,
    entries: ofDay.sort((a, b) => rank(a) - rank(b) || a.at.localeCompare(b.at)),
    ahead: day.slice(0, 10) > today,
  }));
}

// Of a session its place among all that count, from 1.
export function sessionNumbers(entries: readonly Entry[]): Map<number, number> {
  const sessions = entries
    .filter(({ noun, record }) => noun === "session" && !record.voided)
    .sort((a, b) => a.at.localeCompare(b.at));
  return new Map(sessions.map(({ record }, index) => [record.id, index + 1]));
}

function regionsText(areas: readonly Record<string, unknown>[]): string {
  const names = [...new Set(areas.map((area) => nameOf(textOf(area.region))))];
  const most = 4;
  if (names.length <= most) return listText(names);
  return t("patient.visits.regions_more", {
    list: listText(names.slice(0, most - 1)),
    count: names.length - most + 1,
  });
}

function scoreText(instrument: string, value: unknown): string {
  return t("patient.visits.value", {
    what: measureName({ instrument, name: nameOf(instrument) }),
    value: numberText(Number(value)),
  });
}

// The shortest that says what it was; its whole line stands behind it.
export function briefly({ noun, record }: Entry, numbers: ReadonlyMap<number, number>): string {
  const name = word("records.nouns", noun);
  switch (noun) {
    case "session": {
      const number = numbers.get(record.id);
      const regions = regionsText(rowsOf(record.areas));
      return number === undefined ? `${name}: ${regions}` : t("patient.visits.session", { number, regions });
    }
    case "acne": {
      const regions = rowsOf(record.regions);
      const count = regions.flatMap((region) => lesions.map((lesion) => Number(region[lesion] ?? 0)));
      if (regions.length > 0 || record.rest === "clear")
        return t("observe.total", { count: count.reduce((sum, each) => sum + each, 0) });
      return record.iga === null || record.iga === undefined ? name : scoreText("iga", record.iga);
    }
    case "scars":
      return record.goodman_baron_grade === null || record.goodman_baron_grade === undefined
        ? name
        : t("patient.visits.scar_grade", { grade: numberText(Number(record.goodman_baron_grade)) });
    case "pigmentation":
      return nameOf(textOf(record.kind));
    case "reading":
      return nameOf(textOf(record.what));
    case "questionnaire":
      return t("patient.visits.asked", { which: textOf(record.which).toUpperCase() });
    case "score":
      return scoreText(textOf(record.instrument), record.value);
    case "application":
      return nameOf(textOf(record.active ?? record.product));
    case "course":
      return t("patient.visits.course", { concern: nameOf(textOf(record.concern)) });
    case "treatment":
      return textOf(record.name) === "" ? nameOf(textOf(record.kind)) : textOf(record.name);
    case "event":
      return t("patient.visits.event", { kind: nameOf(textOf(record.kind)) });
    case "condition":
      return nameOf(textOf(record.substance) === "" ? textOf(record.kind) : textOf(record.substance));
    case "appointment":
      return `${name}: ${nameOf(textOf(record.status))}`;
    case "contact":
      return nameOf(textOf(record.outcome));
  }
}

// What stands in a visit's line of one verb: each thing once.
export const lineOfVerb = (visit: Visit, verb: Verb, numbers: ReadonlyMap<number, number>): string[] => [
  ...new Set(
    visit.entries
      .filter((entry) => !entry.record.voided && entryVerb(entry) === verb)
      .map((entry) => briefly(entry, numbers)),
  ),
];

const heldFields = (visit: Visit, names: readonly string[]): string[] => [
  ...new Set(
    visit.entries
      .filter(({ record }) => !record.voided)
      .flatMap(({ record }) => names.map((name) => textOf(record[name])))
      .filter((text) => text !== ""),
  ),
];

export const lotsOf = (visit: Visit): string[] => heldFields(visit, ["lot"]);
export const peopleOf = (visit: Visit): string[] => heldFields(visit, ["operator", "rater"]);

// A stop or a sign-off that somebody went on over, or that nobody was asked about.
export const overridesOf = (visit: Visit): Entry[] =>
  visit.entries.filter(({ record, kept }) => !record.voided && kept.length > 0);
