// The sessions and courses of a patient, and the scales, read where a form has a field that names one.
import { patientPath, read } from "./api.ts";
import {
  courseChoices,
  scaleChoices,
  sessionChoices,
  type Instrument,
  type KnownChoice,
  type KnownChoices,
} from "./known_choices.ts";
import { useLoaded } from "./loading.ts";
import type { FieldKind, Kept } from "./shapes.ts";

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
