// Words of the records as they are written for people.
import { capital, plain } from "./format.ts";
import { t, word } from "../texts/texts.ts";
import type { Area } from "./shapes.ts";

// How a word of the records is written for people: "left_cheek" → "left cheek".
export const nameOf = (name: string): string => word("records.names", name) ?? plain(name);
export const titleOf = (name: string): string => capital(nameOf(name));

// "left cheek 1.5 mm × 4"
export const placeText = (region: string, depth: string | number, passes: string | number): string =>
  t("frame.area", { region, dose: t("frame.dose", { depth, passes }) });
export const areaText = (area: Area): string => placeText(nameOf(area.region), area.depth_mm, area.passes);
