// The calendar of Umm al-Qura, by which Saudi Arabia reckons, as Intl's "islamic-umalqura" has it: shown beside the
// Gregorian day where the clinic wants it, never reckoned by. app/texts/umm_al_qura.cpp does the same. Pure.
import { toUtcDate } from "./dates.ts";
import { digitsText } from "./numbers.ts";
import { inUse, textOf } from "./texts.ts";

const first = "1882-11-12"; // 1 Muharram 1300: before it and after the year 1600 no table is published
const last = "2174-11-25";

const fields = new Intl.DateTimeFormat("en-u-ca-islamic-umalqura-nu-latn", {
  timeZone: "UTC",
  year: "numeric",
  month: "numeric",
  day: "numeric",
});

export interface UmmAlQuraDay {
  year: number; // of the Hijra
  month: number; // 1 Muharram … 12 Dhu al-Hijja
  day: number;
}

// Null of what is no whole day, and where the calendar does not reach.
export function ummAlQura(day: string): UmmAlQuraDay | null {
  if (day.length !== 10 || day < first || day > last) return null;
  const parts = new Map(fields.formatToParts(toUtcDate(day)).map(({ type, value }) => [type, Number.parseInt(value)]));
  return { year: parts.get("year") ?? 0, month: parts.get("month") ?? 0, day: parts.get("day") ?? 0 };
}

// "19 Jumada II 1448 AH"
export function ummAlQuraText(day: string): string | null {
  const found = ummAlQura(day);
  if (found === null) return null;
  const month = textOf(`word.umm_al_qura.${found.month}`);
  return textOf("word.date.umm_al_qura", { day: found.day, month, year: digitsText(String(found.year), inUse()) });
}
