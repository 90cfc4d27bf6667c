import "../texts/in_english.ts";
import assert from "node:assert/strict";
import { test } from "node:test";

import { moved, nearest } from "../../../../app/web/chart/readout.ts";

test("arrow keys walk from value to value and stay at the ends", () => {
  const table: [string, number | null, number | null | undefined][] = [
    ["ArrowRight", null, 0],
    ["ArrowRight", 1, 2],
    ["ArrowRight", 2, 2],
    ["ArrowLeft", null, 2],
    ["ArrowLeft", 0, 0],
    ["Home", 2, 0],
    ["End", 0, 2],
    ["Escape", 1, null],
    ["Tab", 1, undefined],
  ];
  for (const [key, at, to] of table) {
    assert.equal(moved(key, at, 3), to, `${key} at ${at}`);
  }
});

test("the value under the pointer is the nearest sideways, then in height", () => {
  const marks = [
    { x: 10, y: 50, text: "a" },
    { x: 90, y: 20, text: "b" },
    { x: 90, y: 80, text: "c" },
  ];
  assert.equal(nearest(marks, { x: 30, y: 0 }), 0);
  assert.equal(nearest(marks, { x: 80, y: 10 }), 1);
  assert.equal(nearest(marks, { x: 80, y: 90 }), 2);
  assert.equal(nearest([], { x: 0, y: 0 }), null);
});
