// The wheel of an area: where it is pressed, and what its keys do.
import "../texts/in_english.ts";
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { areaAfter, areaAt } from "../../../../app/web/app/parts/session/area_wheel.tsx";

describe("The wheel of an area", () => {
  test("is filled clockwise from the top", () => {
    assert.equal(areaAt(0, -10), 0);
    assert.equal(areaAt(3, -10), 1); // a twentieth
    assert.equal(areaAt(10, 0), 2); // a quarter
    assert.equal(areaAt(0.1, 10), 4); // half
    assert.equal(areaAt(-10, 0), 5); // three quarters
    assert.equal(areaAt(-1, -10), 6);
  });

  test("is turned by arrows, ends and figures, and by no other key", () => {
    assert.equal(areaAfter(null, "ArrowUp"), 0);
    assert.equal(areaAfter(2, "ArrowRight"), 3);
    assert.equal(areaAfter(6, "ArrowUp"), 6);
    assert.equal(areaAfter(0, "ArrowDown"), 0);
    assert.equal(areaAfter(3, "Home"), 0);
    assert.equal(areaAfter(3, "End"), 6);
    assert.equal(areaAfter(null, "4"), 4);
    assert.equal(areaAfter(3, "7"), null);
    assert.equal(areaAfter(3, "Tab"), null);
  });
});
