// The list of patients, and the form of one.
import { plural } from "./plural.ts";

export const patients = {
  patients: {
    title: "Patients",
    total: (count: number) => plural(count, "patient", "patients"),
    none: "No patient yet. Register the first one, or import a file.",
    more: "Show more",
    sort: "Sort by",
    sorts: { chart: "chart number", name: "name", registered: "newest first", last_visit: "last visit" } as Record<
      string,
      string
    >,
    born: "Born",
    skin: "Skin type",
    chart: "Chart",
    name: "Name",
  },
  patientForm: {
    title: "New patient",
    add: "Register",
    chart: "Chart number",
    name: "Name",
    nameAr: "Name in Arabic",
    born: "Date of birth",
    bornHint: "as far as it is known: 1990, 1990-04 or 1990-04-02",
    sex: "Sex",
    fitzpatrick: "Skin type (Fitzpatrick)",
    monk: "Monk skin tone, 1 to 10",
    telephone: "Telephone",
    email: "E-mail",
    address: "Address",
    note: "Note",
    guardian: "Guardian",
    guardianHint: "who consents for a minor",
    weightKg: "Weight, kg",
    status: "Status",
    statusOn: "Left or died on",
    change: "Change",
    changeTitle: "Change the patient's data",
  },
};
