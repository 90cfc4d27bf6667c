// What a patient's own key opens, and what the parts of a page make of it. Pure.
import { decimalsOf } from "../chart/figure.ts";
import { pointsOf } from "../chart/gather.ts";
import type { Better, SeriesModel } from "../chart/model.ts";
import type { Aftercare, CareCardLines } from "./shapes.ts";

export interface OwnSeries {
  name: string;
  unit: string;
  better: Better;
  change: string; // in words and figures
  verdict?: string;
  points: {
    at: string;
    value: number;
    places?: string[] | null;
    days_too_soon?: number | null;
    label?: string | null;
  }[];
}

export interface OwnSection {
  id: string;
  title: string;
  lead?: string; // what comes before all others
  lines: string[];
}

export interface OwnView {
  clinic: string;
  as_of: string;
  names: string[];
  sections: OwnSection[];
  series: OwnSeries[];
  sessions: { at: string; areas: string[] }[];
  next_on: string | null;
  aftercare: {
    at: string;
    session: string;
    phase: { name: string; until: string } | null;
    use: { what: string; until: string }[];
    avoid: { what: string; until: string }[];
    on_hold: boolean;
    card: CareCardLines;
  } | null;
}

// The chart of one series; all of them share one time axis. Nothing where there is no value.
export function ownModel(series: OwnSeries, view: OwnView): SeriesModel | null {
  const [first] = series.points;
  if (!first) return null;
  const values = series.points.map((point) => point.value);
  const days = [
    ...view.series.flatMap((one) => one.points.map((point) => point.at)),
    ...view.sessions.map((one) => one.at),
  ].sort();
  const [low, high] = [Math.min(0, ...values), Math.max(...values)];
  return {
    name: series.name,
    unit: series.unit,
    better: series.better,
    decimals: decimalsOf(values),
    stated: series.verdict === "stated",
    points: pointsOf({
      verdict: series.verdict ?? "",
      points: series.points.map((point) => ({
        ...point,
        places: point.places ?? null,
        days_too_soon: point.days_too_soon ?? null,
        ratings: [],
      })),
    }),
    baseline: first,
    noise: null,
    sessions: view.sessions.map((one) => ({ at: one.at, label: one.areas.join(", ") })),
    range: { low, high: high === low ? low + 1 : high },
    from: days[0] ?? first.at,
    to: days[days.length - 1] ?? first.at,
  };
}

export function ownCare(view: OwnView): Aftercare | null {
  const { aftercare } = view;
  if (aftercare === null) return null;
  const items = (list: { what: string; until: string }[]) => list.map((item) => ({ ...item, source: "" }));
  return {
    session: { id: 0, at: aftercare.session },
    at: aftercare.at,
    hours_since: 0,
    phase: null,
    next_phase: null,
    advised: items(aftercare.use),
    avoid: items(aftercare.avoid),
    no_evidence: [],
    warnings: [],
    on_hold: aftercare.on_hold,
    card: aftercare.card,
  };
}
