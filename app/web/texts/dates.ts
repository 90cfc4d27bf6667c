// How civil days and moments are written; they are texts everywhere else. Pure.
import type { Language } from "./language.ts";
import { digitsText } from "./numbers.ts";

// The UTC instant that stands for a civil date or moment; only for arithmetic and for names of days and months.
export function toUtcDate(text: string): Date {
  const [year, month = 1, day = 1] = text.slice(0, 10).split("-").map(Number);
  const [hour = 0, minute = 0] = text.slice(11, 16).split(":").map(Number);
  return new Date(Date.UTC(year ?? 1970, month - 1, day, hour, minute));
}

const formats = new Map<string, Intl.DateTimeFormat>(); // to make one takes long

// Arabic names are not cut short.
function nameOf(date: Date, { code }: Language, part: "month" | "weekday"): string {
  const key = `${code} ${part}`;
  const width = code === "en" ? "short" : "long";
  const format =
    formats.get(key) ?? new Intl.DateTimeFormat(code === "en" ? "en-US" : code, { [part]: width, timeZone: "UTC" });
  formats.set(key, format);
  return format.format(date);
}

export const monthText = (date: Date, language: Language): string => nameOf(date, language, "month");

// "29 May 2026", for the ends of an axis, where there is no room for more; "2012-02" → "Feb 2012"; "2012" stays.
export function axisDayText(text: string, language: Language): string {
  const year = digitsText(text.slice(0, 4), language);
  if (text.length < 7) return digitsText(text, language);
  const month = monthText(toUtcDate(text), language);
  return text.length < 10
    ? `${month} ${year}`
    : `${digitsText(String(Number(text.slice(8, 10))), language)} ${month} ${year}`;
}

// How a day is written everywhere else: "2026-05-29" → "Fri 29 May 2026"; what is no whole day as above.
export function dayText(text: string, language: Language): string {
  const day = axisDayText(text.slice(0, 10), language);
  return text.length < 10 ? day : `${nameOf(toUtcDate(text), language, "weekday")} ${day}`;
}

// "Fri 29 May", where the year is plain; what is no whole day keeps it.
export const shortDayText = (text: string, language: Language): string =>
  text.length < 10 ? dayText(text, language) : dayText(text, language).split(" ").slice(0, -1).join(" ");

// "14:30" of a moment.
export const timeText = (text: string, language: Language): string => digitsText(text.slice(11, 16), language);
