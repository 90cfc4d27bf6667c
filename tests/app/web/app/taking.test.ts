// What a photograph that is about to be taken is held against, and which views are left.
import assert from "node:assert/strict";
import { test } from "node:test";
import { ghostOf, viewsLeft } from "../../../../app/web/app/photos/taking.ts";
import type { PhotoSeen } from "../../../../app/web/app/shapes.ts";

const today = "2026-03-05";
const photo = (id: number, view: string, taken: string, region: string | null = null, showing = "allowed") =>
  ({ photo: { id, view, taken_at: taken, region }, showing }) as unknown as PhotoSeen;

test("the ghost is the newest of the view and region that may be shown, of an earlier day", () => {
  const photos = [
    photo(1, "front", "2026-01-05"),
    photo(2, "front", "2026-02-05T10:30"),
    photo(3, "front", "2026-02-20", null, "withdrawn"),
    photo(4, "front", `${today}T09:00`),
    photo(5, "left_45", "2026-02-25"),
    photo(6, "close_up", "2026-02-25", "chin"),
  ];
  assert.equal(ghostOf(photos, "front", "", today)?.photo.id, 2);
  assert.equal(ghostOf(photos, "close_up", "chin", today)?.photo.id, 6);
  assert.equal(ghostOf(photos, "close_up", "nose", today), undefined);
  assert.equal(ghostOf(photos, "close_up", "", today), undefined);
  assert.equal(ghostOf([], "front", "", today), undefined);
});

test("views are left until one of the whole face was taken today", () => {
  assert.deepEqual(viewsLeft([], today), ["front", "left_45", "left_90", "right_45", "right_90"]);
  const photos = [
    photo(1, "front", `${today}T09:00`),
    photo(2, "left_45", "2026-02-05"),
    photo(3, "left_90", today, null, "voided"),
    photo(4, "right_45", today, "chin"),
    photo(5, "right_90", today, null, "not_agreed"),
  ];
  assert.deepEqual(viewsLeft(photos, today), ["left_45", "left_90", "right_45"]);
});
