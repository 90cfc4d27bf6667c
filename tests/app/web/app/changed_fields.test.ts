// What a correction says it changes.
import "../texts/in_english.ts";
import assert from "node:assert/strict";
import { test } from "node:test";
import { changedIn } from "../../../../app/web/app/changed.ts";
import { fromRecord } from "../../../../app/web/app/record_form.ts";
import type { Kept, Kind } from "../../../../app/web/app/shapes.ts";
import { field } from "./kind.ts";

const kind: Kind = {
  noun: "session",
  plural: "sessions",
  summary: "",
  fields: [field("lot", "text"), field("pain", "whole")],
  parts: { name: "areas", meaning: "", fields: [field("region", "choice"), field("depth_mm", "number")] },
};
const stored = {
  id: 1,
  version: 1,
  voided: false,
  lot: "K1",
  pain: null,
  areas: [{ region: "chin", depth_mm: 1 }],
} as Kept;
const typed = fromRecord(kind, stored);

test("a correction says nothing where nothing changes", () => {
  assert.deepEqual(changedIn(kind, typed, stored), []);
});

test("a correction says each field and row that changes, is added or is taken out", () => {
  const changed = {
    fields: { ...typed.fields, lot: "K2", pain: "3" },
    parts: [{ region: "nose", depth_mm: "0.5" }],
  };
  assert.deepEqual(changedIn(kind, changed, stored), [
    { name: "lot", was: "K1", is: "K2" },
    { name: "pain", was: "", is: "3" },
    { name: "chin: depth_mm", was: "1", is: "" },
    { name: "nose: depth_mm", was: "", is: "0.5" },
  ]);
});
