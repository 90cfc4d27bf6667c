// A message as app/web/texts.mjs has made it of its ICU pattern: text, values, choices by number or by word. Pure.
import { isolated, type Language } from "./language.ts";
import { numberText, ownDigitsText } from "./numbers.ts";

export type Part =
  | string
  | 0 // the number that the plural around it is of
  | [name: string]
  | [name: string, choice: "plural" | "select", options: Record<string, Part[]>];
export type Message = string | Part[];

// A value that is text already, with the number that it is of, where there is one, and its decimals as written.
export interface Written {
  text: string;
  count?: number;
  decimals?: number;
}
export type Given = string | number | Written;

const rules = new Map<string, Intl.PluralRules>();

// Of a number with decimals as it is written: "1.0" is not one in English.
function pluralOf({ count = NaN, decimals }: Omit<Written, "text">, { locale }: Language): string {
  const key = `${locale} ${decimals}`;
  const options = decimals === undefined ? {} : { minimumFractionDigits: decimals, maximumFractionDigits: decimals };
  const known = rules.get(key) ?? new Intl.PluralRules(locale, options);
  rules.set(key, known);
  return known.select(count);
}

// That of this number exactly, where it is a count, else of its plural form; or of this word.
function chosen(
  choice: "plural" | "select",
  options: Record<string, Part[]>,
  value: Given,
  language: Language,
): readonly Part[] {
  const is: Written = typeof value === "object" ? value : { text: String(value), count: Number(value) };
  const form = choice === "plural" ? pluralOf(is, language) : is.text;
  const exact = choice === "plural" && is.decimals === undefined ? options[`=${is.count}`] : undefined;
  return exact ?? options[form] ?? options.other ?? [];
}

const countText = (value: Given, language: Language): string =>
  typeof value === "object" ? value.text : numberText(Number(value), language);

function valueText(value: Given, language: Language): string {
  if (typeof value === "object") return value.text;
  return isolated(typeof value === "number" ? numberText(value, language) : value, language);
}

// A value that is not given shows its name in braces.
export function written(
  parts: readonly Part[],
  values: Readonly<Record<string, Given>>,
  language: Language,
  counted: Given = 0,
): string {
  return parts
    .map((part) => {
      if (typeof part === "string") return ownDigitsText(part, language);
      if (part === 0) return countText(counted, language);
      const [name, choice, options = {}] = part;
      const value = values[name];
      if (value === undefined) return `{${name}}`;
      if (choice === undefined) return valueText(value, language);
      const says = chosen(choice, options, value, language);
      return written(says, values, language, choice === "plural" ? value : counted);
    })
    .join("");
}
