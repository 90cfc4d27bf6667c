// The language in which a page is written: its texts, its direction, and how numbers and dates are written in it. Pure.

export interface Language {
  code: "en" | "ar";
  direction: "ltr" | "rtl";
  locale: string; // for Intl, with the digits: "ar-u-nu-latn"
}

export type Digits = "latn" | "arab";

export const english: Language = { code: "en", direction: "ltr", locale: "en" };

// Digits are a choice in Arabic only; Western ones by themselves.
export function languageOf(code: string, digits: Digits = "latn"): Language {
  return code === "ar" ? { code, direction: "rtl", locale: `ar-u-nu-${digits}` } : english;
}

const rightToLeft = /\p{Script=Arabic}|\p{Script=Hebrew}/u;
const fromLeft = /[\p{Script=Latin}\d+−-]/u;

// A value within a sentence stands in U+2068 … U+2069 where it could turn round with what is beside it.
export function isolated(value: string, { direction }: Language): string {
  const turns = direction === "rtl" ? fromLeft.test(value) : rightToLeft.test(value);
  return turns ? `\u2068${value}\u2069` : value;
}

// A line of a drawing, which runs from left to right, keeps the order of words of its language.
export const wholeLine = (text: string, { direction }: Language): string =>
  direction === "rtl" ? `\u2067${text}\u2069` : text;

// A number with a sign keeps it in front.
export const signKept = (text: string, language: Language): string =>
  /[+−-]/.test(text) ? isolated(text, language) : text;
