// Marks as they are typed: their kind, the PAHPI items of brown ones, area and darkness by region, and the body that is
// sent. Pure.
import { kindOf } from "./kinds.ts";
import { numberOrText, type Typed } from "./record_body.ts";
import { takenOver } from "./record_form.ts";
import { masiRegions } from "./regions.ts";
import type { Kept, Kind } from "./shapes.ts";

export const indices = ["melanin_index", "erythema_index"];
const textNames = ["note", "rater", "device"];

export interface MarksDraft {
  on: string;
  kind: string;
  none?: boolean; // looked for, and there are none
  pahpi: Typed;
  masi: Record<string, Typed>;
  fields: Typed; // melanin_index, erythema_index, device, rater, note
}

const given = (typed: Typed | undefined): [string, string][] =>
  Object.entries(typed ?? {}).filter(([, text]) => text.trim() !== "");
const numbers = (typed: Typed | undefined): Record<string, unknown> =>
  Object.fromEntries(given(typed).map(([name, text]) => [name, numberOrText(text)]));

const textsOf = (typed: Typed): Record<string, string> =>
  Object.fromEntries(given(typed).filter(([name]) => textNames.includes(name)));
const indicesOf = (typed: Typed): Typed => Object.fromEntries(given(typed).filter(([name]) => indices.includes(name)));

// Without marks nothing else of them is said; what was typed stays in the draft.
export function marksBody({ on, kind, none, pahpi, masi, fields }: MarksDraft): Record<string, unknown> {
  const body = { on, ...(kind === "" ? {} : { kind }) };
  const { device, ...about } = textsOf(fields);
  if (none) return { ...body, marks: "none", ...about };
  return {
    ...body,
    ...(kind === "pih" && given(pahpi).length > 0 ? { pahpi: numbers(pahpi) } : {}),
    ...numbers(indicesOf(fields)),
    ...(device === undefined ? {} : { device }),
    ...about,
    regions: masiRegions
      .filter((region) => given(masi[region]).length > 0)
      .map((region) => ({ region, ...numbers(masi[region]) })),
  };
}

export const isEmptyMarks = (draft: MarksDraft): boolean =>
  draft.kind === "" ||
  (!draft.none &&
    [draft.pahpi, indicesOf(draft.fields), ...Object.values(draft.masi)].every((typed) => given(typed).length === 0));

export const freshMarks = (on: string, kinds: readonly Kind[], last: Kept | null): MarksDraft => ({
  on,
  kind: takenOver(kindOf(kinds, "pigmentation"), "kind", last),
  pahpi: {},
  masi: {},
  fields: {},
});
