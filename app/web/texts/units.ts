// How a UCUM unit is written, by itself and with its number.
import { isolated, leftToRight } from "./language.ts";
import { type Written } from "./message.ts";
import { numberText } from "./numbers.ts";
import { inUse, t } from "./texts.ts";

const known = {
  "{score}": "points",
  "{score}/10": "of_10",
  "{lesions}": "lesions",
  points: "points", // a patient's own page has words
  lesions: "lesions",
  pores: "pores",
  scars: "scars",
  "{pores}": "pores",
  "{scars}": "scars",
  "[arb'U]": "arbitrary",
  "{a.u.}": "arbitrary",
  mm: "mm",
  cm2: "cm2",
  min: "min",
} as const;

const nameOf = (ucum: string): (typeof known)[keyof typeof known] | undefined =>
  Object.hasOwn(known, ucum) ? known[ucum as keyof typeof known] : undefined;

const prints: readonly (readonly [string, string])[] = [
  ["Cel", "°C"],
  ["ug", "µg"],
  ["m2", "m²"],
  ["m3", "m³"],
  [".", "·"],
  ["{", ""],
  ["}", ""],
];

// "points", "g/(m²·h)"; empty for a bare number.
export function unitText(ucum: string): string {
  const name = nameOf(ucum);
  if (name !== undefined) return t(`frame.unit.${name}`);
  return ucum === "1" ? "" : prints.reduce((all, [from, to]) => all.split(from).join(to), ucum);
}

// A number with its unit.
export function withUnit(number: Written, ucum: string): string {
  const name = nameOf(ucum);
  if (name !== undefined) return t(`word.unit.${name}`, { count: number, number });
  const unit = unitText(ucum);
  if (unit === "") return number.text;
  const isOne = ucum.startsWith("{") && number.text.replace(/[\u200e\u061c\u2066-\u2069+−-]/g, "") === "1";
  const named = isOne ? unit.replace(/s$/, "") : unit; // a clinic's own "{comedos}"
  return leftToRight(t("word.unit.other", { number, unit: named }), inUse());
}

// "1 point", "4.5 points", "12 g/(m²·h)"
export const quantityText = (value: number, ucum: string, decimals?: number): string =>
  withUnit({ text: isolated(numberText(value, inUse(), decimals), inUse()), count: value, decimals }, ucum);
