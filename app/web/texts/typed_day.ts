// A day as people type it, day first: "28.11", "28 nov", "28/11/2026", "today", "sat", and as it is kept, "2026-11-28";
// with a time of day behind it, or known to the month or year alone. In Arabic the same in its names and digits. Pure.
import { toUtcDate } from "./dates.ts";
import { plainFigures } from "./typed_figures.ts";

// Which of several days is meant where no year is typed, or not all of it: the nearest, the next from today on, or the
// last until today, as of a birth ("99" is 1999).
export type Leaning = "nearest" | "ahead" | "behind";

const dayMs = 86400000;
const iso = (date: Date): string => date.toISOString().slice(0, 10);
export const daysLater = (day: string, days: number): string => iso(new Date(toUtcDate(day).getTime() + days * dayMs));

const months: readonly (readonly string[])[] = [
  ["jan", "january", "يناير", "كانون الثاني"],
  ["feb", "february", "فبراير", "شباط"],
  ["mar", "march", "مارس", "آذار"],
  ["apr", "april", "أبريل", "ابريل", "نيسان"],
  ["may", "مايو", "أيار"],
  ["jun", "june", "يونيو", "حزيران"],
  ["jul", "july", "يوليو", "تموز"],
  ["aug", "august", "أغسطس", "اغسطس", "آب"],
  ["sep", "sept", "september", "سبتمبر", "أيلول"],
  ["oct", "october", "أكتوبر", "اكتوبر", "تشرين الأول"],
  ["nov", "november", "نوفمبر", "تشرين الثاني"],
  ["dec", "december", "ديسمبر", "كانون الأول"],
];
// From Sunday on.
const weekdays: readonly (readonly string[])[] = [
  ["sun", "sunday", "الأحد", "الاحد", "أحد"],
  ["mon", "monday", "الاثنين", "الإثنين", "اثنين"],
  ["tue", "tues", "tuesday", "الثلاثاء", "ثلاثاء"],
  ["wed", "wednesday", "الأربعاء", "الاربعاء", "أربعاء"],
  ["thu", "thur", "thurs", "thursday", "الخميس", "خميس"],
  ["fri", "friday", "الجمعة", "جمعة"],
  ["sat", "saturday", "السبت", "سبت"],
];
const away: Record<string, number> = {
  today: 0,
  yesterday: -1,
  tomorrow: 1,
  اليوم: 0,
  أمس: -1,
  امس: -1,
  غدا: 1,
  غداً: 1,
};

const indexIn = (names: readonly (readonly string[])[], word: string): number =>
  names.findIndex((each) => each.includes(word));

// Western digits, small letters, one blank, no marks of direction.
const folded = (text: string): string =>
  plainFigures(text).replace(/[،,]/g, " ").toLowerCase().trim().replace(/\s+/g, " ");

// Null where the month has no such day.
function civil(year: number, month: number, day: number): string | null {
  const text = `${String(year).padStart(4, "0")}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
  return month >= 1 && month <= 12 && day >= 1 && iso(toUtcDate(text)) === text ? text : null;
}

const fullYear = (typed: string, today: string, leaning: Leaning): number => {
  if (typed.length > 2) return Number(typed);
  const now = Number(today.slice(0, 4));
  const year = Math.floor(now / 100) * 100 + Number(typed);
  return leaning === "behind" && year > now ? year - 100 : year;
};

function ofYear(month: number, day: number, today: string, leaning: Leaning): string | null {
  const year = Number(today.slice(0, 4));
  const years = [-4, -3, -2, -1, 0, 1, 2, 3, 4].map((far) => year + far);
  const all = years.flatMap((one) => civil(one, month, day) ?? []);
  if (leaning === "ahead") return all.find((one) => one >= today) ?? null;
  if (leaning === "behind") return all.reverse().find((one) => one <= today) ?? null;
  const far = (one: string): number => Math.abs(toUtcDate(one).getTime() - toUtcDate(today).getTime());
  return all.sort((a, b) => far(a) - far(b))[0] ?? null;
}

// The day, "2026-11-28"; null of what is no day. `today` is the clinic's.
export function typedDay(text: string, today: string, leaning: Leaning = "nearest"): string | null {
  const typed = folded(text);
  if (typed in away) return daysLater(today, away[typed] ?? 0);
  const weekday = indexIn(weekdays, typed);
  if (weekday >= 0) {
    const now = toUtcDate(today).getUTCDay();
    return daysLater(today, leaning === "ahead" ? (weekday - now + 7) % 7 : -((now - weekday + 7) % 7));
  }
  const kept = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(typed);
  if (kept) return civil(Number(kept[1]), Number(kept[2]), Number(kept[3]));
  // A name of the day before it is what the field itself writes.
  const [first = "", ...others] = typed.split(" ");
  const bare = others.length > 0 && indexIn(weekdays, first) >= 0 ? others.join(" ") : typed;
  const numbers = /^(\d{1,2})[./ -](\d{1,2})(?:[./ -](\d{2}|\d{4}))?\.?$/.exec(bare);
  const named = /^(\d{1,2})\.? ?([^\d.]+?)\.?(?: (\d{2}|\d{4}))?$/.exec(bare);
  const month = numbers ? Number(numbers[2]) : indexIn(months, named?.[2] ?? "") + 1;
  const found = numbers ?? named;
  if (!found || month === 0) return null;
  const day = Number(found[1]);
  return found[3] === undefined
    ? ofYear(month, day, today, leaning)
    : civil(fullYear(found[3], today, leaning), month, day);
}

// The same of a day that may be known to the month or year alone: "2026-06" of "6.2026" and "june 2026", "1999".
export function typedPartialDay(text: string, today: string, leaning: Leaning = "nearest"): string | null {
  const typed = folded(text);
  if (/^\d{4}$/.test(typed)) return typed;
  const kept = /^(\d{4})-(\d{1,2})$/.exec(typed);
  const numbers = /^(\d{1,2})[./ -](\d{4})$/.exec(typed);
  const named = /^([^\d.]+?)\.? ?(\d{4})$/.exec(typed);
  const month = Number(kept?.[2] ?? numbers?.[1] ?? indexIn(months, named?.[1] ?? "") + 1);
  const year = kept?.[1] ?? numbers?.[2] ?? named?.[2];
  if (year !== undefined && month >= 1 && month <= 12) return `${year}-${String(month).padStart(2, "0")}`;
  return typedDay(text, today, leaning);
}

// A day and, where one is typed behind it, a time of day: "28.11 20:00" is "2026-11-28T20:00".
export function typedMoment(text: string, today: string, leaning: Leaning = "nearest"): string | null {
  const day = typedDay(text, today, leaning);
  if (day !== null) return day;
  const [, before = "", behind = ""] = /^(.*?)[\s,،T]+(\d{1,2}(?:[:.h]\d{2}|h))$/.exec(plainFigures(text).trim()) ?? [];
  const [first, time] = [typedDay(before, today, leaning), typedTime(behind)];
  return first === null || time === null ? null : `${first}T${time}`;
}

// "14:30" of "14:30", "14.30", "1430", "9"; null of what is no time of day.
export function typedTime(text: string): string | null {
  const found = /^(\d{1,2})(?:[:.h ]?(\d{2})|h)?$/.exec(folded(text));
  const [hour, minute] = [Number(found?.[1]), Number(found?.[2] ?? 0)];
  if (!found || hour > 23 || minute > 59) return null;
  return `${String(hour).padStart(2, "0")}:${String(minute).padStart(2, "0")}`;
}
