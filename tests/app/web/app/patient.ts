// A patient's series as the server writes them, for tests.
import type { Progress, Series } from "../../../../app/web/app/shapes.ts";

export function series(others: Partial<Series> = {}): Series {
  return {
    instrument: "ecca",
    name: "ECCA",
    concern: "acne_scars",
    unit: "{score}",
    better: "lower",
    range: { low: 0, high: 540 },
    n: 2,
    verdict: "unchanged",
    confirmed: null,
    words: "about the same",
    reason: null,
    remarks: [],
    baseline: { at: "2026-01-05", value: 60, n: 1, warning: null },
    latest: { at: "2026-05-05", value: 55 },
    change: -5,
    percent_change: null,
    places: null,
    noise: null,
    since_last_visit: null,
    relapse: null,
    too_soon: null,
    against_trend: false,
    same_season: null,
    at_best_end: false,
    band: null,
    responder: null,
    responder_rule: null,
    points: [],
    ...others,
  };
}

export function progress(others: Partial<Progress>): Progress {
  return {
    patient: {
      id: 1,
      chart: "C-1",
      name: null,
      name_ar: null,
      born: null,
      sex: null,
      fitzpatrick: null,
      monk: null,
      tags: {},
    },
    as_of: "2026-05-06",
    course: { id: 1, concern: "acne_scars", planned: 4, done: 3, every: "4w", began: "2026-01-05", ended: null },
    gaps: [],
    series: [],
    sessions: [],
    events: [],
    due: null,
    departure: null,
    safety: [],
    aftercare: null,
    benefits: [],
    sentences: { clinic: [], patient: [] },
    ...others,
  };
}
