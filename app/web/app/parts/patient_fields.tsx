// The fields of a person, for registering and for correcting.
import { messages, nameOf } from "../messages.ts";
import { Field } from "./field.tsx";

const texts = messages.patientForm;

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
      <Field label={texts.chart} required {...of("chart")} />
      <Field label={texts.name} {...of("name")} />
      <Field label={texts.nameAr} dir="rtl" {...of("name_ar")} />
      <Field label={texts.born} hint={texts.bornHint} placeholder="1990-04-02" {...of("born")} />
      <Field label={texts.sex} choices={["female", "male", "other"]} {...of("sex")} />
      <Field
        label={texts.fitzpatrick}
        choices={["I", "II", "III", "IV", "V", "VI"]}
        names={(type) => type}
        {...of("fitzpatrick")}
      />
      <Field label={texts.monk} type="number" {...of("monk")} />
      <Field label={texts.telephone} type="tel" {...of("telephone")} />
      <Field label={texts.email} {...of("email")} />
      <Field label={texts.address} {...of("address")} />
      <Field label={texts.guardian} hint={texts.guardianHint} {...of("guardian")} />
      <Field label={texts.weightKg} type="number" {...of("weight_kg")} />
      <Field label={texts.status} choices={["active", "left", "died"]} names={nameOf} {...of("status")} />
      <Field label={texts.statusOn} type="date" {...of("status_on")} />
      <Field label={texts.note} long {...of("note")} />
    </div>
  );
}
