// Scars: a grade, and counts by type, with what was there last time.
import { useDraft } from "../drafts.ts";
import { dayText } from "../format.ts";
import { kindOf } from "../kinds.ts";
import { titleOf } from "../words.ts";
import { t } from "../../texts/texts.ts";
import { numberOrText, type Typed } from "../record_body.ts";
import { ChoiceRow } from "./choice_row.tsx";
import { DayField } from "./day_field.tsx";
import { Field } from "./field.tsx";
import { ObservationForm } from "./observation_form.tsx";
import type { FormProps } from "./observation_props.ts";
import { RaterField } from "./rater_field.tsx";
const questions = ["contour", "visible_at_50cm", "coverable", "flattens"];

interface ScarsDraft {
  on: string;
  grade: string;
  answers: Typed; // contour … by "yes" or "no"
  counts: Typed; // by type
  rest?: boolean; // types that are not counted were looked for, and there are none
  rater?: string;
  note: string;
}

function scarsBody(draft: ScarsDraft): Record<string, unknown> {
  const answers = Object.entries(draft.answers).filter(([, answer]) => answer !== "");
  const counts = Object.entries(draft.counts).filter(([, amount]) => amount.trim() !== "");
  return {
    on: draft.on,
    ...(draft.grade === "" ? {} : { goodman_baron_grade: Number(draft.grade) }),
    ...(answers.length === 0
      ? {}
      : { goodman_baron: Object.fromEntries(answers.map(([name, answer]) => [name, answer === "yes"])) }),
    ...(draft.rest ? { rest: "none" } : {}),
    ...((draft.rater ?? "").trim() === "" ? {} : { rater: draft.rater }),
    ...(draft.note.trim() === "" ? {} : { note: draft.note }),
    counts: counts.map(([type, amount]) => ({ type, amount: numberOrText(amount) })),
  };
}

const isEmpty = (draft: ScarsDraft): boolean =>
  !draft.rest &&
  draft.grade === "" &&
  [...Object.values(draft.answers), ...Object.values(draft.counts)].every((text) => text.trim() === "");

export function ScarsForm({ chartNumber, today, last, series, kinds }: FormProps) {
  const draft = useDraft<ScarsDraft>(`scars.${chartNumber}`, {
    on: today,
    grade: "",
    answers: {},
    counts: {},
    rest: false,
    rater: "",
    note: "",
  });
  const { value } = draft;
  const types = kindOf(kinds, "scars")?.parts?.fields.find((field) => field.name === "type")?.choices ?? [];
  const rows = last !== null && Array.isArray(last.counts) ? (last.counts as { type: string; amount: number }[]) : [];
  const yesNo = [
    { value: "yes", label: t("frame.yes") },
    { value: "no", label: t("frame.no") },
  ];
  return (
    <ObservationForm
      chartNumber={chartNumber}
      noun="scars"
      draft={draft}
      body={scarsBody(value)}
      empty={isEmpty(value)}
      series={series}
    >
      <p class="soft">{t("observe.scars_hint")}</p>
      <DayField draft={draft} />
      <ChoiceRow
        legend={t("records.fields.goodman_baron_grade") ?? ""}
        value={value.grade}
        set={(grade) => draft.set((now) => ({ ...now, grade }))}
        hint={
          typeof last?.goodman_baron_grade === "number"
            ? t("observe.was", { value: String(last.goodman_baron_grade), day: dayText(String(last.on)) })
            : undefined
        }
        choices={["0", "1", "2", "3", "4"].map((grade) => ({ value: grade, label: grade }))}
      />
      <details>
        <summary>{t("observe.grade_help")}</summary>
        {questions.map((name) => (
          <ChoiceRow
            key={name}
            legend={titleOf(name)}
            choices={yesNo}
            value={value.answers[name] ?? ""}
            set={(answer) => draft.set((now) => ({ ...now, answers: { ...now.answers, [name]: answer } }))}
          />
        ))}
      </details>
      <div class="fields fields-small">
        {types.map((type) => {
          const was = rows.find((row) => row.type === type);
          return (
            <Field
              key={type}
              label={titleOf(type)}
              type="number"
              value={value.counts[type] ?? ""}
              hint={was ? t("observe.was_short", { value: String(was.amount) }) : undefined}
              set={(amount) => draft.set((now) => ({ ...now, counts: { ...now.counts, [type]: amount } }))}
            />
          );
        })}
      </div>
      <div class="stack-tight">
        <label class="tick">
          <input
            type="checkbox"
            checked={value.rest ?? false}
            onChange={() => draft.set((now) => ({ ...now, rest: !now.rest }))}
          />{" "}
          {t("observe.scars_rest")}
        </label>
        <p class="soft small">{t("observe.scars_rest_hint")}</p>
      </div>
      <div class="fields">
        <RaterField
          series={series}
          value={value.rater ?? ""}
          set={(rater) => draft.set((now) => ({ ...now, rater }))}
        />
      </div>
      <Field
        label={t("records.fields.note") ?? ""}
        long
        value={value.note}
        set={(note) => draft.set((now) => ({ ...now, note }))}
      />
    </ObservationForm>
  );
}
