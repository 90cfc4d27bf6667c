import "../texts/in_english.ts";
import assert from "node:assert/strict";
import { test } from "node:test";

import type { Kept, Series } from "../../../../app/web/app/shapes.ts";
import { lanesOf, placeOf, spanOf } from "../../../../app/web/app/time_axis.ts";
import { progress, series } from "./patient.ts";

type Point = Series["points"][number];
const point = (at: string, raters: (string | null)[]): Point => ({
  at,
  value: 1,
  after_sessions: 0,
  recorded_total: null,
  places: null,
  days_too_soon: null,
  label: null,
  record: null,
  ratings: raters.map((rater) => ({ at, value: 1, rater, device: null, record: { kind: "acne", id: 1 }, labels: {} })),
});
const treatment = (fields: Record<string, unknown>): Kept => ({ id: 1, version: 1, voided: false, ...fields });
const axis = { from: "2026-01-01", to: "2026-01-11", left: 100, right: 200 };

test("what several scales found on one day is one mark that names each source once", () => {
  const points = [point("2026-01-05T10:00", ["Amal", null]), point("2026-01-05T11:00", [null])];
  const lanes = lanesOf(progress({ series: [series({ points }), series({ points })] }), []);
  assert.deepEqual(lanes.find((lane) => lane.name === "observations")?.marks, [
    { at: "2026-01-05", until: null, label: "acne (Amal), acne" },
  ]);
});

test("a treatment lasts until its end, or until today, and a partial date stands for its first day", () => {
  const given = [
    treatment({ from: "2026-01", until: "2026-02-03", kind: "peel", name: null }),
    treatment({ from: "2025", until: null, kind: "isotretinoin", name: "low dose" }),
    treatment({ from: "2026-01-01", kind: "peel", voided: true }),
    treatment({ from: null, kind: "peel" }),
  ];
  const { marks = [] } = lanesOf(progress({}), given).find((lane) => lane.name === "treatments") ?? {};
  assert.deepEqual(marks, [
    { at: "2026-01-01", until: "2026-02-03", label: "peel" },
    { at: "2025-01-01", until: "2026-05-06", label: "low dose" },
  ]);
});

test("the axis reaches from the first to the last moment of all lanes, ends of intervals too", () => {
  const lanes = lanesOf(progress({}), [treatment({ from: "2026-01-03", until: "2026-04-01", kind: "peel" })]);
  assert.deepEqual(spanOf(lanes), { from: "2026-01-03", to: "2026-04-01" });
  assert.equal(spanOf(lanesOf(progress({}), [])), null);
});

test("a moment stands on the axis in proportion, and outside of it at its ends", () => {
  const moments = ["2026-01-06", "2026-01-01", "2026-01-11", "2025-01-01", "2027-01-01"];
  assert.deepEqual(
    moments.map((at) => placeOf(at, axis)),
    [150, 100, 200, 100, 200],
  );
  assert.equal(placeOf("2026-01-01", { ...axis, to: axis.from }), 150);
});
