// A signature as strokes: what the pad saw is what is sent, thinned where it is long.
import assert from "node:assert/strict";
import { test } from "node:test";
import { stateOf } from "../../../../app/web/app/photos/consent_state.ts";
import { byName, nextEdition } from "../../../../app/web/app/photos/form_editions.ts";
import { rowsOf } from "../../../../app/web/app/photos/photo_grid.ts";
import { correctionOfPhoto, typedOfPhoto, viewsBeside } from "../../../../app/web/app/photos/photo_correction.ts";
import * as strokes from "../../../../app/web/app/photos/strokes.ts";
import type { ConsentFormSeen, PhotoSeen } from "../../../../app/web/app/shapes.ts";

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

test("of a correction only what differs is sent, and nothing of the picture", () => {
  const photo = {
    ...{
      id: 3,
      patient: "C-001",
      version: 1,
      voided: false,
      taken_at: "2026-01-05T10:30",
      view: "front",
      region: null,
    },
    ...{ side: null, session: null, device: "phone", light: null, make_up: null, sha256: "0", bytes: 3, width: 1 },
    ...{ height: 1, format: "jpeg", orientation: 1 },
  } as unknown as PhotoSeen["photo"];
  const typed = typedOfPhoto(photo);
  assert.deepEqual(correctionOfPhoto(photo, typed), {});
  assert.deepEqual(correctionOfPhoto(photo, { ...typed, view: "left_45", device: " ", make_up: "false" }), {
    view: "left_45",
    device: null,
    make_up: false,
  });
});

test("a document stays one, and a photo of the patient too", () => {
  assert.deepEqual(viewsBeside("document"), ["document"]);
  assert.equal(viewsBeside("front").includes("document"), false);
  assert.ok(viewsBeside("front").includes("back"));
});

test("forms stand by name, their newest edition first", () => {
  const form = (id: number, name: string, edition: string) => ({ id, name, edition }) as ConsentFormSeen;
  const named = byName([form(1, "Photos", "1"), form(2, "Needling", "1"), form(3, "Photos", "2")]);
  assert.deepEqual(
    named.map(({ name, editions }) => [name, editions.map(({ id }) => id)]),
    [
      ["Needling", [2]],
      ["Photos", [3, 1]],
    ],
  );
});

test("the next edition counts on, where the clinic counts", () => {
  assert.equal(nextEdition("2"), "3");
  assert.equal(nextEdition("2026-b9"), "2026-b10");
  assert.equal(nextEdition("first"), "");
});
