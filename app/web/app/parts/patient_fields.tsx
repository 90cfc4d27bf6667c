// The fields of a person, for registering and for correcting.
import { t, word } from "../../texts/texts.ts";
import { nameOf } from "../words.ts";
import { Field } from "./field.tsx";

interface PatientFieldsProps {
  value: Record<string, string>;
  set: (next: (now: Record<string, string>) => Record<string, string>) => void;
}

export function PatientFields({ value, set }: PatientFieldsProps) {
  const of = (name: string) => ({
    name,
    value: value[name] ?? "",
    set: (text: string): void => set((now) => ({ ...now, [name]: text })),
  });
  return (
    <div class="fields">
      <Field label={t("patients.patient_form.chart")} required {...of("chart")} />
      <Field label={t("patients.patient_form.name")} {...of("name")} />
      <Field label={t("patients.patient_form.name_ar")} dir="rtl" {...of("name_ar")} />
      <Field
        label={t("patients.patient_form.born")}
        type="partial-date"
        leaning="behind"
        hint={t("patients.patient_form.born_hint")}
        {...of("born")}
      />
      <Field label={t("patients.patient_form.sex")} choices={["female", "male", "other"]} {...of("sex")} />
      <Field
        label={t("patients.patient_form.fitzpatrick")}
        choices={["I", "II", "III", "IV", "V", "VI"]}
        names={(type) => type}
        {...of("fitzpatrick")}
      />
      <Field label={t("patients.patient_form.monk")} type="number" {...of("monk")} />
      <Field label={t("patients.patient_form.telephone")} type="tel" {...of("telephone")} />
      <Field label={t("patients.patient_form.email")} {...of("email")} />
      <Field label={t("patients.patient_form.address")} {...of("address")} />
      <Field
        label={t("patients.patient_form.guardian")}
        hint={t("patients.patient_form.guardian_hint")}
        {...of("guardian")}
      />
      <Field
        label={t("patients.patient_form.language")}
        hint={t("patients.patient_form.language_hint")}
        choices={["en", "ar"]}
        names={nameOf}
        {...of("language")}
      />
      <Field label={t("patients.patient_form.weight_kg")} type="number" {...of("weight_kg")} />
      <Field
        label={t("patients.patient_form.status")}
        choices={["active", "left", "died"]}
        names={(one) => word("patients.statuses", one) ?? one}
        {...of("status")}
      />
      <Field label={t("patients.patient_form.status_on")} type="date" {...of("status_on")} />
      <Field label={t("patients.patient_form.note")} long {...of("note")} />
    </div>
  );
}
