// The fields of a person, for registering and for correcting.
import { name_of, words } from "../messages.ts";
import { Field } from "./field.tsx";

const said = words.patient_form;

interface PatientFieldsProps {
  value: Record<string, string>;
  set: (next: (now: Record<string, string>) => Record<string, string>) => void;
}

export function PatientFields({ value, set }: PatientFieldsProps) {
  const of = (name: string) => ({
    value: value[name] ?? "",
    set: (text: string): void => set((now) => ({ ...now, [name]: text })),
  });
  return (
    <div class="fields">
      <Field label={said.chart} required {...of("chart")} />
      <Field label={said.name} {...of("name")} />
      <Field label={said.name_ar} dir="rtl" {...of("name_ar")} />
      <Field label={said.born} type="date" {...of("born")} />
      <Field label={said.sex} choices={["female", "male", "other"]} {...of("sex")} />
      <Field label={said.fitzpatrick} choices={["I", "II", "III", "IV", "V", "VI"]} names={(type) => type} {...of("fitzpatrick")} />
      <Field label={said.monk} type="number" {...of("monk")} />
      <Field label={said.contact} {...of("contact")} />
      <Field label={said.guardian} hint={said.guardian_hint} {...of("guardian")} />
      <Field label={said.weight_kg} type="number" {...of("weight_kg")} />
      <Field label={said.status} choices={["active", "left", "died"]} names={name_of} {...of("status")} />
      <Field label={said.status_on} type="date" {...of("status_on")} />
      <Field label={said.note} long {...of("note")} />
    </div>
  );
}
