// From what was typed to what is sent: empty fields are left out, numbers become numbers.
import { plainFigures } from "../texts/typed_figures.ts";

export type Typed = Record<string, string>;

// A value of a record as a form shows it: "" for none. Items of a composite are written as on the command line:
// "size=4,intensity=6"; answers as "1,0,2".
export function textOf(value: unknown): string {
  if (value === null || value === undefined) return "";
  if (typeof value === "string") return value;
  if (Array.isArray(value)) return value.join(",");
  if (typeof value === "object") {
    return Object.entries(value)
      .filter(([, each]) => each !== null)
      .map(([name, each]) => `${name}=${each === true ? "yes" : each === false ? "no" : String(each)}`)
      .join(",");
  }
  return JSON.stringify(value);
}

// A number as people type it ("1,5" and "١٫٥" too). A comma before three digits may group thousands, and hex or an
// exponent is a slip: what is not plainly one number stays text, and the server refuses it.
export function numberOrText(text: string): number | string {
  const typed = plainFigures(text).replace("،", ",").trim();
  const isPlain = /^[+-]?\d+([.,]\d+)?$/.test(typed) && !/,\d{3}$/.test(typed);
  return isPlain ? Number(typed.replace(",", ".")) : text;
}

export function given(typed: Typed, numbers: readonly string[]): Record<string, unknown> {
  const body: Record<string, unknown> = {};
  for (const [name, text] of Object.entries(typed)) {
    if (text.trim() === "") continue;
    body[name] = numbers.includes(name) ? numberOrText(text) : text;
  }
  return body;
}

// For a correction: only what differs, null for what was emptied.
export function changed(
  typed: Typed,
  stored: Record<string, unknown>,
  numbers: readonly string[],
): Record<string, unknown> {
  const body: Record<string, unknown> = {};
  for (const [name, text] of Object.entries(typed)) {
    if (text === textOf(stored[name])) continue;
    body[name] = text.trim() === "" ? null : numbers.includes(name) ? numberOrText(text) : text;
  }
  return body;
}

export const asTyped = (record: Record<string, unknown>, names: readonly string[]): Typed =>
  Object.fromEntries(names.map((name) => [name, textOf(record[name])]));
