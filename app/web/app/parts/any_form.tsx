// A form for any other kind of record, made from its description.
import { useDraft } from "../drafts.ts";
import { kindOf } from "../kinds.ts";
import { useKnownChoices } from "../known_records.ts";
import { dayText } from "../format.ts";
import { t } from "../../texts/texts.ts";
import { bodyOf, emptyForm, type FormValue } from "../record_form.ts";
import { dayOf, lineOf } from "../record_line.ts";
import type { FieldKind } from "../shapes.ts";
import type { Form } from "../verbs.ts";
import { ObservationForm } from "./observe/observation_form.tsx";
import type { FormProps } from "./observe/observation_props.ts";
import { RecordFields } from "./record_fields.tsx";
import { QuestionnaireFields } from "./visit/questionnaire_fields.tsx";

// The day that a kind begins with, filled in with today.
const dayFields = ["on", "at", "onset"];
const askedItem = ["which", "answers"]; // of a questionnaire, which has fields of its own for them

// An appointment lies ahead: its day is not today's.
const startsToday = ({ noun }: Form, field: FieldKind): boolean =>
  dayFields.includes(field.name) && noun !== "appointment";

const narrowed = ({ only }: Form, field: FieldKind): FieldKind =>
  only?.field === field.name ? { ...field, choices: [...only.choices] } : field;

export function AnyForm({ chartNumber, today, last, series, kinds, form }: FormProps & { form: Form }) {
  const { noun, what } = form;
  const kind = kindOf(kinds, noun);
  const fields = (kind?.fields ?? [])
    .filter((field) => field.name !== "patient" && field.name !== "ended")
    .map((field) => narrowed(form, field));
  const fresh: FormValue = {
    ...emptyForm,
    fields: Object.fromEntries(fields.filter((field) => startsToday(form, field)).map((field) => [field.name, today])),
  };
  const draft = useDraft<FormValue>(`${what}.${chartNumber}`, fresh);
  const known = useKnownChoices(chartNumber, fields);
  if (kind === null) return null;
  const typed = fields.some(
    (field) => !startsToday(form, field) && (draft.value.fields[field.name] ?? "").trim() !== "",
  );
  const isQuestionnaire = noun === "questionnaire";
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
      {isQuestionnaire && <QuestionnaireFields kinds={kinds} typing={draft} />}
      <RecordFields
        kind={kind}
        fields={fields.filter((field) => !isQuestionnaire || !askedItem.includes(field.name))}
        draft={draft}
        series={series}
        known={known}
      />
    </ObservationForm>
  );
}
