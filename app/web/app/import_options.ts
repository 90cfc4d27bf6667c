// What an import is told: the file, what its rows are, which column is what. Pure.
import type { Kind } from "./shapes.ts";

export interface ImportForm {
  kind: string;
  fields: Record<string, string>; // by column
  firstRow: string; // "header", "no_header"; "" where that is found by itself
  dates: string;
  decimal: string;
  missing: string;
  create: boolean;
}

export interface ImportReport {
  header: string[];
  rows: { line: number; cells: string[]; record: unknown }[];
  problems: { where: string; what: string; remedy: string }[];
  warnings: unknown[];
  would_import?: number;
  imported?: number;
}

const nounOf: Record<string, string> = {
  sessions: "session",
  acne: "acne",
  scars: "scars",
  pigmentation: "pigmentation",
  readings: "reading",
  questionnaires: "questionnaire",
  events: "event",
  treatments: "treatment",
  applications: "application",
  conditions: "condition",
  courses: "course",
};

const patientFields = [
  "chart",
  "name",
  "name_ar",
  "born",
  "sex",
  "fitzpatrick",
  "monk",
  "telephone",
  "email",
  "address",
  "contact",
  "note",
];

// What a column may be: the fields of the kind; of scores, the instruments.
export function fieldsOf(kind: string, kinds: readonly Kind[], instruments: readonly string[]): string[] {
  if (kind === "scores") return ["patient", "at", ...instruments];
  if (kind === "patients") return patientFields;
  const found = kinds.find((one) => one.noun === nounOf[kind]);
  return [
    "patient",
    ...(found?.fields.map((field) => field.name).filter((name) => name !== "patient") ?? []),
    ...(found?.parts ? [found.parts.name] : []),
  ];
}

const plain = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "_")
    .replace(/^_|_$/g, "");
const knownAs: Record<string, string> = {
  chart: "patient",
  patient_id: "patient",
  subject: "patient",
  visit: "at",
  date: "at",
  day: "at",
  when: "at",
};

// A column whose name is a field's is that field; one that is known by another name only where no column has that one.
export function guessed(header: readonly string[], fields: readonly string[]): Record<string, string> {
  const guess = (column: string): string => {
    const name = plain(column);
    if (fields.includes(name)) return name;
    const other = knownAs[name] ?? "";
    const field = fields.includes(other) ? other : other === "at" && fields.includes("on") ? "on" : "";
    return header.some((each) => plain(each) === field) ? "" : field;
  };
  return Object.fromEntries(header.map((column) => [column, guess(column)]));
}

export const firstRowOptions = (firstRow: string): Record<string, boolean> =>
  firstRow === "" ? {} : { [firstRow]: true };

export function optionsOf(form: ImportForm): Record<string, unknown> {
  const map = Object.entries(form.fields)
    .filter(([, field]) => field.trim() !== "")
    .map(([column, field]) => `${field.trim()}=${column}`);
  return {
    map,
    ...firstRowOptions(form.firstRow),
    ...(form.dates === "" ? {} : { dates: form.dates }),
    ...(form.decimal === "" ? {} : { decimal: form.decimal }),
    ...(form.missing.trim() === ""
      ? {}
      : {
          missing: form.missing
            .split(",")
            .map((text) => text.trim())
            .filter((text) => text !== ""),
        }),
    ...(form.create ? { create_patients: true } : {}),
  };
}

export async function asBase64(file: Blob): Promise<string> {
  const address = await new Promise<string>((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(reader.result as string);
    reader.onerror = () => reject(reader.error ?? new Error("the file cannot be read"));
    reader.readAsDataURL(file);
  });
  return address.slice(address.indexOf(",") + 1);
}
