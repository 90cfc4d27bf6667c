// Marks: their kind, the PAHPI items of brown ones, and area and darkness by region.
import { useDraft } from "../../drafts.ts";
import { choicesOf } from "../../kinds.ts";
import { titleOf } from "../../words.ts";
import { t, word } from "../../../texts/texts.ts";
import { freshMarks, indices, isEmptyMarks, marksBody, type MarksDraft } from "../../marks_draft.ts";
import type { Typed } from "../../record_body.ts";
import { ChoiceRow } from "../choice_row.tsx";
import { DayField } from "../day_field.tsx";
import { Field } from "../field.tsx";
import { MasiTable } from "./masi_table.tsx";
import { ObservationForm } from "./observation_form.tsx";
import type { FormProps, ObservedProps } from "./observation_props.ts";
import { RaterField } from "./rater_field.tsx";
// The points of each answer, as the scale gives them.
const pahpiPoints = {
  size: [2, 4, 6, 8],
  intensity: [3, 6, 9],
  number: [1, 2, 3, 4, 5],
} as const;
type PahpiItem = keyof typeof pahpiPoints;
const pahpiItems = Object.keys(pahpiPoints) as PahpiItem[];
const answerText = (item: PahpiItem, points: number): string =>
  word(`observe.pahpi.${item}`, `points_${points}`) ?? String(points);

const objectOf = (value: unknown): Record<string, unknown> =>
  typeof value === "object" && value !== null ? (value as Record<string, unknown>) : {};

interface PahpiRowsProps {
  typed: Typed;
  last: Record<string, unknown>;
  set: (item: string, points: string) => void;
}

function PahpiRows({ typed, last, set }: PahpiRowsProps) {
  return (
    <>
      {pahpiItems.map((item) => {
        const before = last[item];
        return (
          <ChoiceRow
            key={item}
            legend={`${t("observe.pahpi")}: ${t(`observe.pahpi.${item}.label`)}`}
            value={typed[item] ?? ""}
            set={(points) => set(item, points)}
            hint={typeof before === "number" ? t("observe.was_short", { value: answerText(item, before) }) : undefined}
            choices={pahpiPoints[item].map((points) => ({ value: String(points), label: answerText(item, points) }))}
          />
        );
      })}
    </>
  );
}

export function MarksFields({ typing, last, series, kinds }: ObservedProps<MarksDraft>) {
  const { value, set } = typing;
  const field = (name: string, text: string): void =>
    set((now) => ({ ...now, fields: { ...now.fields, [name]: text } }));
  const was = (name: string): string | undefined =>
    typeof last?.[name] === "number" ? t("observe.was_short", { value: Number(last[name]) }) : undefined;
  return (
    <>
      <ChoiceRow
        legend={t("frame.kind_of_marks")}
        value={value.kind}
        set={(next) => set((now) => ({ ...now, kind: next }))}
        choices={choicesOf(kinds, "pigmentation", "kind").map((one) => ({ value: one, label: titleOf(one) }))}
      />
      <label class="tick">
        <input
          type="checkbox"
          checked={value.none ?? false}
          onChange={() => set((now) => ({ ...now, none: !now.none }))}
        />{" "}
        {t("observe.marks_none")}
      </label>
      {!value.none && (
        <>
          {value.kind === "pih" && (
            <PahpiRows
              typed={value.pahpi}
              last={objectOf(last?.pahpi)}
              set={(item, points) => set((now) => ({ ...now, pahpi: { ...now.pahpi, [item]: points } }))}
            />
          )}
          <MasiTable
            typed={value.masi}
            last={last?.regions}
            set={(region, item, text) =>
              set((now) => ({ ...now, masi: { ...now.masi, [region]: { ...now.masi[region], [item]: text } } }))
            }
          />
          <div class="fields">
            {indices.map((name) => (
              <Field
                key={name}
                label={word("records.fields", name) ?? name}
                type="number"
                hint={was(name)}
                value={value.fields[name] ?? ""}
                set={(text) => field(name, text)}
              />
            ))}
            <Field
              label={t("observe.marks_device")}
              hint={t("observe.marks_device_hint")}
              value={value.fields.device ?? ""}
              set={(text) => field("device", text)}
            />
          </div>
        </>
      )}
      <div class="fields">
        <RaterField series={series} value={value.fields.rater ?? ""} set={(text) => field("rater", text)} />
      </div>
      <Field
        label={t("records.fields.note") ?? ""}
        long
        value={value.fields.note ?? ""}
        set={(text) => field("note", text)}
      />
    </>
  );
}

export function MarksForm({ chartNumber, today, last, series, kinds }: FormProps) {
  const draft = useDraft<MarksDraft>(`pigmentation.${chartNumber}`, freshMarks(today, kinds, last));
  return (
    <ObservationForm
      chartNumber={chartNumber}
      noun="pigmentation"
      draft={draft}
      body={marksBody(draft.value)}
      empty={isEmptyMarks(draft.value)}
      series={series}
    >
      <p class="soft">{t("observe.marks_hint")}</p>
      <DayField draft={draft} />
      <MarksFields typing={draft} last={last} series={series} kinds={kinds} />
    </ObservationForm>
  );
}
