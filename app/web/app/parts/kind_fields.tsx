// The fields of any kind of record, made from its description.
import { isNumber } from "../kinds.ts";
import { labelOf, meaningOf, titleOf } from "../words.ts";
import { t } from "../../texts/texts.ts";
import type { KnownChoices } from "../known_choices.ts";
import type { Typed } from "../record_body.ts";
import type { FieldKind, Series } from "../shapes.ts";
import { Field } from "./field.tsx";
import { RaterField } from "./observe/rater_field.tsx";

interface KindFieldsProps {
  noun: string; // of the kind
  fields: readonly FieldKind[];
  value: Typed;
  set: (next: (now: Typed) => Typed) => void;
  series?: readonly Series[]; // of the patient, whose raters are offered
  known?: KnownChoices; // what a field that names another record can name
}

function inputType(field: FieldKind): string {
  if (isNumber(field)) return "number";
  const types: Partial<Record<FieldKind["kind"], string>> = {
    day: "date",
    partial_day: "partial-date",
    moment: "datetime-local",
  };
  return types[field.kind] ?? "text";
}

// It lies ahead, and is for an hour.
const isAppointment = (noun: string, { kind }: FieldKind): boolean => noun === "appointment" && kind === "moment";

export function choicesOf(field: FieldKind): readonly string[] | undefined {
  if (field.kind === "yes_no") return ["true", "false"];
  return field.choices ?? undefined;
}

export function choiceName(choice: string): string {
  return choice === "true" ? t("frame.yes") : choice === "false" ? t("frame.no") : titleOf(choice);
}

export function KindFields({ noun, fields, value, set, series = [], known = {} }: KindFieldsProps) {
  const of = (name: string) => ({
    name,
    value: value[name] ?? "",
    set: (text: string): void => set((now) => ({ ...now, [name]: text })),
  });
  return (
    <div class="fields">
      {fields.map((field) =>
        field.name === "rater" ? (
          <RaterField key={field.name} series={series} {...of(field.name)} />
        ) : (
          <Field
            key={field.name}
            label={labelOf(field.name, noun)}
            hint={known[field.name] ? undefined : meaningOf(noun, field.name)}
            required={field.required}
            type={inputType(field)}
            timed={isAppointment(noun, field)}
            leaning={isAppointment(noun, field) ? "ahead" : undefined}
            choices={known[field.name]?.map((one) => one.value) ?? choicesOf(field)}
            names={(choice) => known[field.name]?.find((one) => one.value === choice)?.label ?? choiceName(choice)}
            long={field.name === "note" || field.name === "goal"}
            {...of(field.name)}
          />
        ),
      )}
    </div>
  );
}
