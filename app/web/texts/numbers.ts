// How a number is written. Pure; tests/texts/figures.json has examples, which the program's own writing keeps to too.
import { signKept, type Language } from "./language.ts";

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

// A real minus sign in English; in Arabic as the formatter writes it, with its mark of direction. A number with a sign
// stands in an isolate there, ready for a sentence.
const minus = (text: string, language: Language): string =>
  language.code === "en" ? text.replace("-", "−") : signKept(text, language);

// Without a sign where it rounds to nothing.
function formatted(value: number, language: Language, options: Intl.NumberFormatOptions): string {
  const text = formatOf(language, options).format(value);
  if (anyCount.test(text)) return minus(text, language);
  return minus(formatOf(language, { ...options, signDisplay: "never" }).format(value), language);
}

const digitsShown = (value: number, decimals?: number): Intl.NumberFormatOptions =>
  decimals !== undefined
    ? { minimumFractionDigits: decimals, maximumFractionDigits: decimals }
    : Math.abs(value) < 1
      ? { maximumSignificantDigits: 3 }
      : { maximumFractionDigits: 2 };

// With `decimals` exactly so many; else at most two, and below 1 three figures that count: 0.0456 is not 0.05.
// A million is 1,000,000. There is no minus zero.
export const numberText = (value: number, language: Language, decimals?: number): string =>
  Math.abs(value) >= longest
    ? minus(value.toExponential(2).replace("+", ""), language)
    : formatted(value, language, digitsShown(value, decimals));

// "+2.5", "−2.5"; no sign where it rounds to nothing.
export const signedText = (value: number, language: Language, decimals?: number): string =>
  Math.abs(value) >= longest
    ? numberText(value, language)
    : formatted(value, language, { ...digitsShown(value, decimals), signDisplay: "exceptZero" });

// 26.7 is "26.7 %"; in Arabic as the formatter writes it.
export function percentText(percent: number, language: Language, decimals = 0, isSigned = false): string {
  const number = isSigned ? signedText : numberText;
  if (language.code === "en") return `${number(percent, language, decimals)}${noBreak}%`;
  return formatted(percent / 100, language, {
    style: "percent",
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
    ...(isSigned ? { signDisplay: "exceptZero" } : {}),
  });
}

// Digits that are no quantity, as of a year or a time of day: "14:30" is "١٤:٣٠".
export function digitsText(digits: string, { locale }: Language): string {
  if (!locale.endsWith("arab")) return digits;
  return digits.replace(/\d/g, (digit) => String.fromCharCode(0x660 + Number(digit)));
}

// The digits that a text itself has, in those of the letters before them: Arabic words say "٢٤" and Latin names keep
// theirs, "SPF 50", and so does what is one word with Latin letters, "4w".
export function ownDigitsText(text: string, language: Language): string {
  if (!language.locale.endsWith("arab")) return text;
  let isLatin = false;
  return text.replace(
    /\p{Script=Latin}+|[\p{Script=Arabic}،؛]+|\d+(?:[.,]\d+)*(?![\d.,]*\p{Script=Latin})/gu,
    (run) => {
      if (/\d/.test(run)) return isLatin ? run : digitsText(run.replaceAll(",", "٬").replaceAll(".", "٫"), language);
      isLatin = /\p{Script=Latin}/u.test(run);
      return run;
    },
  );
}
