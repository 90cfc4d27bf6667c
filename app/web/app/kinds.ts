// The kinds of record as the server describes them, read once.
import { read, type Answer } from "./api.ts";
import type { FieldKind, Kind } from "./shapes.ts";

let known: Kind[] | null = null;

export async function readKinds(): Promise<Answer<Kind[]>> {
  if (known !== null) return { ok: true, value: known };
  const answer = await read<Kind[]>("/kinds", "list");
  if (answer.ok) known = answer.value;
  return answer;
}

export const kindOf = (kinds: readonly Kind[], noun: string): Kind | null =>
  kinds.find((kind) => kind.noun === noun) ?? null;

export const choicesOf = (kinds: readonly Kind[], noun: string, field: string): string[] =>
  kindOf(kinds, noun)?.fields.find((one) => one.name === field)?.choices ?? [];

export const isNumber = (field: FieldKind): boolean => ["whole", "number", "id"].includes(field.kind);

export const numberNames = (fields: readonly FieldKind[]): string[] =>
  fields.filter(isNumber).map((field) => field.name);
