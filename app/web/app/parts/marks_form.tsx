// Marks: their kind, the PAHPI items of brown ones, and area and darkness by region.
import { useDraft } from "../drafts.ts";
import { choicesOf, kindOf } from "../kinds.ts";
import { titleOf } from "../words.ts";
import { t, word } from "../../texts/texts.ts";
import { numberOrText, type Typed } from "../record_body.ts";
import { takenOver } from "../record_form.ts";
import { ChoiceRow } from "./choice_row.tsx";
import { DayField } from "./day_field.tsx";
import { Field } from "./field.tsx";
import { MasiTable, masiRegions } from "./masi_table.tsx";
import { ObservationForm } from "./observation_form.tsx";
import type { FormProps } from "./observation_props.ts";
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

const indices = ["melanin_index", "erythema_index"];
const textNames = ["note", "rater", "device"];

interface MarksDraft {
  on: string;
  kind: string;
  none?: boolean; // looked for, and there are none
  pahpi: Typed;
  masi: Record<string, Typed>;
  fields: Typed; // melanin_index, erythema_index, device, rater, note
}

const given = (typed: Typed | undefined): [string, string][] =>
  Object.entries(typed ?? {}).filter(([, text]) => text.trim() !== "");
const numbers = (typed: Typed | undefined): Record<string, unknown> =>
  Object.fromEntries(given(typed).map(([name, text]) => [name, numberOrText(text)]));

const textsOf = (typed: Typed): Record<string, string> =>
  Object.fromEntries(given(typed).filter(([name]) => textNames.includes(name)));
const indicesOf = (typed: Typed): Typed => Object.fromEntries(given(typed).filter(([name]) => indices.includes(name)));

// Without marks nothing else of them is said; what was typed stays in the draft.
function marksBody({ on, kind, none, pahpi, masi, fields }: MarksDraft): Record<string, unknown> {
  const body = { on, ...(kind === "" ? {} : { kind }) };
  const { device, ...about } = textsOf(fields);
  if (none) return { ...body, marks: "none", ...about };
  return {
    ...body,
    ...(kind === "pih" && given(pahpi).length > 0 ? { pahpi: numbers(pahpi) } : {}),
    ...numbers(indicesOf(fields)),
    ...(device === undefined ? {} : { device }),
    ...about,
    regions: masiRegions
      .filter((region) => given(masi[region]).length > 0)
      .map((region) => ({ region, ...numbers(masi[region]) })),
  };
}

const isEmpty = (draft: MarksDraft): boolean =>
  draft.kind === "" ||
  (!draft.none &&
    [draft.pahpi, indicesOf(draft.fields), ...Object.values(draft.masi)].every((typed) => given(typed).length === 0));

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

export function MarksForm({ chartNumber, today, last, series, kinds }: FormProps) {
  const kind = takenOver(kindOf(kinds, "pigmentation"), "kind", last);
  const draft = useDraft<MarksDraft>(`pigmentation.${chartNumber}`, {
    on: today,
    kind,
    pahpi: {},
    masi: {},
    fields: {},
  });
  const { value } = draft;
  const field = (name: string, text: string): void =>
    draft.set((now) => ({ ...now, fields: { ...now.fields, [name]: text } }));
  const was = (name: string): string | undefined =>
    typeof last?.[name] === "number" ? t("observe.was_short", { value: String(last[name]) }) : undefined;
  return (
    <ObservationForm
      chartNumber={chartNumber}
      noun="pigmentation"
      draft={draft}
      body={marksBody(value)}
      empty={isEmpty(value)}
      series={series}
    >
      <p class="soft">{t("observe.marks_hint")}</p>
      <DayField draft={draft} />
      <ChoiceRow
        legend={t("frame.kind_of_marks")}
        value={value.kind}
        set={(next) => draft.set((now) => ({ ...now, kind: next }))}
        choices={choicesOf(kinds, "pigmentation", "kind").map((one) => ({ value: one, label: titleOf(one) }))}
      />
      <label class="tick">
        <input
          type="checkbox"
          checked={value.none ?? false}
          onChange={() => draft.set((now) => ({ ...now, none: !now.none }))}
        />{" "}
        {t("observe.marks_none")}
      </label>
      {!value.none && (
        <>
          {value.kind === "pih" && (
            <PahpiRows
              typed={value.pahpi}
              last={objectOf(last?.pahpi)}
              set={(item, points) => draft.set((now) => ({ ...now, pahpi: { ...now.pahpi, [item]: points } }))}
            />
          )}
          <MasiTable
            typed={value.masi}
            last={last?.regions}
            set={(region, item, text) =>
              draft.set((now) => ({ ...now, masi: { ...now.masi, [region]: { ...now.masi[region], [item]: text } } }))
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
    </ObservationForm>
  );
}
