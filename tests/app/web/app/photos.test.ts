// A signature as strokes: what the pad saw is what is sent, thinned where it is long.
import assert from "node:assert/strict";
import { test } from "node:test";
import { stateOf } from "../../../../app/web/app/photos/consent_state.ts";
import { rowsOf } from "../../../../app/web/app/photos/photo_grid.ts";
import * as strokes from "../../../../app/web/app/photos/strokes.ts";
import type { PhotoSeen } from "../../../../app/web/app/shapes.ts";

const { isSigned, pathOf, pointOf, strokesIn, strokesText, withPoint } = strokes;

test("a line is a signature, a dot is none", () => {
  assert.equal(isSigned([]), false);
  assert.equal(isSigned([[pointOf(1, 2, 0)]]), false);
  assert.equal(isSigned([[pointOf(1, 2, 0), pointOf(30, 2, 9)]]), true);
});

test("points next to each other are one", () => {
  const begun = [[pointOf(10, 10, 0)]];
  assert.equal(withPoint(begun, pointOf(11, 11, 5)), begun);
  assert.deepEqual(withPoint(begun, pointOf(20, 10, 5)), [[pointOf(10, 10, 0), pointOf(20, 10, 5)]]);
});

test("points stay on the pad, as whole thousandths", () => {
  assert.deepEqual(pointOf(-3, 1200.4, 12.6), { x: 0, y: 1000, t: 13 });
});

test("what is sent is read back as it was", () => {
  const signed = [
    [pointOf(10, 20, 0), pointOf(30, 40, 50)],
    [pointOf(100, 100, 900), pointOf(120, 100, 950)],
  ];
  assert.equal(strokesText(signed), "[[10,20,0,30,40,50],[100,100,900,120,100,950]]");
  assert.deepEqual(strokesIn(strokesText(signed)), signed);
  assert.deepEqual(strokesIn(null), []);
  assert.equal(pathOf(signed), "M10 20L30 40M100 100L120 100");
});

test("a long signature is thinned to what the book takes, with its ends", () => {
  const long = [Array.from({ length: 9000 }, (_, at) => pointOf(at % 1000, at % 400, at))];
  const text = strokesText(long);
  assert.ok(text.length <= 20000);
  const [stroke = []] = strokesIn(text);
  assert.deepEqual(stroke[0], pointOf(0, 0, 0));
  assert.deepEqual(stroke.at(-1), long[0]?.at(-1));
});

test("a consent holds until its last day, and not once it is withdrawn", () => {
  const consent = { until: "2026-02-01", withdrawn_at: null };
  assert.equal(stateOf(consent, "2026-02-01"), "valid");
  assert.equal(stateOf(consent, "2026-02-02"), "expired");
  assert.equal(stateOf({ ...consent, withdrawn_at: "2026-01-05T10:30" }, "2026-01-05"), "withdrawn");
  assert.equal(stateOf({ until: null, withdrawn_at: null }, "2099-01-01"), "valid");
});

test("photos stand by view, the newest first", () => {
  const photo = (id: number, view: string, taken: string) =>
    ({ photo: { id, view, taken_at: taken }, showing: "allowed" }) as unknown as PhotoSeen;
  const rows = rowsOf([
    photo(1, "left_45", "2026-01-05"),
    photo(2, "front", "2026-01-05"),
    photo(3, "front", "2026-02-05T10:30"),
  ]);
  assert.deepEqual(
    rows.map(({ view, photos }) => [view, photos.map((one) => one.photo.id)]),
    [
      ["front", [3, 2]],
      ["left_45", [1]],
    ],
  );
});
