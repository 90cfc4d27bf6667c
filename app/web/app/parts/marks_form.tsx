// Marks: their kind, the PAHPI items of brown ones, and area and darkness by region.
import { use_draft } from "../drafts.ts";
import { choices_of } from "../kinds.ts";
import { title_of, words } from "../messages.ts";
import { number_or_text, type Typed } from "../record_body.ts";
import { ChoiceRow } from "./choice_row.tsx";
import { Field } from "./field.tsx";
import { ObservationForm } from "./observation_form.tsx";
import type { FormProps } from "./observation_props.ts";

const said = words.observe;
const masi_regions = ["forehead", "right_cheek", "left_cheek", "chin"];
const masi_items: [string, number][] = [["area", 6], ["darkness", 4], ["homogeneity", 4]];

interface MarksDraft {
  on: string;
  kind: string;
  pahpi: Typed;
  masi: Record<string, Typed>;
  fields: Typed; // melanin_index, erythema_index, note
}

const given = (typed: Typed | undefined): [string, string][] => Object.entries(typed ?? {}).filter(([, text]) => text.trim() !== "");
const numbers = (typed: Typed | undefined): Record<string, unknown> =>
  Object.fromEntries(given(typed).map(([name, text]) => [name, number_or_text(text)]));

function marks_body(draft: MarksDraft): Record<string, unknown> {
  const { note = "", ...indices } = draft.fields;
  return {
    on: draft.on,
    ...(draft.kind === "" ? {} : { kind: draft.kind }),
    ...(draft.kind === "pih" && given(draft.pahpi).length > 0 ? { pahpi: numbers(draft.pahpi) } : {}),
    ...numbers(indices),
    ...(note.trim() === "" ? {} : { note }),
    regions: masi_regions.filter((region) => given(draft.masi[region]).length > 0).map((region) => ({ region, ...numbers(draft.masi[region]) })),
  };
}

const is_empty = (draft: MarksDraft): boolean =>
  draft.kind === "" || [draft.pahpi, draft.fields, ...Object.values(draft.masi)].every((typed) => given(typed).length === 0);

const object_of = (value: unknown): Record<string, unknown> => (typeof value === "object" && value !== null ? (value as Record<string, unknown>) : {});

function MasiTable({ draft, last, set }: { draft: MarksDraft; last: unknown; set: (region: string, item: string, text: string) => void }) {
  const rows = Array.isArray(last) ? (last as Record<string, unknown>[]) : [];
  return (
    <table class="masi">
      <caption>{said.masi}</caption>
      <thead><tr><td />{masi_items.map(([item, high]) => <th key={item} scope="col">{title_of(item)} <small>0–{high}</small></th>)}</tr></thead>
      <tbody>
        {masi_regions.map((region) => {
          const was = rows.find((row) => row.region === region);
          return (
            <tr key={region}>
              <th scope="row">{title_of(region)}</th>
              {masi_items.map(([item]) => (
                <td key={item}>
                  <input class="short" inputMode="numeric" aria-label={`${title_of(region)}: ${title_of(item)}`} value={draft.masi[region]?.[item] ?? ""}
                    onInput={(event) => set(region, item, event.currentTarget.value)} />
                  {was && was[item] !== null && was[item] !== undefined && <small class="soft"> {said.was_short(String(was[item]))}</small>}
                </td>
              ))}
            </tr>
          );
        })}
      </tbody>
    </table>
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
      {value.kind === "pih" && Object.entries(words.pahpi).map(([item, { label, options }]) => {
        const before = object_of(last?.pahpi)[item];
        return (
          <ChoiceRow key={item} legend={`${said.pahpi}: ${label}`} value={value.pahpi[item] ?? ""}
            hint={typeof before === "number" ? said.was_short(options.find(([points]) => points === before)?.[1] ?? String(before)) : undefined}
            set={(points) => draft.set((now) => ({ ...now, pahpi: { ...now.pahpi, [item]: points } }))}
            choices={options.map(([points, text]) => ({ value: String(points), label: text }))} />
        );
      })}
      <MasiTable draft={value} last={last?.regions} set={(region, item, text) => draft.set((now) => ({ ...now, masi: { ...now.masi, [region]: { ...now.masi[region], [item]: text } } }))} />
      <div class="fields">
        {["melanin_index", "erythema_index"].map((name) => (
          <Field key={name} label={words.fields[name] ?? name} type="number" hint={was(name)} value={value.fields[name] ?? ""} set={(text) => field(name, text)} />
        ))}
      </div>
      <Field label={words.fields.note ?? ""} long value={value.fields.note ?? ""} set={(text) => field("note", text)} />
    </ObservationForm>
  );
}
