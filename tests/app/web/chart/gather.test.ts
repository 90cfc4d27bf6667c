import "../texts/in_english.ts";
import assert from "node:assert/strict";
import { test } from "node:test";

import { gather, regionOf, type SeriesJson } from "../../../../app/web/chart/gather.ts";
import { tableRow } from "../../../../app/web/chart/values_table.ts";
import { pointText, seriesText } from "../../../../app/web/chart/messages.ts";
import { point, progress, series } from "./series.ts";

test("the axis is of the patient: from the first value or session to the last", () => {
  const one = series([["2026-02-05", 3]]);
  const other = series(
    [
      ["2026-01-05T10:30", 1],
      ["2026-03-05", 2],
    ],
    { instrument: "iga" },
  );
  const area = { region: "left_cheek" as const, depth_mm: 1.5, passes: 4 };
  const model = gather(one, { series: [one, other], sessions: [{ at: "2026-04-01T09:00", areas: [area] }] });
  assert.equal(model.from, "2026-01-05T10:30");
  assert.equal(model.to, "2026-04-01T09:00");
  assert.deepEqual(model.sessions, [{ at: "2026-04-01T09:00", label: "left cheek 1.5 mm × 4" }]);
});

test("days stay the texts that they were", () => {
  const values: [string, number][] = [
    ["2026-01-05", 3],
    ["2026-01-05T10:30", 4],
  ];
  const model = gather(series(values), progress(series(values)));
  assert.deepEqual(
    model.points.map((point) => point.at),
    ["2026-01-05", "2026-01-05T10:30"],
  );
});

test("the scale begins at nothing and is as high as its values and their noise", () => {
  const table: [string, Partial<SeriesJson>, [string, number][], [number, number]][] = [
    [
      "a count",
      { range: { low: 0, high: null } },
      [
        ["2026-01-05", 30],
        ["2026-02-05", 9],
      ],
      [0, 30],
    ],
    [
      "with noise",
      { noise: { value: 4 } },
      [
        ["2026-01-05", 20],
        ["2026-02-05", 9],
      ],
      [0, 24],
    ],
    ["noise below the least", { noise: { value: 4 } }, [["2026-01-05", 2]], [0, 6]],
    ["few steps are shown from end to end", { range: { low: 0, high: 4 } }, [["2026-01-05", 1]], [0, 4]],
    ["a scale that starts later", { range: { low: 10, high: 100 } }, [["2026-01-05", 40]], [10, 40]],
    ["differences begin at 0", { range: { low: -100, high: 100 } }, [["2026-01-05", 40]], [0, 40]],
    ["below nothing", { range: { low: -100, high: 100 } }, [["2026-01-05", -40]], [-40, 0]],
    [
      "all nothing",
      {},
      [
        ["2026-01-05", 0],
        ["2026-02-05", 0],
      ],
      [0, 1],
    ],
    [
      "all equal",
      {},
      [
        ["2026-01-05", 7],
        ["2026-02-05", 7],
      ],
      [0, 7],
    ],
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
  assert.equal(regionOf(cheek), "left_cheek");
  assert.equal(regionOf(whole), null);
});

test("noise is shaded only where values can be", () => {
  const one = series([["2026-01-05", 1]], { range: { low: 0, high: 4 }, noise: { value: 2 } });
  assert.deepEqual(gather(one, progress(one)).noise, { low: 0, high: 3 });
});

test("a chart is said in a sentence that names its numbers", () => {
  const one = series(
    [
      ["2026-01-05", 20],
      ["2026-02-05", 9],
    ],
    { noise: { value: 4 } },
  );
  assert.equal(
    seriesText(gather(one, { series: [one], sessions: [{ at: "2026-01-05", areas: [] }] })),
    "Global Acne Grading System. 2 values, from Mon 5 Jan 2026: 20 points, to Thu 5 Feb 2026: 9 points. " +
      "Less is better. " +
      "Shaded: 16 to 24, differences from the start that can be chance. Sessions marked: 1.",
  );
});

test("a day that is too soon after a session is hollow, in the read-out and in the table", () => {
  const one = series([["2026-01-05", 3], point("2026-02-05", 2, { days_too_soon: 2 }), ["2026-03-20", 1]]);
  const model = gather(one, progress(one));
  assert.deepEqual(
    model.points.map((each) => each.remark),
    [null, "2 days after a session, too soon to judge", null],
  );
  const soon = model.points[1];
  assert.ok(soon);
  assert.equal(pointText(model, soon), "Thu 5 Feb 2026: 2 points; 2 days after a session, too soon to judge");
  assert.deepEqual(tableRow(model, soon), ["Thu 5 Feb 2026", "2", "2 days after a session, too soon to judge"]);
  assert.match(seriesText(model), /Hollow, not judged like the others: 1\./);
});

test("a day on which fewer places were looked at than on others is hollow", () => {
  const table: [string, (string[] | null)[], (string | null)[]][] = [
    ["the whole each time", [null, null], [null, null]],
    ["part of it once", [null, ["left_cheek"]], [null, "only left cheek"]],
    ["the same part each time", [["left_cheek"], ["left_cheek"]], [null, null]],
    ["fewer than before", [["chin", "left_cheek"], ["chin"]], [null, "only chin"]],
  ];
  for (const [what, places, remarks] of table) {
    const one = series(places.map((each, month) => point(`2026-0${month + 1}-05`, 3, { places: each })));
    assert.deepEqual(
      gather(one, progress(one)).points.map((each) => each.remark),
      remarks,
      what,
    );
  }
});

test("a day with several raters says who found what", () => {
  const ratings = [
    { value: 10, rater: "Amal" },
    { value: 14, rater: null },
  ];
  const one = series([point("2026-01-05", 12, { ratings }), ["2026-02-05", 9]]);
  const model = gather(one, progress(one));
  const [first, second] = model.points;
  assert.ok(first && second);
  assert.equal(pointText(model, first), "Mon 5 Jan 2026: 12 points; median of Amal 10, rater not recorded 14");
  assert.deepEqual(tableRow(model, second), ["Thu 5 Feb 2026", "9", ""]);
});

test("a statement shows its word, and has no band", () => {
  const stated = { verdict: "stated", words: "much improved", noise: { value: 1 }, range: { low: 1, high: 5 } };
  const one = series([point("2026-01-05", 3, { label: "minimally improved" }), ["2026-02-05", 2]], stated);
  const model = gather(one, progress(one));
  assert.equal(model.stated, true);
  assert.equal(model.noise, null);
  const last = model.points[1];
  assert.ok(last);
  assert.deepEqual(
    model.points.map((each) => each.label),
    ["minimally improved", "much improved"],
  );
  assert.equal(pointText(model, last), "Thu 5 Feb 2026: much improved");
  assert.deepEqual(tableRow(model, last), ["Thu 5 Feb 2026", "much improved"]);
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
