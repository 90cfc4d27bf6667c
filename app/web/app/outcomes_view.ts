// What the outcomes page is given, and its numbers as they are written. Pure.
import type { ByConfirmationJson, OutcomesJson, ResultJson, ShareJson } from "../chart/gather_outcomes.ts";
import type { Size } from "../chart/model.ts";
import { numberText, percentText } from "./format.ts";
import { measureName } from "./measure.ts";
import { titleOf } from "./words.ts";
import type { Phrase } from "../texts/phrase.ts";
import { t, textOf, word } from "../texts/texts.ts";
import type { Noise } from "./shapes.ts";

export interface Values {
  n: number;
  mean: number;
  median: number;
  sd: number | null;
  values?: (ShareJson & { value: number; label?: string | null })[]; // of a scale of few values: how many have each
}

// What became of patients since their baseline, at the last visit or at a planned one.
export interface Outcome {
  change: Change | null;
  mean_percent_change: number | null;
  mean_percent_change_n: number;
  percent_change_of_means: number | null;
  improved: ByConfirmationJson | null;
  worsened: ByConfirmationJson | null;
  responders: ShareJson | null;
  responders_within_noise: number | null;
  better_by: (ShareJson & { at_least: number })[] | null;
}

export type Change = NonNullable<ResultJson["change"]> & {
  p: number | null;
  baseline?: Values | null;
  hodges_lehmann: { estimate: number; low95: number | null; high95: number | null } | null;
  wilcoxon: { v: number; p: number } | null;
};

export interface Visit extends Outcome {
  at: string; // "8w"
  n: number;
  value: Values | null;
}

export interface Result extends Omit<ResultJson, keyof Outcome | "noise" | "time_to_response">, Outcome {
  concern: string;
  n: number;
  time_to_response: (NonNullable<ResultJson["time_to_response"]> & { median_days: number | null }) | null;
  visits?: Visit[];
  followed: ShareJson | null;
  baseline: Values | null;
  latest: Values | null;
  worst_case: { improved: ShareJson | null; responders: ShareJson | null };
  noise: {
    rule: string | null;
    value: number | null;
    other_rater: number | null;
    kind: Noise["kind"];
    formula: string | null;
    source: string | null;
  } | null;
  responder_rule: { text: string; from: number | null } | null;
}

export interface Events {
  events: number;
  sessions: number;
  per_100: number | null;
  low95: number | null;
  high95: number | null;
  patients: ShareJson | null;
  by_kind: {
    kind: string;
    events: number;
    per_100: number | null;
    low95: number | null;
    high95: number | null;
    patients: ShareJson | null;
  }[];
}

// One scale of the split faces of a group: changes of the two sides, and their difference.
export interface SplitFace {
  instrument: string;
  name: string;
  size: Size;
  both_needled: number; // patients whose other side was needled as well
  treated_change: Values | null;
  other_change: Values | null;
  difference: { n: number; mean: number; low95: number | null; high95: number | null } | null;
  treated_better: ByConfirmationJson | null;
  other_better: ByConfirmationJson | null;
}

export interface Group {
  by: string | null; // null: not known of these patients
  label: string; // how people call it (`named`)
  n: number;
  size: Size;
  instruments: Result[];
  split_faces: SplitFace[];
  adverse_events: Events | null;
}

// Two conditions of the same patients: of their means, the second less the first.
export interface ConditionPair {
  first: string;
  second: string;
  patients: number;
  size: Size;
  first_values: Values | null;
  second_values: Values | null;
  difference: { mean: number; low95: number | null; high95: number | null; p: number | null } | null;
  conclusion_phrases: Phrase[];
}

// One scale whose values are told apart within patients.
export interface WithinPatients {
  instrument: string;
  name: string;
  conditions: { name: string; values: number; patients: Values }[];
  pairs: ConditionPair[];
}

export interface Outcomes extends OutcomesJson {
  as_of: string;
  grouping: string;
  note_phrases: Phrase[];
  groups: Group[];
  within: WithinPatients[];
}

// Whether values are told apart within patients, not patients from one another.
export const isWithin = ({ grouping }: Pick<Outcomes, "grouping">): boolean =>
  grouping === "side" || grouping.startsWith("label:");

// Groups by number as the program calls them: "up to 0.5 mm", "over 1 to 1.5 mm", "10 or more".
function countedName(by: string): string | null {
  const [, upTo, from, to, over] = /^(?:up to ([\d.]+)|over ([\d.]+) to ([\d.]+)|over ([\d.]+)) mm$/.exec(by) ?? [];
  if (upTo) return t("outcomes.depth.up_to", { depth: upTo });
  if (from && to) return t("outcomes.depth.between", { from, to });
  if (over) return t("outcomes.depth.over", { depth: over });
  const [, count] = /^(\d+) or more$/.exec(by) ?? [];
  return count ? t("outcomes.or_more", { count }) : null;
}

export function groupName(by: string | null, grouping: string): string {
  if (by === null) return t("frame.not_given");
  if (by === "all" || isWithin({ grouping })) return textOf("outcome.group.all");
  if (grouping === "sessions" && by === "1") return textOf("outcome.group.one_session");
  if (grouping === "fitzpatrick" || grouping === "sessions")
    return textOf(`outcome.group.${grouping}`, { name: countedName(by) ?? by });
  if (grouping === "device") return titleOf(word("word.device", by) ?? textOf("outcome.group.several_devices"));
  return grouping.startsWith("tag:") ? by : (countedName(by) ?? titleOf(word("word.concern", by) ?? by));
}

// "by skin type", "by tag arm"; nothing of everybody.
export function groupingText(grouping: string): string {
  const [kind = "", key = ""] = grouping.split(/:(.*)/);
  return kind === "all" || kind === "" ? "" : textOf(`outcome.grouping.${kind}`, { key });
}

// With the names of groups and scales as people read them.
export function named(outcomes: Outcomes): Outcomes {
  const inWords = <One extends { instrument: string; name: string }>(one: One): One => ({
    ...one,
    name: measureName(one),
  });
  return {
    ...outcomes,
    groups: outcomes.groups.map((group) => ({
      ...group,
      label: groupName(group.by, outcomes.grouping),
      instruments: group.instruments.map(inWords),
      split_faces: group.split_faces.map(inWords),
    })),
    within: outcomes.within.map(inWords),
  };
}

const percent = (share: number): string => numberText(Math.round(share * 100));

export const ofText = ({ k, n }: ShareJson): string => t("outcomes.of", { k, n });

// "8 of 20 (22 to 61 %)"
export function shareText(share: ShareJson): string {
  const ends = { low: percent(share.low95), high: percentText(share.high95 * 100) };
  return `${ofText(share)} (${t("outcomes.interval_percent", ends)})`;
}

// "few" and "very few" stand beside the number, so that it is not read without.
export const sizeText = (size: Size): string => word("outcomes.sizes", size);
