// What is measured, and what is said of it, in the language in use. Pure.
import { textOf, t, word } from "../texts/texts.ts";
import { quantityText, shortName } from "./format.ts";
import type { Series, VerdictName } from "./shapes.ts";

// "Atrophic scars, left cheek" of "scars@left_cheek"; a scale of the clinic's own has the clinic's name.
export function measureName({ instrument, name }: { instrument: string; name: string }): string {
  const [code = "", region] = instrument.split("@");
  const measure = word("instrument.name", code);
  if (measure === undefined) return shortName(name);
  const place = region === undefined ? undefined : word("word.region", region);
  return place === undefined ? measure : t("sentence.part.measure_at", { measure, region: place });
}

// "Almost clear"; a band of the clinic's own as the clinic wrote it.
export const bandName = (name: string): string =>
  word("instrument.band", name.toLowerCase().replace(/[^a-z0-9]/g, "_")) ?? name;

// Of a region as the server writes it for people: "left cheek".
export const regionName = (name: string): string => word("word.region", name.replace(/ /g, "_")) ?? name;

interface Ruled {
  instrument: string;
  unit: string;
  responder_rule: { text: string; from: number | null } | null;
}

// "at least 4 points better"; a rule of the clinic's own as the program writes it.
export function responderRule({ instrument, unit, responder_rule: rule }: Ruled): string | null {
  if (rule === null) return null;
  const named = word("instrument.responder", instrument.split("@")[0] ?? "");
  if (named === undefined) return rule.text;
  return rule.from === null ? named : t("instrument.rule.from", { rule: named, value: quantityText(rule.from, unit) });
}

interface Judged {
  verdict: VerdictName;
  confirmed: boolean | null;
  change?: number | null;
  band?: { name: string } | null;
}

// As every page says it: "looks better" until two visits agree; of what may be chance only the way it went.
export function verdictText({ verdict, confirmed, band, change }: Judged): string {
  if (verdict === "stated") return band ? bandName(band.name) : "";
  if (verdict === "not_sure" && change) return t(change < 0 ? "patient.strip.lower" : "patient.strip.higher");
  const isOnce = (verdict === "improved" || verdict === "worsened") && confirmed !== true;
  return textOf(`verdict.${verdict}${isOnce ? "_once" : ""}`);
}

// For a chart, which writes what it is given.
export const worded = (series: Series): Series => ({
  ...series,
  name: measureName(series),
  words: verdictText(series),
});
