// Civil times stay texts until they are drawn. Here they become numbers: the milliseconds of a calendar without time
// zones or summer time, so that a day is the same day everywhere.

import { axisDayText, dayText, monthText, timeText } from "../texts/dates.ts";
import { wholeLine } from "../texts/language.ts";
import { inUse, t } from "../texts/texts.ts";

const dayInMilliseconds = 86_400_000;

// Of "2026-01-05", "2026-01-05T10:30" or "2026-01-05T10:30:15"; throws for any other text.
export function moment(at: string): number {
  const parts = /^(\d{4})-(\d\d)-(\d\d)(?:T(\d\d):(\d\d)(?::(\d\d))?)?$/.exec(at);
  if (!parts) {
    throw new RangeError(`"${at}" is not a day or a moment`);
  }
  const [year, month, day, hour, minute, second] = parts.slice(1).map((part) => Number(part ?? 0));
  return Date.UTC(year ?? 0, (month ?? 1) - 1, day, hour, minute, second);
}

// "Mon 5 Jan 2026"
export const dayLabel = (at: string): string => dayText(at.slice(0, 10), inUse());

// "Mon 5 Jan 2026, 14:30" where the time of day is known.
export function momentText(at: string): string {
  const day = dayLabel(at);
  return at.length > 10 ? t("frame.moment", { day, time: timeText(at, inUse()) }) : day;
}

// "5 Jan 2026", at the end of an axis; in Arabic in its own order of words, in a drawing that runs from left to right.
export const axisLabel = (at: string): string => wholeLine(axisDayText(at.slice(0, 10), inUse()), inUse());

// The chart library writes the ticks of a time axis in English only.
export const monthTick = (): { tickFormat?: (date: Date) => string } =>
  inUse().code === "en" ? {} : { tickFormat: (date) => monthText(date, inUse()) };

export function shifted(from: number, days: number): number {
  return from + days * dayInMilliseconds;
}
