// A message as app/web/texts.mjs has made it of its ICU pattern: text, values, choices by number or by word. Pure.
import { isolated, type Language } from "./language.ts";
import { numberText } from "./numbers.ts";

export type Part =
  | string
  | 0 // the number that the plural around it is of
  | [name: string]
  | [name: string, choice: "plural" | "select", options: Record<string, Part[]>];
export type Message = string | Part[];

export type Given = string | number;

const rules = new Map<string, Intl.PluralRules>();

function pluralOf(count: number, { locale }: Language): string {
  const known = rules.get(locale) ?? new Intl.PluralRules(locale);
  rules.set(locale, known);
  return known.select(count);
}

function valueText(value: Given, language: Language): string {
  return isolated(typeof value === "number" ? numberText(value, language) : value, language);
}

// A value that is not given shows its name in braces.
export function written(
  parts: readonly Part[],
  values: Readonly<Record<string, Given>>,
  language: Language,
  count = 0,
): string {
  return parts
    .map((part) => {
      if (typeof part === "string") return part;
      if (part === 0) return numberText(count, language);
      const [name, choice, options = {}] = part;
      const value = values[name];
      if (value === undefined) return `{${name}}`;
      if (choice === undefined) return valueText(value, language);
      const number = Number(value);
      const word = choice === "plural" ? pluralOf(number, language) : String(value);
      const chosen = (choice === "plural" ? options[`=${number}`] : undefined) ?? options[word] ?? options.other ?? [];
      return written(chosen, values, language, choice === "plural" ? number : count);
    })
    .join("");
}
