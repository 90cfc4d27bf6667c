// What a patient's own key opens, and what the parts of a page make of it. Pure.
import { capital, listText } from "./format.ts";
import { decimalsOf } from "../chart/figure.ts";
import { pointsOf } from "../chart/gather.ts";
import type { SeriesModel } from "../chart/model.ts";
import { bandName, regionName } from "./measure.ts";
import { written } from "../texts/phrase.ts";
import type { CareShown, OwnSeries, OwnView } from "./shapes.ts";

// "Scars, grade"
export const ownName = ({ measure }: OwnSeries): string => capital(written(measure));

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
    name: ownName(series),
    unit: series.unit,
    better: series.better,
    decimals: decimalsOf(values),
    stated: series.verdict === "stated",
    points: pointsOf({
      verdict: series.verdict,
      points: series.points.map((point) => ({
        ...point,
        label: point.label === null ? null : bandName(point.label),
        ratings: [],
      })),
    }),
    baseline: first,
    noise: null,
    sessions: view.sessions.map((one) => ({ at: one.at, label: listText(one.areas.map(regionName)) })),
    range: { low, high: high === low ? low + 1 : high },
    from: days[0] ?? first.at,
    to: days[days.length - 1] ?? first.at,
  };
}

export function ownCare({ aftercare }: OwnView): (CareShown & { at: string }) | null {
  return aftercare && { ...aftercare, session: { at: aftercare.session }, warnings: [] };
}
