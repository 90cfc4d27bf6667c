// The clinic's results of one scale, as their charts show them. Pure.

import type {
  Better,
  ConfirmedShare,
  Interval,
  IntervalModel,
  Range,
  ResponseModel,
  ShareModel,
  Size,
} from "./model.ts";
import { t } from "../texts/texts.ts";

export interface ShareJson {
  k: number;
  n: number;
  share: number;
  low95: number;
  high95: number;
}

// Whose visit before the last one says the same, and who has the last one alone.
export interface ByConfirmationJson {
  confirmed: ShareJson;
  unconfirmed: ShareJson;
}

// The parts of the `outcomes` contract that charts need; a result has more.
export interface ResultJson {
  instrument: string; // "tewl@left_cheek"
  name: string;
  unit: string; // UCUM
  better: Better;
  size: Size;
  change: {
    n: number;
    mean: number;
    sd: number | null;
    low95: number | null;
    high95: number | null;
    baseline?: { mean: number } | null;
  } | null;
  improved: ByConfirmationJson | null;
  worsened: ByConfirmationJson | null;
  noise: { source: string | null } | null;
  time_to_response: {
    n: number;
    responded: number;
    steps: readonly {
      days: number;
      at_risk: number;
      survival: number;
      low95: number | null;
      high95: number | null;
    }[];
  } | null;
}

export interface OutcomesJson {
  groups: readonly { instruments: readonly ResultJson[] }[];
}

// A result and the place of its group.
export interface GroupResult {
  group: number;
  result: ResultJson;
}

// The results of each scale in every group that has them, by the scale's code.
export function resultsOf(outcomes: OutcomesJson): Map<string, GroupResult[]> {
  const results = new Map<string, GroupResult[]>();
  outcomes.groups.forEach(({ instruments }, group) => {
    for (const result of instruments) {
      results.set(result.instrument, [...(results.get(result.instrument) ?? []), { group, result }]);
    }
  });
  return results;
}

// The mean change in each group; nothing where nobody has a later value. `names` are of the groups.
export function changeModel(rows: readonly GroupResult[], names: readonly string[]): IntervalModel | null {
  const known = rows.flatMap(({ group, result }): Interval[] => {
    const { change } = result;
    return change
      ? [
          {
            label: names[group] ?? "",
            n: change.n,
            value: change.mean,
            low: change.low95,
            high: change.high95,
            size: result.size,
          },
        ]
      : [];
  });
  const first = rows[0]?.result;
  if (!first || known.length === 0) {
    return null;
  }
  const spread = Math.max(...rows.map(({ result }) => result.change?.sd ?? 0));
  return {
    name: first.name,
    unit: first.unit,
    better: first.better,
    decimals: decimalsOfSpread(spread),
    rows: known,
    range: rangeOf(known),
  };
}

const anyOf = (shares: ByConfirmationJson | null): boolean =>
  shares !== null && shares.confirmed.k + shares.unconfirmed.k > 0;

// Where no noise is known nobody can be called better or worse, and none of so many is no result.
export const isJudged = ({ improved, worsened, noise }: Pick<ResultJson, "improved" | "worsened" | "noise">): boolean =>
  noise !== null || anyOf(improved) || anyOf(worsened);

function confirmedShare(label: string, result: ResultJson): ConfirmedShare[] {
  const { improved, size } = result;
  if (improved === null || !isJudged(result)) {
    return [];
  }
  const { k, n, low95, high95 } = improved.confirmed;
  return [{ label, n, size, confirmed: k, unconfirmed: improved.unconfirmed.k, low: low95, high: high95 }];
}

// Who got better in each group; nothing where no way is the better one, or nobody can be judged.
export function improvedModel(rows: readonly GroupResult[], names: readonly string[]): ShareModel | null {
  const known = rows.flatMap(({ group, result }) => confirmedShare(names[group] ?? "", result));
  const first = rows[0]?.result;
  return first && known.length > 0 ? { name: first.name, rows: known } : null;
}

// Every interval, and no change.
function rangeOf(rows: readonly Interval[]): Range {
  const ends = rows.flatMap((row) => [row.value, row.low ?? row.value, row.high ?? row.value]);
  const range = { low: Math.min(0, ...ends), high: Math.max(0, ...ends) };
  return range.low === range.high ? { low: -1, high: 1 } : range;
}

// As many as two digits of the spread have, at most three; one without any.
function decimalsOfSpread(spread: number): number {
  return spread > 0 ? Math.min(3, Math.max(0, 1 - Math.floor(Math.log10(spread)))) : 1;
}

const fewWeeks = [4, 8, 12, 26, 52, 104];
const mostMarks = 6;

// The share that responded over time, for each group where somebody did; all on one axis.
export function responseModels(rows: readonly GroupResult[], names: readonly string[]): ResponseModel[] {
  const known = rows.flatMap(({ group, result }) => {
    const response = result.time_to_response;
    return response && response.responded > 0 ? [{ label: names[group] ?? "", response }] : [];
  });
  const toDays = Math.max(7, ...known.flatMap(({ response }) => response.steps.map((step) => step.days)));
  const weeks = fewWeeks.find((each) => toDays / 7 / each < mostMarks) ?? 208;
  const ticks = Array.from({ length: Math.floor(toDays / 7 / weeks) + 1 }, (_, i) => i * weeks * 7);
  return known.map(({ label, response }) => ({
    label,
    n: response.n,
    responded: response.responded,
    steps: [
      { days: 0, share: 0, low: null, high: null },
      ...response.steps.map((step) => ({
        days: step.days,
        share: 1 - step.survival,
        low: step.high95 === null ? null : 1 - step.high95,
        high: step.low95 === null ? null : 1 - step.low95,
      })),
    ],
    // Still watched just before the day.
    marks: ticks.map((days) => ({ days, atRisk: response.steps.find((step) => step.days >= days)?.at_risk ?? 0 })),
    toDays,
  }));
}

// Who got better on every scale, when there is one group; nothing where none has a better way.
export function overviewModel(outcomes: OutcomesJson): ShareModel | null {
  const [group, ...others] = outcomes.groups;
  if (!group || others.length > 0) {
    return null;
  }
  const rows = group.instruments.flatMap((result) => confirmedShare(result.name, result));
  return rows.length > 0 ? { name: t("plot.overview"), rows } : null;
}
