// A series and a point as the server writes them, for tests.
import type { PointJson, ProgressJson, SeriesJson } from "../../../../app/web/chart/gather.ts";

export function point(at: string, value: number, others: Partial<PointJson> = {}): PointJson {
  return { at, value, places: null, days_too_soon: null, ratings: [{ value, rater: null }], ...others };
}

export function series(values: ([string, number] | PointJson)[], others: Partial<SeriesJson> = {}): SeriesJson {
  const points = values.map((each) => (Array.isArray(each) ? point(each[0], each[1]) : each));
  const [first] = points;
  return {
    instrument: "gags",
    name: "Global Acne Grading System",
    unit: "{score}",
    better: "lower",
    range: { low: 0, high: 44 },
    verdict: "unchanged",
    baseline: { at: first?.at ?? "2026-01-05", value: first?.value ?? 0 },
    noise: null,
    points,
    ...others,
  };
}

export function progress(...all: SeriesJson[]): ProgressJson {
  return { series: all, sessions: [] };
}
