import "../texts/in_english.ts";
import assert from "node:assert/strict";
import { test } from "node:test";

import { ownCare, ownModel } from "../../../../app/web/app/own_view.ts";
import type { OwnSeries, OwnView } from "../../../../app/web/app/shapes.ts";

const point = (at: string, value: number): OwnSeries["points"][number] => ({
  at,
  value,
  label: null,
  places: null,
  days_too_soon: null,
});

const iga: OwnSeries = {
  name: "IGA",
  unit: "points",
  better: "lower",
  change: "−1",
  measure: "IGA",
  value_over_time: "−1",
  verdict: "improved",
  points: [point("2026-01-05", 3), point("2026-03-05", 2)],
};
const view: OwnView = {
  clinic: "Skin clinic",
  as_of: "2026-05-05",
  names: ["Huda"],
  sections: [],
  series: [iga],
  sessions: [{ at: "2025-12-20T10:00", areas: ["chin"] }],
  next_on: null,
  aftercare: null,
  language: null,
  digits: "latn",
  umm_al_qura: false,
  telephone: null,
  next_visit: null,
  may_tell: false,
  expires: null,
};

test("all charts of a patient share the axis from the first to the last day of anything", () => {
  const model = ownModel(iga, view);
  assert.deepEqual([model?.from, model?.to], ["2025-12-20T10:00", "2026-03-05"]);
  assert.deepEqual(model?.sessions, [{ at: "2025-12-20T10:00", label: "chin" }]);
});

test("a chart reaches down to nought, and has a height where all values are nought", () => {
  assert.deepEqual(ownModel(iga, view)?.range, { low: 0, high: 3 });
  const clear = { ...iga, points: [point("2026-01-05", 0)] };
  assert.deepEqual(ownModel(clear, view)?.range, { low: 0, high: 1 });
  const below = { ...iga, points: [point("2026-01-05", -2)] };
  assert.equal(ownModel(below, view)?.range.low, -2);
});

test("where nothing was found there is no chart, and without aftercare no card", () => {
  assert.equal(ownModel({ ...iga, points: [] }, view), null);
  assert.equal(ownCare(view), null);
});
