// How a number is written. Pure; tests/texts/figures.json has examples, which the program's own writing keeps to too.
import type { Language } from "./language.ts";

const longest = 1e15; // from here on powers of ten
const noBreak = "\u00A0";
const anyCount = /[1-9١-٩]/;
const formats = new Map<string, Intl.NumberFormat>();

function formatOf({ locale }: Language, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const key = `${locale} ${JSON.stringify(options)}`;
  const known = formats.get(key) ?? new Intl.NumberFormat(locale, options);
  formats.set(key, known);
  return known;
}

// A real minus sign in English; in Arabic as the formatter writes it, with its mark of direction.
const minus = (text: string, { code }: Language): string => (code === "en" ? text.replace("-", "−") : text);

// With `decimals` exactly so many; else at most two, and below 1 three figures that count: 0.0456 is not 0.05.
// A million is 1,000,000. There is no minus zero.
export function numberText(value: number, language: Language, decimals?: number): string {
  if (Math.abs(value) >= longest) return minus(value.toExponential(2).replace("+", ""), language);
  const options: Intl.NumberFormatOptions =
    decimals !== undefined
      ? { minimumFractionDigits: decimals, maximumFractionDigits: decimals }
      : Math.abs(value) < 1
        ? { maximumSignificantDigits: 3 }
        : { maximumFractionDigits: 2 };
  const format = formatOf(language, options);
  const text = format.format(value);
  return minus(anyCount.test(text) ? text : format.format(Math.abs(value)), language);
}

// "+2.5", "−2.5"; no sign where it rounds to nothing.
export function signedText(value: number, language: Language, decimals?: number): string {
  const text = numberText(value, language, decimals);
  return value > 0 && anyCount.test(text) ? `+${text}` : text;
}

// 26.7 is "26.7 %"; in Arabic as the formatter writes it.
export function percentText(percent: number, language: Language, decimals = 0): string {
  if (language.code === "en") return `${numberText(percent, language, decimals)}${noBreak}%`;
  const options = { style: "percent", minimumFractionDigits: decimals, maximumFractionDigits: decimals } as const;
  const format = formatOf(language, options);
  const text = format.format(percent / 100);
  return anyCount.test(text) ? text : format.format(0);
}

// Digits that are no quantity, as of a year or a time of day: "14:30" is "١٤:٣٠".
export function digitsText(digits: string, { locale }: Language): string {
  if (!locale.endsWith("arab")) return digits;
  return digits.replace(/\d/g, (digit) => String.fromCharCode(0x660 + Number(digit)));
}
