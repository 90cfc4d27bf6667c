// What an import is told: the file, what its rows are, which column is what. Pure.
import type { FieldKind, ImportProposal, Kind } from "./shapes.ts";

export interface ImportForm {
  kind: string; // "" while it is found by itself
  fields: Record<string, string> | null; // by column, in the order of the mapping; null: found by themselves
  values: Record<string, string>; // by "field:cell"; "" leaves the cell empty
  sheet: string; // of a workbook; "" where that is found
  header: string; // the row of the headers, "3", or the two of them, "2-3"; "" while that is found by itself
  origin: string; // the day that days, weeks and months count from; "" where none do, or each patient has their own
  dates: string; // how they are written: "dmy", "mdy", "ymd"; "" while that is found by itself
  create: boolean; // register patients that are not known
}

export const nothingTold: ImportForm = {
  kind: "",
  fields: null,
  values: {},
  sheet: "",
  header: "",
  origin: "",
  dates: "",
  create: false,
};

// A field that a column can be, in words.
export interface FieldChoice {
  name: string;
  label: string;
}

export interface FileContent {
  name: string;
  content: string; // base64
}

type Value = ImportProposal["values"][number];
type Options = Record<string, string | boolean | string[]>;

export const valueKey = (value: Pick<Value, "field" | "cell">): string => `${value.field}:${value.cell}`;

// The mapping that is shown, so that a change of one column leaves the others as they are.
function fieldsShown(form: ImportForm, proposal: ImportProposal): Record<string, string> {
  if (form.fields !== null) return form.fields;
  const rules = proposal.rules.filter((rule) => rule.option === "map").map(({ value }) => value);
  return Object.fromEntries(
    rules.map((rule) => [rule.slice(rule.indexOf("=") + 1), rule.slice(0, rule.indexOf("="))] as const),
  );
}

// The column at `place` is this field; "" leaves it out.
export function withField(form: ImportForm, proposal: ImportProposal, place: string, field: string): ImportForm {
  const others = Object.entries(fieldsShown(form, proposal)).filter(([each]) => each !== place);
  return { ...form, fields: Object.fromEntries(field === "" ? others : [...others, [place, field]]) };
}

// Another kind has other fields, and other words in them.
export const withKind = (form: ImportForm, kind: string): ImportForm => ({ ...form, kind, fields: null, values: {} });

// What was told by hand.
export function toldOptions(form: ImportForm, proposal: ImportProposal | null): Options {
  const { fields } = form;
  const left = fields === null ? [] : (proposal?.mapping ?? []).filter(({ place }) => !(place in fields));
  const map = Object.entries(fields ?? {}).map(([place, field]) => `${field}=${place}`);
  const values = Object.entries(form.values).map(([key, word]) => `${key}=${word}`);
  return {
    ...(map.length > 0 && { map }),
    ...(left.length > 0 && { ignore: left.map(({ place }) => place) }),
    ...(values.length > 0 && { values }),
    ...(form.sheet !== "" && { sheet: form.sheet }),
    ...(form.header !== "" && { header_row: form.header }),
    ...(form.origin !== "" && { origin: form.origin }),
    ...(form.dates !== "" && { dates: form.dates }),
    ...(form.create && { create_patients: true }),
  };
}

// The same with what was found by itself: an import with these does what is shown.
export function allOptions(form: ImportForm, proposal: ImportProposal): Options {
  const options = toldOptions(form, proposal);
  for (const { option, value } of proposal.rules) {
    const name = option.replaceAll("-", "_");
    if (name === "as") continue;
    const before = options[name];
    options[name] = ["map", "missing", "values"].includes(name)
      ? [...(Array.isArray(before) ? before : []), value]
      : value;
  }
  return options;
}

export const proposalBody = (file: FileContent, form: ImportForm, proposal: ImportProposal | null) => ({
  name: file.name,
  content_base64: file.content,
  ...(form.kind !== "" && { kind: form.kind }),
  options: toldOptions(form, proposal),
  dry_run: true,
  propose: true,
});

// Good rows come in; the others come back as text.
export const importBody = (file: FileContent, form: ImportForm, proposal: ImportProposal) => ({
  name: file.name,
  content_base64: file.content,
  kind: proposal.kind,
  options: { ...allOptions(form, proposal), keep_good: true },
});

// Where headers stand in clinics' sheets: in one row, or in two, of groups and of names.
export const headerRows: readonly string[] = [
  ...Array.from({ length: 10 }, (_, row) => String(row + 1)),
  ...Array.from({ length: 6 }, (_, row) => `${row + 1}-${row + 2}`),
];

// Values that are asked; then those that were answered, which can be answered otherwise.
export const askedValues = (proposal: ImportProposal, answered: readonly Value[]): Value[] => {
  const asked = proposal.values.filter((value) => value.as === null);
  const known = new Set(asked.map(valueKey));
  return [...asked, ...answered.filter((value) => !known.has(valueKey(value)))];
};

const kindOfFile = (kinds: readonly Kind[], kind: string): Kind | undefined =>
  kinds.find((each) => each.plural === kind || each.noun === kind);

const ofScores: readonly string[] = ["patient", "at", "instrument", "value", "region", "rater"];

// What a column of this kind can be, as `label` says it; scores have a field for each instrument.
export function fieldChoices(
  kind: string,
  kinds: readonly Kind[],
  instruments: readonly { code: string; name: string }[],
  label: (name: string) => string,
): FieldChoice[] {
  const choice = (name: string): FieldChoice => ({ name, label: label(name) });
  if (kind === "scores") {
    return [
      ...ofScores.map((name) => choice(name)),
      ...instruments.map(({ code, name }) => ({ name: code, label: name })),
    ];
  }
  const found = kindOfFile(kinds, kind);
  if (!found) return [];
  return [
    ...(found.noun === "patient" ? [] : [choice("patient")]),
    ...found.fields.filter(({ name }) => name !== "patient").map(({ name }) => choice(name)),
    ...(found.parts ? [choice(found.parts.name)] : []),
  ];
}

const exampleOf = (field: FieldKind): string => {
  if (field.choices) return field.choices[0] ?? "";
  if (field.kind === "moment") return "2026-01-05T10:30";
  if (field.kind === "day" || field.kind === "partial_day") return "2026-01-05";
  if (field.kind === "whole" || field.kind === "number") return String(field.low ?? 1);
  return "";
};

// What must be there has an example, and these.
const madeUp: Record<string, string> = {
  chart: "C-001",
  name: "Huda Saleh",
  born: "1996-04-02",
  sex: "female",
  fitzpatrick: "IV",
  iga: "3",
  areas: "left_cheek:1.5:4",
};

// A file to fill in: its headers and one made-up row.
export function templateOf(kind: string, kinds: readonly Kind[]): string {
  const found = kindOfFile(kinds, kind);
  const rows: [string, string][] =
    kind === "scores" || !found
      ? [
          ["patient", "C-001"],
          ["at", "2026-01-05"],
          ["iga", "3"],
        ]
      : [
          ...(found.noun === "patient" ? [] : [["patient", "C-001"] as [string, string]]),
          ...found.fields
            .filter((field) => !["id", "record", "items", "answers"].includes(field.kind))
            .map((field): [string, string] => [
              field.name,
              madeUp[field.name] ?? (field.required ? exampleOf(field) : ""),
            ]),
          ...(found.parts ? [[found.parts.name, madeUp[found.parts.name] ?? ""] as [string, string]] : []),
        ];
  return `${rows.map(([name]) => name).join(",")}\r\n${rows.map(([, example]) => example).join(",")}\r\n`;
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
