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
const fromLeft = /[\p{Script=Latin}\d٠-٩+−-]/u;

const ofDirection = /[\u202A-\u202E\u2066-\u2069]/;
const begin = "\u2068";
const beginLeftToRight = "\u2066";
const end = "\u2069";

// With as many ends of isolates as begins, so that none of its marks reaches what stands around it.
function balanced(value: string): string {
  let open = 0;
  let missing = 0;
  for (const character of value) {
    if (/[\u2066-\u2068]/.test(character)) open++;
    else if (character === end && open > 0) open--;
    else if (character === end) missing++;
  }
  return begin.repeat(missing) + value + end.repeat(open);
}

// One isolate from the first character to the last.
function isOne(value: string): boolean {
  if (!/^[\u2066-\u2068]/.test(value)) return false;
  let open = 0;
  for (let at = 0; at < value.length; at++) {
    if (/[\u2066-\u2068]/.test(value.charAt(at))) open++;
    else if (value.charAt(at) === end) open--;
    if (open <= 0) return open === 0 && at === value.length - 1;
  }
  return false;
}

// A value within a sentence stands in U+2068 … U+2069 where it could turn round with what is beside it, or has marks of
// direction of its own, which end with it.
export function isolated(value: string, { direction }: Language): string {
  if (isOne(value)) return value;
  if (ofDirection.test(value)) return begin + balanced(value) + end;
  const turns = direction === "rtl" ? fromLeft.test(value) : rightToLeft.test(value);
  return turns ? begin + value + end : value;
}

// A number with a unit in Latin letters, which follows it from left to right in every language.
export const leftToRight = (text: string, { direction }: Language): string =>
  direction === "rtl" ? beginLeftToRight + balanced(text) + end : text;

// A line of a drawing, which runs from left to right, keeps the order of words of its language.
export const wholeLine = (text: string, { direction }: Language): string =>
  direction === "rtl" ? `\u2067${text}\u2069` : text;

// After Arabic letters "−3", "±0" and "45%" would be drawn as "3−", "0±" and "%45".
export const signKept = (text: string, language: Language): string =>
  language.direction === "rtl" && /[+−±%٪-]/.test(text) ? isolated(text, language) : text;
