import "../texts/in_english.ts";
import assert from "node:assert/strict";
import { test } from "node:test";

import { roundScale } from "../../../../app/web/chart/scale.ts";

test("a scale has round ticks, begins at one and holds its values", () => {
  const table: [number, number, number, boolean, number[]][] = [
    [0, 30, 4, true, [0, 10, 20, 30]],
    [0, 30, 3, true, [0, 20]],
    [0, 24.3, 4, false, [0, 10, 20]],
    [0, 4, 4, true, [0, 2, 4]],
    [0, 4, 5, true, [0, 1, 2, 3, 4]],
    [0, 1, 4, true, [0, 1]],
    [0, 1, 4, false, [0, 0.5, 1]],
    [6, 20, 4, true, [5, 10, 15, 20]],
    [-1, 2.5, 4, false, [-1, 0, 1, 2]],
    [0, 0.3, 4, false, [0, 0.1, 0.2, 0.3]],
    [-6, 1, 6, false, [-6, -4, -2, 0]],
  ];
  for (const [low, high, most, whole, ticks] of table) {
    const scale = roundScale({ low, high }, most, whole);
    assert.deepEqual(scale.ticks, ticks, `${low} to ${high}`);
    assert.equal(scale.low, ticks[0]);
    assert.equal(scale.high, high);
  }
});

test("very great and very small numbers have a scale", () => {
  for (const high of [1e-300, 1e-9, 1e15, 1e300]) {
    const { ticks } = roundScale({ low: 0, high }, 4, false);
    assert.ok(ticks.length >= 2 && ticks.length <= 4 && ticks.every(Number.isFinite), `${high}: ${ticks.join(" ")}`);
  }
});
