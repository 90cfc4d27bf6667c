// A form for any other kind of record, made from its description.
import { useDraft } from "../drafts.ts";
import { kindOf } from "../kinds.ts";
import { dayText } from "../format.ts";
import { t } from "../../texts/texts.ts";
import { bodyOf, emptyForm, type FormValue } from "../record_form.ts";
import { dayOf, lineOf, type Noun } from "../record_line.ts";
import { ObservationForm } from "./observe/observation_form.tsx";
import type { FormProps } from "./observe/observation_props.ts";
import { RecordFields } from "./record_fields.tsx";

// The day that a kind begins with, filled in with today.
const dayFields = ["on", "at", "onset"];

export function AnyForm({ chartNumber, today, last, series, kinds, noun }: FormProps & { noun: Noun }) {
  const kind = kindOf(kinds, noun);
  const fields = (kind?.fields ?? []).filter((field) => field.name !== "patient" && field.name !== "ended");
  const fresh: FormValue = {
    ...emptyForm,
    fields: Object.fromEntries(
      fields.filter((field) => dayFields.includes(field.name)).map((field) => [field.name, today]),
    ),
  };
  const draft = useDraft<FormValue>(`${noun}.${chartNumber}`, fresh);
  if (kind === null) return null;
  const typed = fields.some(
    (field) => !dayFields.includes(field.name) && (draft.value.fields[field.name] ?? "").trim() !== "",
  );
  return (
    <ObservationForm
      chartNumber={chartNumber}
      noun={noun}
      draft={draft}
      body={bodyOf(kind, draft.value)}
      empty={!typed}
      series={series}
    >
      {last && (
        <p class="soft">
          <bdi>{t("observe.was", { value: lineOf(noun, last), day: dayText(dayOf(last)) })}</bdi>
        </p>
      )}
      <RecordFields kind={kind} fields={fields} draft={draft} series={series} />
    </ObservationForm>
  );
}
