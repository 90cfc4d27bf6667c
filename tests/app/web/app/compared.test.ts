// Which two photographs are held against each other, and how they are zoomed.
import assert from "node:assert/strict";
import { test } from "node:test";
import * as compared from "../../../../app/web/app/photos/compared.ts";
import type { PhotoSeen } from "../../../../app/web/app/shapes.ts";

const { further, moved, nearer, pairOf, rowsToCompare, transformOf, whole, withPhoto, zoomByKey } = compared;

const photo = (id: number, view: string, taken: string, showing = "allowed") =>
  ({ photo: { id, view, taken_at: taken }, showing }) as unknown as PhotoSeen;
const ids = (pair: compared.Pair | null) => pair && [pair.first.photo.id, pair.second.photo.id];

test("of each view what may be shown stands in time, and views of one photo are left out", () => {
  const rows = rowsToCompare([
    photo(1, "front", "2026-03-05"),
    photo(2, "front", "2026-01-05"),
    photo(3, "front", "2026-02-05", "withdrawn"),
    photo(4, "left_45", "2026-01-05"),
    photo(5, "back", "2026-01-05"),
    photo(6, "back", "2026-01-06", "voided"),
    photo(7, "document", "2026-01-06"),
    photo(8, "document", "2026-01-07"),
  ]);
  assert.deepEqual(
    rows.map(({ view, photos }) => [view, photos.map((one) => one.photo.id)]),
    [["front", [2, 1]]],
  );
});

test("the oldest and the newest are compared unless the address names two of one view", () => {
  const rows = rowsToCompare([
    photo(1, "front", "2026-01-05"),
    photo(2, "front", "2026-02-05"),
    photo(3, "front", "2026-03-05"),
    photo(4, "back", "2026-01-05"),
    photo(5, "back", "2026-02-05"),
  ]);
  assert.deepEqual(ids(pairOf(rows, null, null)), [1, 3]);
  assert.deepEqual(ids(pairOf(rows, "2", "3")), [2, 3]);
  assert.deepEqual(ids(pairOf(rows, "5", "4")), [5, 4]);
  assert.deepEqual(ids(pairOf(rows, "1", "4")), [1, 3], "of two views");
  assert.deepEqual(ids(pairOf(rows, "2", "2")), [1, 3], "the same twice");
  assert.deepEqual(ids(pairOf(rows, "9", "2")), [1, 3], "one that is not there");
  assert.equal(pairOf([], "1", "2"), null);
});

test("who is chosen as the other one changes places with it", () => {
  const [one, two, three] = [1, 2, 3].map((id) => photo(id, "front", `2026-0${id}-05`));
  assert.ok(one && two && three);
  assert.deepEqual(ids(withPhoto({ first: one, second: two }, "second", three)), [1, 3]);
  assert.deepEqual(ids(withPhoto({ first: one, second: two }, "first", three)), [3, 2]);
  assert.deepEqual(ids(withPhoto({ first: one, second: two }, "first", two)), [2, 1]);
  assert.deepEqual(ids(withPhoto({ first: one, second: two }, "second", one)), [2, 1]);
});

test("both pictures are zoomed about the middle, and no edge comes into the frame", () => {
  assert.equal(transformOf(whole), "translate(0%, 0%) scale(1)");
  assert.deepEqual(moved(whole, 0.5, -0.5), whole, "nothing to move to");
  const close = nearer(nearer(nearer(nearer(whole))));
  assert.ok(close.scale > 2.4 && close.scale < 2.5);
  const aside = moved(close, 5, -5);
  assert.equal(aside.x, (close.scale - 1) / 2);
  assert.equal(aside.y, -(close.scale - 1) / 2);
  const back = further(further(further(further(aside))));
  assert.deepEqual([Math.round(back.scale * 1e6) / 1e6, Math.abs(back.x) < 1e-9], [1, true]);
  let most = whole;
  for (let turn = 0; turn < 40; turn++) most = nearer(most);
  assert.equal(most.scale, 8);
});

test("keys zoom and move; others are left to the browser", () => {
  assert.equal(zoomByKey(whole, "+")?.scale, 1.25);
  const close = nearer(nearer(whole));
  assert.ok((zoomByKey(close, "ArrowRight")?.x ?? 0) < 0);
  assert.ok((zoomByKey(close, "ArrowUp")?.y ?? 0) > 0);
  assert.deepEqual(zoomByKey(close, "0"), whole);
  assert.equal(zoomByKey(close, "Tab"), null);
  assert.equal(zoomByKey(close, "a"), null);
});
