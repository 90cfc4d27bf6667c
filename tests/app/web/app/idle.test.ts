import "../texts/in_english.ts";
import assert from "node:assert/strict";
import { test } from "node:test";

import { idleAfter } from "../../../../app/web/app/idle.ts";

const minute = 60000;

test("a page that is used is left alone until half a minute before it locks", () => {
  assert.deepEqual(idleAfter(0, 15), { state: "used" });
  assert.deepEqual(idleAfter(15 * minute - 30001, 15), { state: "used" });
});

test("the last half minute tells how many seconds are left", () => {
  assert.deepEqual(idleAfter(15 * minute - 30000, 15), { state: "warned", seconds: 30 });
  assert.deepEqual(idleAfter(15 * minute - 1, 15), { state: "warned", seconds: 1 });
});

test("of one minute half is left before it warns", () => {
  assert.deepEqual(idleAfter(29999, 1), { state: "used" });
  assert.deepEqual(idleAfter(30000, 1), { state: "warned", seconds: 30 });
});

test("it is over when the clinic's minutes are, and after a machine has slept for hours", () => {
  assert.deepEqual(idleAfter(minute, 1), { state: "over" });
  assert.deepEqual(idleAfter(8 * 60 * minute, 15), { state: "over" });
});
