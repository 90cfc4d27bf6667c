// How dates, numbers and units are written. Dates are text everywhere else.

const zone = "UTC";
const day_format = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "short", year: "numeric", timeZone: zone });
const month_format = new Intl.DateTimeFormat("en-GB", { month: "short", year: "numeric", timeZone: zone });
const short_format = new Intl.DateTimeFormat("en-GB", { weekday: "short", day: "numeric", month: "short", timeZone: zone });
const day_ms = 86400000;

// The UTC instant that stands for a civil date or moment; only for arithmetic and formats here.
export function stand_in(text: string): Date {
  const [year, month = 1, day = 1] = text.slice(0, 10).split("-").map(Number);
  const [hour = 0, minute = 0] = text.slice(11, 16).split(":").map(Number);
  return new Date(Date.UTC(year ?? 1970, month - 1, day, hour, minute));
}

// "2026-05-29" → "29 May 2026"; "2012-02" → "Feb 2012"; "2012" stays.
export function day_text(text: string): string {
  if (text.length < 7) return text;
  return (text.length < 10 ? month_format : day_format).format(stand_in(text));
}

// "2026-05-29T14:30" → "29 May 2026, 14:30"
export const moment_text = (text: string): string =>
  text.length > 10 ? `${day_text(text)}, ${text.slice(11, 16)}` : day_text(text);

export const short_moment_text = (text: string): string =>
  text.length > 10 ? `${short_format.format(stand_in(text))}, ${text.slice(11, 16)}` : short_format.format(stand_in(text));

export const days_between = (from: string, to: string): number =>
  Math.round((stand_in(to.slice(0, 10)).getTime() - stand_in(from.slice(0, 10)).getTime()) / day_ms);

export const hours_between = (from: string, to: string): number =>
  (stand_in(to).getTime() - stand_in(from).getTime()) / 3600000;

export function age_text(born: string, on: string): string {
  const years = Number(on.slice(0, 4)) - Number(born.slice(0, 4));
  const had_birthday = on.slice(5, 10) >= born.slice(5, 10);
  return String(had_birthday ? years : years - 1);
}

// At most two decimals, a real minus sign.
export function number_text(value: number): string {
  return String(Math.round(value * 100) / 100).replace("-", "−");
}

export const change_text = (value: number): string =>
  value > 0 ? `+${number_text(value)}` : value === 0 ? "±0" : number_text(value);

const units: Record<string, string> = {
  "{score}": "points",
  "{lesions}": "lesions",
  "{score}/10": "of 10",
  "g/(m2.h)": "g/(m²·h)",
  "[arb'U]": "a.u.",
  "{a.u.}": "a.u.",
  "1": "",
};

export const unit_text = (unit: string): string =>
  units[unit] ?? unit.replace(/[{}]/g, "").replace(/m2/g, "m²").replace(/cm2/g, "cm²");

// A scale's name without what it explains in brackets.
export const short_name = (name: string): string => name.replace(/ \([^)]*\)/, "");

// "left_cheek" → "left cheek"
export const plain = (word: string): string => word.replace(/_/g, " ");
export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

// 3.5 → "3 h 30 min"; 30 → "1 day 6 h"
export function duration_text(hours: number): string {
  const minutes = Math.max(0, Math.round(hours * 60));
  const days = Math.floor(minutes / 1440);
  const rest_hours = Math.floor((minutes % 1440) / 60);
  if (days > 0) return `${days} ${days === 1 ? "day" : "days"}${rest_hours > 0 ? ` ${rest_hours} h` : ""}`;
  return rest_hours > 0 ? `${rest_hours} h ${minutes % 60} min` : `${minutes % 60} min`;
}
