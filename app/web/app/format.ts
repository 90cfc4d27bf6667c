// How dates, numbers and units are written in the language in use. Dates are text everywhere else.
import * as dates from "../texts/dates.ts";
import { signKept } from "../texts/language.ts";
import * as numbers from "../texts/numbers.ts";
import { inUse, t } from "../texts/texts.ts";

export { toUtcDate } from "../texts/dates.ts";
export { quantityText, unitText } from "../texts/units.ts";

const dayMs = 86400000;

// "2026-05-29" → "Fri 29 May 2026"; "2012-02" → "Feb 2012"; "2012" stays.
export const dayText = (text: string): string => dates.dayText(text, inUse());

// "28 Jul 1990": of a birth the weekday says nothing.
export const birthDayText = (text: string): string => dates.axisDayText(text, inUse());

// "14:30"
export const timeText = (text: string): string => dates.timeText(text, inUse());

// "Fri 29 May"
export const shortDayText = (text: string): string => dates.shortDayText(text, inUse());

const withTime = (day: string, text: string): string =>
  text.length > 10 ? t("frame.moment", { day, time: dates.timeText(text, inUse()) }) : day;

// "2026-05-29T14:30" → "Fri 29 May 2026, 14:30"
export const momentText = (text: string): string => withTime(dayText(text.slice(0, 10)), text);

// "Fri 29 May, 14:30"
export const shortMomentText = (text: string): string => withTime(dates.shortDayText(text, inUse()), text);

const isMoment = /[zZ]|[+-]\d\d:?\d\d$/;

// A moment of the server's clock (UTC), as the clock of this browser shows it: "Sun 29 Nov 2026, 14:30".
export function localMomentText(utc: string): string {
  const there = new Date(isMoment.test(utc) ? utc : `${utc}Z`);
  return momentText(new Date(there.getTime() - there.getTimezoneOffset() * 60000).toISOString());
}

export const daysBetween = (from: string, to: string): number =>
  Math.round((dates.toUtcDate(to.slice(0, 10)).getTime() - dates.toUtcDate(from.slice(0, 10)).getTime()) / dayMs);

export const hoursBetween = (from: string, to: string): number =>
  (dates.toUtcDate(to).getTime() - dates.toUtcDate(from).getTime()) / 3600000;

function fullYears(born: string, on: string): number {
  const years = Number(on.slice(0, 4)) - Number(born.slice(0, 4));
  return on.slice(5, 10) >= born.slice(5, 10) ? years : years - 1;
}

// "36 years"; "about 36 years" where the birth is known to the year or month only and leaves it open.
export function ageText(born: string, on: string): string {
  const most = fullYears(born.padEnd(10, "-01-01".slice(born.length - 4)), on);
  const least = fullYears(born.padEnd(10, "-12-31".slice(born.length - 4)), on);
  return least === most ? t("patient.years", { count: most }) : t("patient.about_years", { count: most });
}

// With `decimals` exactly so many; else as many as say what the number is.
export const numberText = (value: number, decimals?: number): string => numbers.numberText(value, inUse(), decimals);

// "+2.5", "−2.5", "±0"
export const changeText = (value: number): string =>
  value === 0 ? signKept(`±${numberText(0)}`, inUse()) : numbers.signedText(value, inUse());

// 26.7 is "27 %"
export const percentText = (percent: number): string => numbers.percentText(percent, inUse());
export const percentChangeText = (percent: number): string => numbers.percentText(percent, inUse(), 0, true);

// A scale's name without what it explains in brackets.
export const shortName = (name: string): string => name.replace(/ \([^)]*\)/, "");

// "left_cheek" → "left cheek"
export const plain = (word: string): string => word.replace(/_/g, " ");
export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

// "forehead, nose"
export const listText = (items: readonly string[]): string => items.join(t("frame.list"));

// "4w" → "every 4 weeks"; what is none stays as it is.
export function intervalText(every: string): string {
  const [, count, unit] = /^(\d+)([dwm])$/.exec(every) ?? [];
  if (count === undefined || (unit !== "d" && unit !== "w" && unit !== "m")) return every;
  return t(`frame.every.${unit}`, { count: Number(count) });
}

// 3.5 → "3 h 30 min"; 30 → "1 day 6 h"
export function durationText(span: number): string {
  const minutesInAll = Math.max(0, Math.round(span * 60));
  const days = Math.floor(minutesInAll / 1440);
  const hours = Math.floor((minutesInAll % 1440) / 60);
  const minutes = minutesInAll % 60;
  if (days > 0) return hours > 0 ? t("frame.duration.days_hours", { days, hours }) : t("frame.duration.days", { days });
  return hours > 0 ? t("frame.duration.hours_minutes", { hours, minutes }) : t("frame.duration.minutes", { minutes });
}
