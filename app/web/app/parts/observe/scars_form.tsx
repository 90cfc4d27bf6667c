// Scars: a grade, and counts by type, with what was there last time.
import { useDraft } from "../../drafts.ts";
import { dayText } from "../../format.ts";
import { kindOf } from "../../kinds.ts";
import { titleOf } from "../../words.ts";
import { t } from "../../../texts/texts.ts";
import { freshScars, isEmptyScars, scarsBody, type ScarsDraft } from "../../scars_draft.ts";
import { ChoiceRow } from "../choice_row.tsx";
import { Counter } from "../counter.tsx";
import { DayField } from "../day_field.tsx";
import { Field } from "../field.tsx";
import { ObservationForm } from "./observation_form.tsx";
import type { FormProps, ObservedProps } from "./observation_props.ts";
import { RaterField } from "./rater_field.tsx";
import { SkinDrawing } from "./skin_drawing.tsx";
const questions = ["contour", "visible_at_50cm", "coverable", "flattens"];

// The types of the scales that count them, each with its drawing; what is measured has a field.
const scales: [string, (type: string) => boolean][] = [
  ["goodman_baron", (type) => !type.startsWith("ecca_")],
  ["ecca", (type) => type.startsWith("ecca_")],
];
const isMeasured = (type: string): boolean => type.endsWith("_cm2");

export function ScarsFields({ typing, last, series, kinds }: ObservedProps<ScarsDraft>) {
  const { value, set } = typing;
  const types = kindOf(kinds, "scars")?.parts?.fields.find((field) => field.name === "type")?.choices ?? [];
  const rows = last !== null && Array.isArray(last.counts) ? (last.counts as { type: string; amount: number }[]) : [];
  const setCount = (type: string, amount: string): void =>
    set((now) => ({ ...now, counts: { ...now.counts, [type]: amount } }));
  const yesNo = [
    { value: "yes", label: t("frame.yes") },
    { value: "no", label: t("frame.no") },
  ];
  return (
    <>
      <ChoiceRow
        legend={t("records.fields.goodman_baron_grade") ?? ""}
        value={value.grade}
        set={(grade) => set((now) => ({ ...now, grade }))}
        hint={
          typeof last?.goodman_baron_grade === "number"
            ? t("observe.was", { value: last.goodman_baron_grade, day: dayText(String(last.on)) })
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
            set={(answer) => set((now) => ({ ...now, answers: { ...now.answers, [name]: answer } }))}
          />
        ))}
      </details>
      {scales.map(([scale, isOf]) => (
        <section key={scale} class="scar-types">
          <h3>{scale === "ecca" ? t("observe.scars_by_ecca") : t("observe.scars_by_type")}</h3>
          <div class="counters counters-wide">
            {types
              .filter((type) => isOf(type) && !isMeasured(type))
              .map((type) => (
                <Counter
                  key={type}
                  label={titleOf(type)}
                  drawing={<SkinDrawing of={type} />}
                  blank={(value.counts[type] ?? "") === ""}
                  value={Number(value.counts[type] ?? 0)}
                  was={rows.find((row) => row.type === type)?.amount ?? null}
                  set={(amount) => setCount(type, String(Math.max(0, amount)))}
                />
              ))}
          </div>
        </section>
      ))}
      <div class="fields">
        {types.filter(isMeasured).map((type) => {
          const was = rows.find((row) => row.type === type);
          return (
            <Field
              key={type}
              label={titleOf(type)}
              type="number"
              value={value.counts[type] ?? ""}
              hint={was ? t("observe.was_short", { value: was.amount }) : undefined}
              set={(amount) => setCount(type, amount)}
            />
          );
        })}
      </div>
      <div class="stack-tight">
        <label class="tick">
          <input
            type="checkbox"
            checked={value.rest ?? false}
            onChange={() => set((now) => ({ ...now, rest: !now.rest }))}
          />{" "}
          {t("observe.scars_rest")}
        </label>
        <p class="soft small">{t("observe.scars_rest_hint")}</p>
      </div>
      <div class="fields">
        <RaterField series={series} value={value.rater ?? ""} set={(rater) => set((now) => ({ ...now, rater }))} />
      </div>
      <Field
        label={t("records.fields.note") ?? ""}
        long
        value={value.note}
        set={(note) => set((now) => ({ ...now, note }))}
      />
    </>
  );
}

export function ScarsForm({ chartNumber, today, last, series, kinds }: FormProps) {
  const draft = useDraft<ScarsDraft>(`scars.${chartNumber}`, freshScars(today));
  return (
    <ObservationForm
      chartNumber={chartNumber}
      noun="scars"
      draft={draft}
      body={scarsBody(draft.value)}
      empty={isEmptyScars(draft.value)}
      series={series}
    >
      <h2 class="hidden">{t("visit.skin.title.scars")}</h2>
      <p class="soft">{t("observe.scars_hint")}</p>
      <DayField draft={draft} />
      <ScarsFields typing={draft} last={last} series={series} kinds={kinds} />
    </ObservationForm>
  );
}
