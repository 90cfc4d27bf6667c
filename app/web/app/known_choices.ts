// What a field that names another record can name: chosen in words, never typed as an id or a code. Pure.
import { capital, dayText, listText, momentText } from "./format.ts";
import { measureName } from "./measure.ts";
import { textOf } from "./record_body.ts";
import type { Kept } from "./shapes.ts";
import { nameOf } from "./words.ts";

export interface KnownChoice {
  value: string;
  label: string;
}
export type KnownChoices = Readonly<Record<string, readonly KnownChoice[]>>;

const regionsOf = (session: Kept): string =>
  Array.isArray(session.areas)
    ? listText((session.areas as Record<string, unknown>[]).map((area) => nameOf(textOf(area.region))))
    : "";

const newestFirst = (a: Kept, b: Kept): number => textOf(b.at ?? b.on).localeCompare(textOf(a.at ?? a.on));
const open = (records: readonly Kept[]): Kept[] => records.filter((one) => !one.voided).sort(newestFirst);

export const sessionChoices = (sessions: readonly Kept[]): KnownChoice[] =>
  open(sessions).map((one) => ({
    value: String(one.id),
    label: `${momentText(textOf(one.at).slice(0, 16))}: ${regionsOf(one)}`,
  }));

export const courseChoices = (courses: readonly Kept[]): KnownChoice[] =>
  open(courses).map((one) => ({
    value: String(one.id),
    label: `${capital(nameOf(textOf(one.concern)))}: ${dayText(textOf(one.on))}`,
  }));

export interface Instrument {
  code: string;
  name: string;
}

export const scaleChoices = (instruments: readonly Instrument[]): KnownChoice[] =>
  instruments
    .map(({ code, name }) => ({ value: code, label: measureName({ instrument: code, name }) }))
    .sort((a, b) => a.label.localeCompare(b.label));
