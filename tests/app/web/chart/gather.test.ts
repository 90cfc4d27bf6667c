import assert from "node:assert/strict";
import { test } from "node:test";

import { gather, region_of, type ProgressJson, type SeriesJson } from "../../../../app/web/chart/gather.ts";
import { series_words } from "../../../../app/web/chart/words.ts";

function series(values: [string, number][], others: Partial<SeriesJson> = {}): SeriesJson {
  const points = values.map(([at, value]) => ({ at, value }));
  return {
    instrument: "gags",
    name: "Global Acne Grading System",
    unit: "{score}",
    better: "lower",
    range: { low: 0, high: 44 },
    baseline: points[0] ?? { at: "2026-01-05", value: 0 },
    noise: null,
    points,
    ...others,
  };
}

function progress(...all: SeriesJson[]): ProgressJson {
  return { series: all, sessions: [] };
}

test("the axis is of the patient: from the first value or session to the last", () => {
  const one = series([["2026-02-05", 3]]);
  const other = series([["2026-01-05T10:30", 1], ["2026-03-05", 2]], { instrument: "iga" });
  const area = { region: "left_cheek", depth_mm: 1.5, passes: 4 };
  const model = gather(one, { series: [one, other], sessions: [{ at: "2026-04-01T09:00", areas: [area] }] });
  assert.equal(model.from, "2026-01-05T10:30");
  assert.equal(model.to, "2026-04-01T09:00");
  assert.deepEqual(model.sessions, [{ at: "2026-04-01T09:00", label: "left cheek 1.5 mm × 4" }]);
});

test("days stay the texts that they were", () => {
  const values: [string, number][] = [["2026-01-05", 3], ["2026-01-05T10:30", 4]];
  const model = gather(series(values), progress(series(values)));
  assert.deepEqual(model.points.map((point) => point.at), ["2026-01-05", "2026-01-05T10:30"]);
});

test("the scale begins at nothing and is as high as its values and their noise", () => {
  const table: [string, Partial<SeriesJson>, [string, number][], [number, number]][] = [
    ["a count", { range: { low: 0, high: null } }, [["2026-01-05", 30], ["2026-02-05", 9]], [0, 30]],
    ["with noise", { noise: { value: 4 } }, [["2026-01-05", 20], ["2026-02-05", 9]], [0, 24]],
    ["noise below the least", { noise: { value: 4 } }, [["2026-01-05", 2]], [0, 6]],
    ["few steps are shown from end to end", { range: { low: 0, high: 4 } }, [["2026-01-05", 1]], [0, 4]],
    ["a scale that starts later", { range: { low: 10, high: 100 } }, [["2026-01-05", 40]], [10, 40]],
    ["differences begin at 0", { range: { low: -100, high: 100 } }, [["2026-01-05", 40]], [0, 40]],
    ["below nothing", { range: { low: -100, high: 100 } }, [["2026-01-05", -40]], [-40, 0]],
    ["all nothing", {}, [["2026-01-05", 0], ["2026-02-05", 0]], [0, 1]],
    ["all equal", {}, [["2026-01-05", 7], ["2026-02-05", 7]], [0, 7]],
  ];
  for (const [what, others, values, [low, high]] of table) {
    const one = series(values, others);
    assert.deepEqual(gather(one, progress(one)).range, { low, high }, what);
  }
});

test("regions share the scale of their whole, other instruments do not", () => {
  const whole = series([["2026-01-05", 17]], { instrument: "tewl" });
  const cheek = series([["2026-01-05", 21]], { instrument: "tewl@left_cheek" });
  const other = series([["2026-01-05", 44]]);
  const all = progress(whole, cheek, other);
  assert.equal(gather(whole, all).range.high, 21);
  assert.equal(gather(cheek, all).range.high, 21);
  assert.equal(gather(other, all).range.high, 44);
  assert.equal(region_of(cheek), "left_cheek");
  assert.equal(region_of(whole), null);
});

test("noise is shaded only where values can be", () => {
  const one = series([["2026-01-05", 1]], { range: { low: 0, high: 4 }, noise: { value: 2 } });
  assert.deepEqual(gather(one, progress(one)).noise, { low: 0, high: 3 });
});

test("a chart is said in a sentence that names its numbers", () => {
  const one = series([["2026-01-05", 20], ["2026-02-05", 9]], { noise: { value: 4 } });
  assert.equal(
    series_words(gather(one, { series: [one], sessions: [{ at: "2026-01-05", areas: [] }] })),
    "Global Acne Grading System. 2 values, from 2026-01-05: 20 points, to 2026-02-05: 9 points. Less is better. " +
      "Shaded: 16 to 24, what raters differ by around the baseline. Sessions marked: 1.",
  );
});

test("five thousand values are gathered", () => {
  const values = Array.from({ length: 5000 }, (_, i): [string, number] => [
    new Date(Date.UTC(2012, 0, 1 + i)).toISOString().slice(0, 10),
    i % 17,
  ]);
  const one = series(values);
  const model = gather(one, progress(one));
  assert.equal(model.points.length, 5000);
  assert.equal(model.to, "2025-09-08");
});
