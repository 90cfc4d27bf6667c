// What the safety rules say of a visit, for its bar: how many of each level, the first in words, and what would answer
// it. Pure.
import { becauseOf } from "./finding_text.ts";
import type { Finding } from "./shapes.ts";

export const levels = ["stop", "sign_off", "caution"] as const;
export type Level = (typeof levels)[number];

// How many rules speak at this level; one that speaks of several regions is one, as in the list of all that was found.
export const countOf = (findings: readonly Finding[], level: string): number =>
  new Set(findings.filter((one) => one.level === level).map(({ rule }) => rule)).size;

const rank = (finding: Finding): number => {
  const at = levels.findIndex((level) => level === finding.level);
  return at < 0 ? levels.length : at;
};

// The gravest first, else in the order in which the rules were asked.
export const inOrder = (findings: readonly Finding[]): Finding[] =>
  findings
    .map((finding, index) => ({ finding, index }))
    .sort((a, b) => rank(a.finding) - rank(b.finding) || a.index - b.index)
    .map(({ finding }) => finding);

// How grave the whole is: what the bar looks like.
export const gravest = (findings: readonly Finding[]): Level | null => {
  const first = inOrder(findings)[0];
  return levels.find((level) => level === first?.level) ?? null;
};

export type Remedy =
  | { kind: "look"; region: string } // record an acne status of it
  | { kind: "leave_out"; region: string }
  | { kind: "depth"; region: string } // look at the depth again
  | { kind: "field"; field: string } // of the session
  | { kind: "no_anaesthetic" }
  | { kind: "no_session" } // nothing about the session would answer it
  | { kind: "person" }; // the patient's own data

const byRegion: Record<string, "look" | "leave_out" | "depth"> = {
  stale_lesions: "look",
  stale_acne_status: "look",
  active_lesions: "leave_out",
  active_infection: "leave_out",
  open_wound: "leave_out",
  suspicious_lesion: "leave_out",
  keloid_in_area: "leave_out",
  interval: "leave_out",
  interval_radiofrequency: "leave_out",
  depth_of_the_clinic: "depth",
  depth_of_the_guide: "depth",
  depth_not_evaluated: "depth",
  depth_unusual: "depth",
  depth_unusual_radiofrequency: "depth",
  orbital_rim: "depth",
  lip: "depth",
  passes_unusual: "depth",
};
const byField: Record<string, string> = {
  traceability: "lot",
  cartridge_expired: "lot",
  cartridge_reused: "lot",
  cartridge_lot_short: "lot",
  anaesthetic_dose: "anaesthetic_grams",
  anaesthetic_strength: "anaesthetic_percent",
  anaesthetic_long: "anaesthetic_min",
  needles_unusual: "needles",
  needle_diameter_unusual: "needle_mm",
  speed_unusual: "speed_hz",
  radiofrequency_settings: "energy_mj",
  glide_product: "glide_product",
  glide_vitamin_c: "glide",
  pain_strong: "pain",
};

// A stop that no field answers, as of metal allergy or pregnancy, is answered by needling nobody today; nothing else
// where only a decision does.
export function remedyOf({ rule, region, level }: Pick<Finding, "rule" | "region" | "level">): Remedy | null {
  const kind = byRegion[rule];
  if (kind !== undefined && region) return { kind, region };
  const field = byField[rule];
  if (field !== undefined) return { kind: "field", field };
  if (rule === "anaesthetic" || rule === "allergy_substance") return { kind: "no_anaesthetic" };
  if (rule === "minor" || rule === "age") return { kind: "person" };
  return level === "stop" && kind === undefined ? { kind: "no_session" } : null;
}

// The regions that are planned and that a rule wants to be looked at first.
export const toLookAt = (findings: readonly Finding[]): string[] =>
  findings.flatMap((one) => {
    const remedy = remedyOf(one);
    return remedy?.kind === "look" ? [remedy.region] : [];
  });

export const stopsAt = (findings: readonly Finding[], region: string): boolean =>
  findings.some((one) => one.level === "stop" && one.region === region);

// What a rule asks of the depth in a region, for its field.
export const askedOfDepth = (findings: readonly Finding[], region: string): string[] =>
  findings.filter((one) => one.region === region && remedyOf(one)?.kind === "depth").map((one) => becauseOf(one).text);

// The step of a visit where something that was refused is put right, and of which kind there; its day is the session's.
export function placeOfFault(pointer: string): { step: "skin" | "session" | "aftercare"; noun: string } {
  const noun = pointer.split("/")[0] ?? "";
  if (noun === "session" || pointer.endsWith("/on")) return { step: "session", noun };
  return { step: noun === "application" ? "aftercare" : "skin", noun };
}

// "session/areas/0/depth_mm" of what the server says is within this part: the rest of the pointer, else null.
export function within(pointer: string, part: string): string | null {
  return pointer === part ? "" : pointer.startsWith(`${part}/`) ? pointer.slice(part.length + 1) : null;
}
