// What the program says in its answers: the id of a text and the values of its arguments, among them further phrases.
// The program writes them in English the same way (app/texts/language.cpp; tests/texts/phrases.json holds both), but
// for the days of records: 2026-05-29 on a terminal is "Fri 29 May 2026" on every page.
import { dayText, toUtcDate } from "./dates.ts";
import { isolated } from "./language.ts";
import { type Given, type Written } from "./message.ts";
import { digitsText, numberText, signedText } from "./numbers.ts";
import { inUse, messageOf, textOf } from "./texts.ts";
import { withUnit } from "./units.ts";

export interface Phrase {
  id: string;
  values: Readonly<Record<string, unknown>>;
}

interface Figure {
  number: number;
  decimals: number;
  signed?: boolean;
  unit?: string; // UCUM
}

interface Day {
  date: string; // "2026", "2026-05" or "2026-05-29"
  form: "record" | "words" | "weekday";
  year?: boolean;
  clock?: string;
}

const isPhrase = (value: unknown): value is Phrase => typeof value === "object" && value !== null && "id" in value;

function ofFigure({ number, decimals, signed, unit }: Figure): Written {
  const write = signed ? signedText : numberText;
  const bare: Written = { text: isolated(write(number, inUse(), decimals), inUse()), count: number, decimals };
  return unit ? { ...bare, text: withUnit(bare, unit) } : bare;
}

function ofDay({ date, form, year: hasYear = true, clock }: Day): string {
  const language = inUse();
  if (form === "record") return isolated(dayText(date, language), language);
  const year = digitsText(date.slice(0, 4), language);
  if (date.length === 4) return year;
  const on = toUtcDate(date);
  const month = textOf(`word.month.${on.getUTCMonth() + 1}`);
  if (date.length < 10) return hasYear ? textOf("word.date.month_year", { month, year }) : month;
  const day = on.getUTCDate();
  const full = hasYear
    ? textOf("word.date.day_month_year", { day, month, year })
    : textOf("word.date.day_month", { day, month });
  const weekday = textOf(`word.weekday.${on.getUTCDay() || 7}`);
  const named = form === "weekday" ? textOf("word.date.weekday", { weekday, date: full }) : full;
  return clock ? textOf("word.date.moment", { date: named, time: digitsText(clock, language) }) : named;
}

function given(value: unknown): Given {
  if (typeof value === "string" || typeof value === "number") return value;
  if (isPhrase(value)) return { text: phraseText(value) };
  if (Array.isArray(value)) return { text: value.map((each) => written(each)).join(textOf("word.list.comma")) };
  return "date" in (value as object) ? ofDay(value as Day) : ofFigure(value as Figure);
}

// A value by itself.
export function written(value: unknown): string {
  const is = given(value);
  return typeof is === "object" ? is.text : isolated(typeof is === "number" ? numberText(is, inUse()) : is, inUse());
}

// As a part of a sentence.
export const phraseText = ({ id, values }: Phrase): string =>
  textOf(id, Object.fromEntries(Object.entries(values).map(([name, value]) => [name, given(value)])));

// A whole sentence: one that begins with a phrase begins with a capital.
export function said(phrase: Phrase): string {
  const text = phraseText(phrase);
  const [first] = messageOf(phrase.id) ?? [];
  const begins = Array.isArray(first) && first[1] === undefined && isPhrase(phrase.values[first[0]]);
  return begins ? text.replace(/^[a-z]/, (letter) => letter.toUpperCase()) : text;
}
