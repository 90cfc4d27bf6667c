// How a verdict looks. Its words are the server's; colour is for what two visits say, and never without a sign. Pure.
import type { Benefit, Series, VerdictName } from "./shapes.ts";

export type Tone = "better" | "worse" | "unconfirmed" | "plain";
export type Sign =
  | "down"
  | "up"
  | "perhaps_down"
  | "perhaps_up"
  | "same"
  | "stated"
  | "nothing"
  | "yes"
  | "no"
  | "perhaps";

export interface Judged {
  verdict: VerdictName;
  confirmed: boolean | null;
  change: number | null;
}

export function toneOf({ verdict, confirmed }: Pick<Judged, "verdict" | "confirmed">): Tone {
  if (verdict !== "improved" && verdict !== "worsened") return "plain";
  if (confirmed !== true) return "unconfirmed";
  return verdict === "improved" ? "better" : "worse";
}

// The arrow is the way that the number went; it is broken where that may be chance.
export function signOf({ verdict, confirmed, change }: Judged): Sign {
  if (verdict === "stated") return "stated";
  if (verdict === "not_enough_data" || change === null) return "nothing";
  if (verdict === "unchanged" || change === 0) return "same";
  const sure = confirmed === true || verdict === "changed";
  if (change < 0) return sure ? "down" : "perhaps_down";
  return sure ? "up" : "perhaps_up";
}

// Of a benefit, which is of several scales and has no direction. The server calls one improved only where two visits
// say so.
export function benefitLook({ verdict }: Pick<Benefit, "verdict">): { tone: Tone; sign: Sign } {
  switch (verdict) {
    case "improved":
      return { tone: "better", sign: "yes" };
    case "worsened":
      return { tone: "worse", sign: "no" };
    case "unchanged":
      return { tone: "plain", sign: "same" };
    case "not_sure":
      return { tone: "plain", sign: "perhaps" };
    case "not_enough_data":
      return { tone: "plain", sign: "nothing" };
  }
}

// Values that can be set against each other.
export const compares = (series: Pick<Series, "verdict">): boolean =>
  series.verdict !== "not_enough_data" && series.verdict !== "stated";
