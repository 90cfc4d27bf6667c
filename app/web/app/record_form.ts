// Between a record's JSON and the texts of a form that was made from its description.
import { isNumber } from "./kinds.ts";
import { plainFigures } from "../texts/typed_figures.ts";
import { numberOrText, textOf, type Typed } from "./record_body.ts";
import type { FieldKind, Kept, Kind } from "./shapes.ts";

export interface FormValue {
  fields: Typed;
  parts: Typed[];
}

export const emptyForm: FormValue = { fields: {}, parts: [] };

export const partFields = (kind: Kind): FieldKind[] => kind.parts?.fields ?? [];

// The JSON of a field's text: null when it is empty.
export function valueOf(field: FieldKind, text: string): unknown {
  if (text.trim() === "") return null;
  if (isNumber(field)) return numberOrText(text);
  if (field.kind === "yes_no") return text === "true";
  if (field.kind === "interval") return plainFigures(text);
  if (field.kind === "items") {
    return Object.fromEntries(
      text.split(",").map((pair) => {
        const [name = "", item = ""] = pair.split("=").map((part) => part.trim());
        return [name, item === "yes" ? true : item === "no" ? false : numberOrText(item)];
      }),
    );
  }
  if (field.kind === "answers") return text.split(",").map((item) => (item.trim() === "" ? null : numberOrText(item)));
  return text;
}

export function fromRecord(kind: Kind, record: Kept): FormValue {
  const rows = kind.parts ? record[kind.parts.name] : [];
  return {
    fields: Object.fromEntries(kind.fields.map((field) => [field.name, textOf(record[field.name])])),
    parts: Array.isArray(rows)
      ? rows.map((row: Record<string, unknown>) =>
          Object.fromEntries(partFields(kind).map((field) => [field.name, textOf(row[field.name])])),
        )
      : [],
  };
}

// What a form for a new record takes over from the last one: only what the description says.
export function takenOver(kind: Kind | null, name: string, last: Kept | null): string {
  const field = kind?.fields.find((one) => one.name === name);
  return field?.prefill === "last_visit" ? textOf(last?.[name]) : "";
}

const partsBody = (kind: Kind, value: FormValue): Record<string, unknown>[] =>
  value.parts.map((row) =>
    Object.fromEntries(partFields(kind).map((field) => [field.name, valueOf(field, row[field.name] ?? "")])),
  );

// A new record: what is given.
export function bodyOf(kind: Kind, value: FormValue): Record<string, unknown> {
  const body: Record<string, unknown> = {};
  for (const field of kind.fields) {
    const given = valueOf(field, value.fields[field.name] ?? "");
    if (given !== null) body[field.name] = given;
  }
  if (kind.parts && value.parts.length > 0) body[kind.parts.name] = partsBody(kind, value);
  return body;
}

// A correction: only what differs.
export function correctionOf(kind: Kind, value: FormValue, stored: Kept): Record<string, unknown> {
  const before = fromRecord(kind, stored);
  const body: Record<string, unknown> = {};
  for (const field of kind.fields) {
    const text = value.fields[field.name] ?? "";
    if (text !== before.fields[field.name]) body[field.name] = valueOf(field, text);
  }
  if (kind.parts && JSON.stringify(value.parts) !== JSON.stringify(before.parts))
    body[kind.parts.name] = partsBody(kind, value);
  return body;
}
