import "../texts/in_english.ts";
import assert from "node:assert/strict";
import { test } from "node:test";

import { bodyOf, correctionOf, fromRecord, valueOf } from "../../../../app/web/app/record_form.ts";
import type { Kept, Kind } from "../../../../app/web/app/shapes.ts";
import { field } from "./kind.ts";

const scars: Kind = {
  noun: "scars",
  plural: "scars",
  summary: "",
  fields: [field("on", "moment"), field("grade", "whole"), field("goodman_baron", "items"), field("note", "text")],
  parts: { name: "counts", meaning: "", fields: [field("type", "choice"), field("amount", "number")] },
};
const record: Kept = {
  id: 3,
  version: 2,
  voided: false,
  on: "2026-05-05",
  grade: 2,
  goodman_baron: { contour: true, coverable: null },
  note: null,
  counts: [{ type: "boxcar", amount: 4 }],
};

test("a text is the value that its field takes", () => {
  assert.equal(valueOf(field("grade", "whole"), "2"), 2);
  assert.equal(valueOf(field("amount", "number"), "1,5"), 1.5);
  assert.equal(valueOf(field("active", "yes_no"), "true"), true);
  assert.equal(valueOf(field("active", "yes_no"), "false"), false);
  assert.equal(valueOf(field("note", "text"), "12"), "12");
  assert.deepEqual(valueOf(field("items", "items"), "size=4, contour=yes,flattens=no"), {
    size: 4,
    contour: true,
    flattens: false,
  });
  assert.deepEqual(valueOf(field("answers", "answers"), "1,0,x"), [1, 0, "x"]);
  assert.deepEqual(valueOf(field("answers", "answers"), "1,,2,"), [1, null, 2, null]);
  assert.equal(valueOf(field("grade", "whole"), " "), null);
});

test("a new record has what was given, its parts too, and nothing else", () => {
  const value = { fields: { on: "2026-05-05", grade: "", note: "soft" }, parts: [{ type: "boxcar", amount: "4" }] };
  const body = { on: "2026-05-05", note: "soft", counts: [{ type: "boxcar", amount: 4 }] };
  assert.deepEqual(bodyOf(scars, value), body);
  assert.ok(!("counts" in bodyOf(scars, { ...value, parts: [] })));
});

test("a record that was opened and not changed has no correction", () => {
  assert.deepEqual(correctionOf(scars, fromRecord(scars, record), record), {});
});

test("a correction has what differs: null for what was emptied, and all parts when one of them changed", () => {
  const value = fromRecord(scars, record);
  const emptied = { ...value, fields: { ...value.fields, grade: "" } };
  assert.deepEqual(correctionOf(scars, emptied, record), { grade: null });
  const added = { ...value, parts: [...value.parts, { type: "rolling", amount: "1,5" }] };
  assert.deepEqual(correctionOf(scars, added, record), {
    counts: [
      { type: "boxcar", amount: 4 },
      { type: "rolling", amount: 1.5 },
    ],
  });
});

test("a doubtful number stays text in every kind of field that holds numbers", () => {
  for (const text of ["1,000", "1,234", "0x10", "1e3", "NaN"]) {
    for (const kind of ["whole", "number", "id"] as const) assert.equal(valueOf(field("grade", kind), text), text);
    const body = bodyOf(scars, { fields: { grade: text }, parts: [{ type: "boxcar", amount: text }] });
    assert.deepEqual(body, { grade: text, counts: [{ type: "boxcar", amount: text }] });
  }
  assert.deepEqual(valueOf(field("items", "items"), "size=0x10"), { size: "0x10" });
  assert.deepEqual(valueOf(field("answers", "answers"), "1,0x2"), [1, "0x2"]);
});
