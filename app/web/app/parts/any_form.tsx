// A form for any other kind of record, made from its description.
import { use_draft } from "../drafts.ts";
import { kind_of } from "../kinds.ts";
import { day_text } from "../format.ts";
import { words } from "../messages.ts";
import { body_of, empty_form, part_fields, type FormValue } from "../record_form.ts";
import { day_of, line_of, type Noun } from "../record_line.ts";
import { KindFields } from "./kind_fields.tsx";
import { ObservationForm } from "./observation_form.tsx";
import type { FormProps } from "./observation_props.ts";
import { PartRows } from "./part_rows.tsx";

// The day that a kind begins with, filled in with today.
const day_fields = ["on", "at", "onset"];

export function AnyForm({ chart, today, last, series, kinds, noun }: FormProps & { noun: Noun }) {
  const kind = kind_of(kinds, noun);
  const fields = (kind?.fields ?? []).filter((field) => field.name !== "patient" && field.name !== "ended");
  const fresh: FormValue = {
    ...empty_form,
    fields: Object.fromEntries(fields.filter((field) => day_fields.includes(field.name)).map((field) => [field.name, today])),
  };
  const draft = use_draft<FormValue>(`${noun}.${chart}`, fresh);
  if (kind === null) return null;
  const typed = fields.some((field) => !day_fields.includes(field.name) && (draft.value.fields[field.name] ?? "").trim() !== "");
  return (
    <ObservationForm chart={chart} noun={noun} draft={draft} body={body_of(kind, draft.value)} empty={!typed} series={series}>
      {last && <p class="soft"><bdi>{words.observe.was(line_of(noun, last), day_text(day_of(last)))}</bdi></p>}
      <KindFields series={series} fields={fields} value={draft.value.fields} set={(next) => draft.set((now) => ({ ...now, fields: next(now.fields) }))} />
      {kind.parts && <PartRows fields={part_fields(kind)} rows={draft.value.parts} set={(parts) => draft.set((now) => ({ ...now, parts }))} />}
    </ObservationForm>
  );
}
