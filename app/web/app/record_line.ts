// A record in one line, and the day it belongs to: pure, from its JSON.
import { number_text } from "./format.ts";
import { name_of, words } from "./messages.ts";
import type { Kept } from "./shapes.ts";

export const nouns = [
  "session", "acne", "scars", "pigmentation", "reading", "questionnaire", "event", "treatment", "application", "condition", "course", "score",
] as const;
export type Noun = (typeof nouns)[number];

export interface Entry {
  noun: Noun;
  record: Kept;
  at: string;
  line: string;
  kept: string[]; // of a session: what the safety rules said, and why it was done all the same
}

const text = (value: unknown): string => (value === null || value === undefined ? "" : String(value));
const rows_of = (value: unknown): Record<string, unknown>[] => (Array.isArray(value) ? (value as Record<string, unknown>[]) : []);
const quiet = new Set(["id", "patient", "version", "voided", "at", "on", "onset", "from", "course", "session"]);

const lesions = ["open_comedones", "closed_comedones", "papules", "pustules", "nodules", "cysts"];

function part_line(noun: Noun, part: Record<string, unknown>): string {
  const where = name_of(text(part.region ?? part.type));
  if (noun === "session") return `${where} ${text(part.depth_mm)} mm × ${text(part.passes)}`;
  if (noun === "acne") return `${where} ${lesions.reduce((sum, lesion) => sum + Number(part[lesion] ?? 0), 0)}`;
  if (noun === "scars") return `${where} ${text(part.amount)}`;
  return `${where} ${text(part.area)}/${text(part.darkness)}`;
}

function value_line(value: unknown): string {
  if (typeof value === "number") return number_text(value);
  if (typeof value === "boolean") return value ? words.yes : words.no;
  if (Array.isArray(value)) return value.map(text).join(" ");
  if (typeof value === "object" && value !== null) {
    return Object.entries(value).filter(([, each]) => each !== null).map(([name, each]) => `${name_of(name)} ${value_line(each)}`).join(", ");
  }
  return name_of(text(value));
}

// The parts first, then what else is given, with its label.
export function line_of(noun: Noun, record: Kept): string {
  const said: string[] = [];
  for (const list of ["areas", "regions", "counts"]) {
    const rows = rows_of(record[list]);
    if (rows.length > 0) said.push(rows.map((row) => part_line(noun, row)).join(", "));
  }
  for (const [name, value] of Object.entries(record)) {
    if (quiet.has(name) || value === null || rows_of(value).some((row) => typeof row === "object")) continue;
    if (Array.isArray(value) && value.length === 0) continue;
    if (name === "from") continue;
    const whole = words.whole_lines[`${noun}.${name}`];
    if (whole !== undefined) {
      said.push(whole);
      continue;
    }
    const label = words.fields[name] ?? name_of(name);
    said.push(["kind", "name", "device", "concern", "active", "instrument", "which", "what"].includes(name) ? value_line(value) : `${label.split(",")[0]} ${value_line(value)}`);
  }
  return said.join(" · ");
}

export const day_of = (record: Kept): string => text(record.at ?? record.on ?? record.onset ?? (typeof record.from === "string" ? record.from : null));

// What the safety rules said before a session; nothing for a caution, which asks for no reason.
export function kept_lines(findings: readonly Kept[], session: number): string[] {
  const said: string[] = [];
  for (const finding of findings) {
    if (finding.session !== session || finding.voided) continue;
    const because = text(finding.because);
    if (finding.level === "not_judged") said.push(words.kept.not_judged(because));
    else if (finding.not_asked) said.push(words.kept.not_asked(because));
    else if (finding.override) said.push(words.kept.in_spite(because, text(finding.override)));
  }
  return said;
}

// Newest first; what has no day comes last.
export function entries_of(lists: readonly { noun: Noun; records: readonly Kept[] }[], findings: readonly Kept[]): Entry[] {
  const all = lists.flatMap(({ noun, records }) =>
    records
      .filter((record) => noun !== "score" || record.from === null || record.from === undefined)
      .map((record) => ({ noun, record, at: day_of(record), line: line_of(noun, record), kept: noun === "session" ? kept_lines(findings, record.id) : [] })),
  );
  return all.sort((a, b) => (a.at === b.at ? b.record.id - a.record.id : a.at < b.at ? 1 : -1));
}
