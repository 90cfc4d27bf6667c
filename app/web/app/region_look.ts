// How regions of the map are drawn: as they are planned, or as they were looked at. Pure.
import { numberText } from "./format.ts";
import type { RegionLook } from "./parts/face_map.tsx";
import { numberOrText } from "./record_body.ts";
import { t } from "../texts/texts.ts";

const deepest = [0.25, 0.5, 1, 1.5]; // mm, of the steps of shade; the last is deeper

// 1 to 5; nothing of what is no depth.
export function shadeOf(depth: string): number | undefined {
  const value = numberOrText(depth);
  if (typeof value !== "number") return undefined;
  const step = deepest.findIndex((most) => value <= most);
  return step < 0 ? deepest.length + 1 : step + 1;
}

export function plannedLook(
  area: { depth: string; passes: string } | undefined,
  { chosen, stop = false }: { chosen: boolean; stop?: boolean },
): RegionLook {
  if (!area) return { lines: [], said: "", chosen };
  const { depth, passes } = area;
  const shade = shadeOf(depth);
  return {
    lines: [depth === "" ? "…" : depth, ...(passes === "" ? [] : [t("session.times", { passes })])],
    said: depth === "" ? "" : `${depth} ${t("frame.unit_mm")}`,
    chosen,
    stop,
    ...(shade === undefined ? {} : { shade }),
  };
}

// `count` is null where nobody looked.
export const seenLook = (count: number | null, chosen: boolean): RegionLook => ({
  lines: [count === null ? "?" : numberText(count)],
  said: count === null ? t("observe.not_examined") : numberText(count),
  chosen,
  seen: count !== null,
});
