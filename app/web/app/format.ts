// How dates, numbers and units are written. Dates are text everywhere else.

const zone = "UTC";
const dayFormat = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "short", year: "numeric", timeZone: zone });
const monthFormat = new Intl.DateTimeFormat("en-GB", { month: "short", year: "numeric", timeZone: zone });
const shortFormat = new Intl.DateTimeFormat("en-GB", {
  weekday: "short",
  day: "numeric",
  month: "short",
  timeZone: zone,
});
const dayMs = 86400000;

// The UTC instant that stands for a civil date or moment; only for arithmetic and formats here.
export function toUtcDate(text: string): Date {
  const [year, month = 1, day = 1] = text.slice(0, 10).split("-").map(Number);
  const [hour = 0, minute = 0] = text.slice(11, 16).split(":").map(Number);
  return new Date(Date.UTC(year ?? 1970, month - 1, day, hour, minute));
}

// "2026-05-29" → "29 May 2026"; "2012-02" → "Feb 2012"; "2012" stays.
export function dayText(text: string): string {
  if (text.length < 7) return text;
  return (text.length < 10 ? monthFormat : dayFormat).format(toUtcDate(text));
}

// "2026-05-29T14:30" → "29 May 2026, 14:30"
export const momentText = (text: string): string =>
  text.length > 10 ? `${dayText(text)}, ${text.slice(11, 16)}` : dayText(text);

export const shortMomentText = (text: string): string =>
  text.length > 10
    ? `${shortFormat.format(toUtcDate(text))}, ${text.slice(11, 16)}`
    : shortFormat.format(toUtcDate(text));

export const daysBetween = (from: string, to: string): number =>
  Math.round((toUtcDate(to.slice(0, 10)).getTime() - toUtcDate(from.slice(0, 10)).getTime()) / dayMs);

export const hoursBetween = (from: string, to: string): number =>
  (toUtcDate(to).getTime() - toUtcDate(from).getTime()) / 3600000;

function fullYears(born: string, on: string): number {
  const years = Number(on.slice(0, 4)) - Number(born.slice(0, 4));
  return on.slice(5, 10) >= born.slice(5, 10) ? years : years - 1;
}

// "36"; "about 36" where the birth is known to the year or month only and leaves it open.
export function ageText(born: string, on: string): string {
  const most = fullYears(born.padEnd(10, "-01-01".slice(born.length - 4)), on);
  const least = fullYears(born.padEnd(10, "-12-31".slice(born.length - 4)), on);
  return least === most ? String(most) : `about ${most}`;
}

// At most two decimals, a real minus sign.
export function numberText(value: number): string {
  return String(Math.round(value * 100) / 100).replace("-", "−");
}

export const changeText = (value: number): string =>
  value > 0 ? `+${numberText(value)}` : value === 0 ? "±0" : numberText(value);

const units: Record<string, string> = {
  "{score}": "points",
  "{lesions}": "lesions",
  "{score}/10": "of 10",
  "g/(m2.h)": "g/(m²·h)",
  "[arb'U]": "a.u.",
  "{a.u.}": "a.u.",
  "1": "",
};

export const unitText = (unit: string): string =>
  units[unit] ?? unit.replace(/[{}]/g, "").replace(/m2/g, "m²").replace(/cm2/g, "cm²");

// A scale's name without what it explains in brackets.
export const shortName = (name: string): string => name.replace(/ \([^)]*\)/, "");

// "left_cheek" → "left cheek"
export const plain = (word: string): string => word.replace(/_/g, " ");
export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

// 3.5 → "3 h 30 min"; 30 → "1 day 6 h"
export function durationText(hours: number): string {
  const minutes = Math.max(0, Math.round(hours * 60));
  const days = Math.floor(minutes / 1440);
  const restHours = Math.floor((minutes % 1440) / 60);
  if (days > 0) return `${days} ${days === 1 ? "day" : "days"}${restHours > 0 ? ` ${restHours} h` : ""}`;
  return restHours > 0 ? `${restHours} h ${minutes % 60} min` : `${minutes % 60} min`;
}
