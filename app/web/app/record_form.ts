// Between a record's JSON and the texts of a form that was made from its description.
import { is_number } from "./kinds.ts";
import { number_or_text, type Typed } from "./record_body.ts";
import type { FieldKind, Kept, Kind } from "./shapes.ts";

export interface FormValue {
  fields: Typed;
  parts: Typed[];
}

export const empty_form: FormValue = { fields: {}, parts: [] };

export const part_fields = (kind: Kind): FieldKind[] => kind.parts?.fields ?? [];

// Items of a composite are written as on the command line: "size=4,intensity=6"; answers as "1,0,2".
export function text_of(value: unknown): string {
  if (value === null || value === undefined) return "";
  if (Array.isArray(value)) return value.join(",");
  if (typeof value === "object") {
    return Object.entries(value).filter(([, each]) => each !== null)
      .map(([name, each]) => `${name}=${each === true ? "yes" : each === false ? "no" : String(each)}`).join(",");
  }
  return String(value);
}

// The JSON of a field's text: null when it is empty.
export function value_of(field: FieldKind, text: string): unknown {
  if (text.trim() === "") return null;
  if (is_number(field)) return number_or_text(text);
  if (field.kind === "yes_no") return text === "true";
  if (field.kind === "items") {
    return Object.fromEntries(text.split(",").map((pair) => {
      const [name = "", item = ""] = pair.split("=").map((part) => part.trim());
      return [name, item === "yes" ? true : item === "no" ? false : number_or_text(item)];
    }));
  }
  if (field.kind === "answers") return text.split(",").map((item) => number_or_text(item));
  return text;
}

export function from_record(kind: Kind, record: Kept): FormValue {
  const rows = kind.parts ? record[kind.parts.name] : [];
  return {
    fields: Object.fromEntries(kind.fields.map((field) => [field.name, text_of(record[field.name])])),
    parts: Array.isArray(rows)
      ? rows.map((row: Record<string, unknown>) => Object.fromEntries(part_fields(kind).map((field) => [field.name, text_of(row[field.name])])))
      : [],
  };
}

const parts_body = (kind: Kind, value: FormValue): Record<string, unknown>[] =>
  value.parts.map((row) => Object.fromEntries(part_fields(kind).map((field) => [field.name, value_of(field, row[field.name] ?? "")])));

// A new record: what is given.
export function body_of(kind: Kind, value: FormValue): Record<string, unknown> {
  const body: Record<string, unknown> = {};
  for (const field of kind.fields) {
    const given = value_of(field, value.fields[field.name] ?? "");
    if (given !== null) body[field.name] = given;
  }
  if (kind.parts && value.parts.length > 0) body[kind.parts.name] = parts_body(kind, value);
  return body;
}

// A correction: only what differs.
export function correction_of(kind: Kind, value: FormValue, stored: Kept): Record<string, unknown> {
  const before = from_record(kind, stored);
  const body: Record<string, unknown> = {};
  for (const field of kind.fields) {
    const text = value.fields[field.name] ?? "";
    if (text !== before.fields[field.name]) body[field.name] = value_of(field, text);
  }
  if (kind.parts && JSON.stringify(value.parts) !== JSON.stringify(before.parts)) body[kind.parts.name] = parts_body(kind, value);
  return body;
}

