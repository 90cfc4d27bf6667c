// The fields of any kind of record, made from its description.
import { is_number } from "../kinds.ts";
import { title_of, words } from "../messages.ts";
import type { Typed } from "../record_body.ts";
import type { FieldKind, Series } from "../shapes.ts";
import { Field } from "./field.tsx";
import { RaterField } from "./rater_field.tsx";

interface KindFieldsProps {
  fields: readonly FieldKind[];
  value: Typed;
  set: (next: (now: Typed) => Typed) => void;
  series?: readonly Series[]; // of the patient, whose raters are offered
}

// A moment may be a day alone, as it was recorded.
function input_type(field: FieldKind, value: string): string {
  if (is_number(field)) return "number";
  if (field.kind === "day") return "date";
  if (field.kind === "moment") return value.length > 10 ? "datetime-local" : "date";
  return "text";
}

function choices(field: FieldKind): readonly string[] | undefined {
  if (field.kind === "yes_no") return ["true", "false"];
  return field.choices ?? undefined;
}

function shown(choice: string): string {
  return choice === "true" ? words.yes : choice === "false" ? words.no : title_of(choice);
}

export function KindFields({ fields, value, set, series = [] }: KindFieldsProps) {
  const of = (name: string) => ({ value: value[name] ?? "", set: (text: string): void => set((now) => ({ ...now, [name]: text })) });
  return (
    <div class="fields">
      {fields.map((field) => (field.name === "rater" ? <RaterField key={field.name} series={series} {...of(field.name)} /> : (
        <Field key={field.name} label={words.fields[field.name] ?? title_of(field.name)} hint={words.hints[field.name] ?? field.meaning} required={field.required}
          type={input_type(field, value[field.name] ?? "")}
          choices={choices(field)} names={shown} long={field.name === "note" || field.name === "goal"} {...of(field.name)} />
      )))}
    </div>
  );
}
