// What a patient tells on their own page: as it is typed, as it is sent, and in words. Pure.
import { numberText } from "./format.ts";
import { numberOrText } from "./record_body.ts";
import { t } from "../texts/texts.ts";
import type { OwnEntry } from "./shapes.ts";

export interface OwnTold {
  pain: string;
  redness: string;
  daysOut: string;
  note: string;
  dlqi: string; // "1,0,,2"
}

// Nothing of what was left empty; a number that is none goes as it was typed, and the server says what is wrong.
export function ownEntryBody(told: OwnTold): Record<string, unknown> {
  const body: Record<string, unknown> = {};
  if (told.pain !== "") body.pain = Number(told.pain);
  if (told.redness !== "") body.redness = told.redness;
  if (told.daysOut.trim() !== "") body.days_out = numberOrText(told.daysOut);
  if (told.dlqi !== "") body.dlqi = told.dlqi.split(",").map((answer) => (answer === "" ? null : Number(answer)));
  if (told.note.trim() !== "") body.note = told.note;
  return body;
}

// All but the note, which is the patient's own words.
export function toldParts(entry: Pick<OwnEntry, "pain" | "redness" | "days_out" | "dlqi">): string[] {
  const parts: string[] = [];
  if (entry.pain !== null) parts.push(t("own.told.pain", { value: numberText(entry.pain) }));
  if (entry.redness !== null) {
    const level = entry.redness as "none" | "a_little" | "clear" | "strong";
    parts.push(t("own.told.redness", { value: t(`own.tell.redness_levels.${level}`) }));
  }
  if (entry.days_out !== null) parts.push(t("own.told.days_out", { days: entry.days_out }));
  if (entry.dlqi !== null) parts.push(t("own.told.dlqi"));
  return parts;
}
