// What a field that names another record can name: chosen in words, never typed as an id or a code.
import { patientPath, read } from "./api.ts";
import { dayText, listText, momentText } from "./format.ts";
import { useLoaded } from "./loading.ts";
import { measureName } from "./measure.ts";
import { textOf } from "./record_body.ts";
import type { FieldKind, Kept } from "./shapes.ts";
import { capital } from "./format.ts";
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

interface Instrument {
  code: string;
  name: string;
}

export const scaleChoices = (instruments: readonly Instrument[]): KnownChoice[] =>
  instruments
    .map(({ code, name }) => ({ value: code, label: measureName({ instrument: code, name }) }))
    .sort((a, b) => a.label.localeCompare(b.label));

// Those that the fields ask for; nothing until they are read.
export function useKnownChoices(chartNumber: string, fields: readonly FieldKind[]): KnownChoices {
  const wants = (name: string): boolean => fields.some((field) => field.name === name);
  const wanted = ["session", "course", "instrument"].filter(wants).join(" ");
  const known = useLoaded(async () => {
    const [sessions, courses, instruments] = await Promise.all([
      wants("session") ? read<Kept[]>(patientPath(chartNumber, "/session"), "list") : null,
      wants("course") ? read<Kept[]>(patientPath(chartNumber, "/course"), "list") : null,
      wants("instrument") ? read<Instrument[]>("/instruments", "list") : null,
    ]);
    const value: Record<string, KnownChoice[]> = {};
    if (sessions?.ok) value.session = sessionChoices(sessions.value);
    if (courses?.ok) value.course = courseChoices(courses.value);
    if (instruments?.ok) value.instrument = scaleChoices(instruments.value);
    return { ok: true as const, value };
  }, [chartNumber, wanted]);
  return known.value ?? {};
}
