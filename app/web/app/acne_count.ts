// Lesions counted per region, with undo. Pure.
import { regions } from "./regions.ts";
import type { Kept } from "./shapes.ts";
import { numberOrText, type Typed } from "./record_body.ts";

export const lesions = ["open_comedones", "closed_comedones", "papules", "pustules", "nodules", "cysts"] as const;
export type Lesion = (typeof lesions)[number];
export type Counts = Partial<Record<Lesion, number>>;
export const most = 999;

export interface AcneDraft {
  on: string;
  rest: boolean; // every other region is clear
  regions: Record<string, Counts>; // those that were examined
  fields: Typed; // iga, redness, tenderness, note, rater
  before: Record<string, Counts>[]; // what undo goes back to, latest last
}

const stepsKept = 50;
const textNames = ["note", "rater"];
const face = ["forehead", "periorbital", "nose", "right_cheek", "left_cheek", "perioral", "chin", "jawline"];

export const freshAcne = (on: string): AcneDraft => ({ on, rest: false, regions: {}, fields: {}, before: [] });

const withRegions = (draft: AcneDraft, next: Record<string, Counts>): AcneDraft => ({
  ...draft,
  regions: next,
  before: [...draft.before, draft.regions].slice(-stepsKept),
});

export function counted(draft: AcneDraft, region: string, lesion: Lesion, count: number): AcneDraft {
  const value = Math.min(most, Math.max(0, Math.trunc(count)));
  return withRegions(draft, { ...draft.regions, [region]: { ...draft.regions[region], [lesion]: value } });
}

export const examined = (draft: AcneDraft, region: string): AcneDraft =>
  withRegions(draft, { ...draft.regions, [region]: draft.regions[region] ?? {} });

export function unexamined(draft: AcneDraft, region: string): AcneDraft {
  const { [region]: _, ...rest } = draft.regions;
  return withRegions(draft, rest);
}

export function undone(draft: AcneDraft): AcneDraft {
  const last = draft.before[draft.before.length - 1];
  return last ? { ...draft, regions: last, before: draft.before.slice(0, -1) } : draft;
}

export const totalOf = (counts: Counts | undefined): number =>
  lesions.reduce((sum, lesion) => sum + (counts?.[lesion] ?? 0), 0);

export const totalOfAll = (draft: AcneDraft): number =>
  Object.values(draft.regions).reduce((sum, counts) => sum + totalOf(counts), 0);

export function acneBody(draft: AcneDraft): Record<string, unknown> {
  const body: Record<string, unknown> = { on: draft.on };
  if (draft.rest) body.rest = "clear";
  for (const [name, text] of Object.entries(draft.fields)) {
    if (text.trim() !== "") body[name] = textNames.includes(name) ? text : numberOrText(text);
  }
  body.regions = regions
    .filter((region) => draft.regions[region])
    .map((region) => ({
      region,
      ...Object.fromEntries(lesions.map((lesion) => [lesion, draft.regions[region]?.[lesion] ?? 0])),
    }));
  return body;
}

export const isEmptyAcne = (draft: AcneDraft): boolean =>
  Object.keys(draft.regions).length === 0 &&
  !draft.rest &&
  ["iga", "redness", "tenderness"].every((name) => (draft.fields[name] ?? "") === "");

// The regions of the face that nobody looked at, when others were: such a count is of part of the face.
export function unseenOfFace(draft: AcneDraft): string[] {
  const unseen = face.filter((region) => !draft.regions[region]);
  return draft.rest || unseen.length === face.length ? [] : unseen;
}

// What was counted in a region last time; null when it was not examined then.
export function lastCounts(last: Kept | null, region: string): Record<string, number> | null {
  const rows = last !== null && Array.isArray(last.regions) ? (last.regions as Record<string, unknown>[]) : [];
  const row = rows.find((one) => one.region === region);
  if (row) return row as Record<string, number>;
  return last?.rest === "clear" ? {} : null;
}
