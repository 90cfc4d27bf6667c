// Marks: their kind, the PAHPI items of brown ones, and area and darkness by region.
import { use_draft } from "../drafts.ts";
import { choices_of } from "../kinds.ts";
import { title_of, words } from "../messages.ts";
import { number_or_text, type Typed } from "../record_body.ts";
import { ChoiceRow } from "./choice_row.tsx";
import { Field } from "./field.tsx";
import { MasiTable, masi_regions } from "./masi_table.tsx";
import { ObservationForm } from "./observation_form.tsx";
import type { FormProps } from "./observation_props.ts";
import { RaterField } from "./rater_field.tsx";

const said = words.observe;
const indices = ["melanin_index", "erythema_index"];
const texts = ["note", "rater", "device"];

interface MarksDraft {
  on: string;
  kind: string;
  none?: boolean; // looked for, and there are none
  pahpi: Typed;
  masi: Record<string, Typed>;
  fields: Typed; // melanin_index, erythema_index, device, rater, note
}

const given = (typed: Typed | undefined): [string, string][] => Object.entries(typed ?? {}).filter(([, text]) => text.trim() !== "");
const numbers = (typed: Typed | undefined): Record<string, unknown> =>
  Object.fromEntries(given(typed).map(([name, text]) => [name, number_or_text(text)]));

const texts_of = (typed: Typed): Record<string, string> => Object.fromEntries(given(typed).filter(([name]) => texts.includes(name)));
const indices_of = (typed: Typed): Typed => Object.fromEntries(given(typed).filter(([name]) => indices.includes(name)));

// Without marks nothing else of them is said; what was typed stays in the draft.
function marks_body({ on, kind, none, pahpi, masi, fields }: MarksDraft): Record<string, unknown> {
  const body = { on, ...(kind === "" ? {} : { kind }) };
  const { device, ...about } = texts_of(fields);
  if (none) return { ...body, marks: "none", ...about };
  return {
    ...body,
    ...(kind === "pih" && given(pahpi).length > 0 ? { pahpi: numbers(pahpi) } : {}),
    ...numbers(indices_of(fields)),
    ...(device === undefined ? {} : { device }),
    ...about,
    regions: masi_regions.filter((region) => given(masi[region]).length > 0).map((region) => ({ region, ...numbers(masi[region]) })),
  };
}

const is_empty = (draft: MarksDraft): boolean =>
  draft.kind === "" || (!draft.none && [draft.pahpi, indices_of(draft.fields), ...Object.values(draft.masi)].every((typed) => given(typed).length === 0));

const object_of = (value: unknown): Record<string, unknown> => (typeof value === "object" && value !== null ? (value as Record<string, unknown>) : {});

interface PahpiRowsProps {
  typed: Typed;
  last: Record<string, unknown>;
  set: (item: string, points: string) => void;
}

function PahpiRows({ typed, last, set }: PahpiRowsProps) {
  return (
    <>
      {Object.entries(words.pahpi).map(([item, { label, options }]) => {
        const before = last[item];
        return (
          <ChoiceRow key={item} legend={`${said.pahpi}: ${label}`} value={typed[item] ?? ""} set={(points) => set(item, points)}
            hint={typeof before === "number" ? said.was_short(options.find(([points]) => points === before)?.[1] ?? String(before)) : undefined}
            choices={options.map(([points, text]) => ({ value: String(points), label: text }))} />
        );
      })}
    </>
  );
}

export function MarksForm({ chart, today, last, series, kinds }: FormProps) {
  const kind = typeof last?.kind === "string" ? last.kind : "";
  const draft = use_draft<MarksDraft>(`pigmentation.${chart}`, { on: today, kind, pahpi: {}, masi: {}, fields: {} });
  const { value } = draft;
  const field = (name: string, text: string): void => draft.set((now) => ({ ...now, fields: { ...now.fields, [name]: text } }));
  const was = (name: string): string | undefined => (typeof last?.[name] === "number" ? said.was_short(String(last[name])) : undefined);
  return (
    <ObservationForm chart={chart} noun="pigmentation" draft={draft} body={marks_body(value)} empty={is_empty(value)} series={series}>
      <p class="soft">{said.marks_hint}</p>
      <Field label={said.on} type="date" required value={value.on.slice(0, 10)} set={(on) => draft.set((now) => ({ ...now, on }))} />
      <ChoiceRow legend={words.kind_of_marks} value={value.kind} set={(next) => draft.set((now) => ({ ...now, kind: next }))}
        choices={choices_of(kinds, "pigmentation", "kind").map((one) => ({ value: one, label: title_of(one) }))} />
      <label class="tick"><input type="checkbox" checked={value.none ?? false} onChange={() => draft.set((now) => ({ ...now, none: !now.none }))} /> {said.marks_none}</label>
      {!value.none && (
        <>
          {value.kind === "pih" && <PahpiRows typed={value.pahpi} last={object_of(last?.pahpi)} set={(item, points) => draft.set((now) => ({ ...now, pahpi: { ...now.pahpi, [item]: points } }))} />}
          <MasiTable typed={value.masi} last={last?.regions} set={(region, item, text) => draft.set((now) => ({ ...now, masi: { ...now.masi, [region]: { ...now.masi[region], [item]: text } } }))} />
          <div class="fields">
            {indices.map((name) => (
              <Field key={name} label={words.fields[name] ?? name} type="number" hint={was(name)} value={value.fields[name] ?? ""} set={(text) => field(name, text)} />
            ))}
            <Field label={said.marks_device} hint={said.marks_device_hint} value={value.fields.device ?? ""} set={(text) => field("device", text)} />
          </div>
        </>
      )}
      <div class="fields"><RaterField series={series} value={value.fields.rater ?? ""} set={(text) => field("rater", text)} /></div>
      <Field label={words.fields.note ?? ""} long value={value.fields.note ?? ""} set={(text) => field("note", text)} />
    </ObservationForm>
  );
}
