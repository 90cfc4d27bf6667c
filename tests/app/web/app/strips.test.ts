import "../texts/in_english.ts";
import assert from "node:assert/strict";
import { test } from "node:test";

import type { Series } from "../../../../app/web/app/shapes.ts";
import { lastSeen, nowDay, stripsOf, valueBefore, worseSinceLast } from "../../../../app/web/app/strips.ts";
import { progress, series } from "./patient.ts";

const point = (at: string, value: number) => ({ at, value }) as Series["points"][number];
const since = (change: number, verdict: "worsened" | "unchanged") => ({ change, verdict, words: "" });

test("each concern is one strip, that of the course first, its other scales and regions behind it", () => {
  const all = [
    series({ instrument: "lesions_total", concern: "active_acne" }),
    series({ instrument: "iga", concern: "active_acne" }),
    series({ instrument: "ecca", concern: "acne_scars", verdict: "not_enough_data", n: 1 }),
    series({ instrument: "goodman_baron_grade", concern: "acne_scars" }),
    series({ instrument: "goodman_baron_grade@chin", concern: "acne_scars" }),
  ];
  const strips = stripsOf(progress({ series: all }));
  assert.deepEqual(
    strips.map(({ concern, chief, others }) => [concern, chief.instrument, others.map((one) => one.instrument)]),
    [
      ["acne_scars", "goodman_baron_grade", ["ecca", "goodman_baron_grade@chin"]],
      ["active_acne", "lesions_total", ["iga"]],
    ],
  );
});

test("scales of the clinic's own that name no concern have a strip each, and none is left out", () => {
  const all = ["own_a", "own_b"].map((instrument) => series({ instrument, concern: null }));
  assert.deepEqual(
    stripsOf(progress({ series: all })).map(({ chief, others }) => [chief.instrument, others.length]),
    [
      ["own_a", 0],
      ["own_b", 0],
    ],
  );
  assert.deepEqual(stripsOf(progress({ series: [] })), []);
});

test("what a value was compared with at the visit before has its day where one value says so", () => {
  const points = [point("2026-01-05", 29), point("2026-02-05", 10), point("2026-03-05", 23)];
  const one = series({ points, latest: { at: "2026-03-05", value: 23 }, since_last_visit: since(13, "worsened") });
  assert.deepEqual(valueBefore(one), { at: "2026-02-05", value: 10 });
  assert.equal(valueBefore({ ...one, since_last_visit: null }), null);
  assert.equal(valueBefore({ ...one, since_last_visit: since(1, "unchanged") }), null);
});

test("what got worse since the last visit is said once for a concern, and no region for the whole", () => {
  const worse = { concern: "active_acne", since_last_visit: since(13, "worsened") };
  const all = [
    series({ instrument: "lesions_total", ...worse }),
    series({ instrument: "iga", ...worse }),
    series({ instrument: "ecca", since_last_visit: since(0, "unchanged") }),
    series({ instrument: "ecca@chin", since_last_visit: since(9, "worsened") }),
  ];
  const strips = stripsOf(progress({ series: all }));
  assert.deepEqual(
    worseSinceLast(strips).map((one) => one.instrument),
    ["lesions_total"],
  );
});

test("the last day that anything was seen is the latest of all scales", () => {
  const on = (at: string) => series({ latest: { at, value: 1 } });
  assert.equal(lastSeen({ series: [on("2026-05-05T10:00"), on("2026-04-01")] }), "2026-05-05");
  assert.equal(lastSeen({ series: [] }), "");
});

test("a value is one of now for 45 days, and no longer", () => {
  const seen = [series({ latest: { at: "2026-01-05", value: 1 } })];
  assert.equal(nowDay({ series: seen, as_of: "2026-02-19" }), "2026-01-05");
  assert.equal(nowDay({ series: seen, as_of: "2026-02-20" }), "");
  assert.equal(nowDay({ series: [], as_of: "2026-02-20" }), "");
});
