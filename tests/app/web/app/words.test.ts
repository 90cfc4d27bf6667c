import "../texts/in_english.ts";
import assert from "node:assert/strict";
import { test } from "node:test";

import {
  areaText,
  labelOf,
  meaningOf,
  memberLabel,
  nameOf,
  spoken,
  titleOf,
  valueOf,
} from "../../../../app/web/app/words.ts";
import { t, word } from "../../../../app/web/texts/texts.ts";
import { nouns } from "../../../../app/web/app/record_line.ts";

test("a word of the records has its own text, or is written as it is spoken", () => {
  assert.equal(nameOf("open_comedones"), "blackheads");
  assert.equal(nameOf("left_cheek"), "left cheek");
  assert.equal(titleOf("dlqi"), "DLQI");
  assert.equal(areaText({ region: "left_cheek", depth_mm: 1.5, passes: 4 }), "left cheek 1.5 mm × 4");
});

test("a status has texts of its own, whatever its words mean elsewhere", () => {
  assert.equal(valueOf("status", "left"), word("patients.statuses", "left"));
  assert.equal(valueOf("side", "left"), nameOf("left"));
  assert.equal(valueOf("status", "left_cheek"), "left cheek");
});

test("every kind of record has a noun", () => {
  assert.deepEqual(
    nouns.filter((noun) => !word("records.nouns", noun)),
    [],
  );
});

test("one is not many", () => {
  assert.equal(t("patients.total", { count: 1 }), "1 patient");
  assert.equal(t("patients.total", { count: 0 }), "0 patients");
});

test("a sentence of the program is read without its own words, and what somebody typed stays", () => {
  assert.equal(spoken("the clinic's own filler_days"), "the clinic's own filler days");
  assert.equal(spoken("run `needlebook check --quick`"), "run “needlebook check quick”");
  assert.equal(spoken('"left_chek" is not a region of left_cheek'), '"left_chek" is not a region of left cheek');
});

test("a member of what was sent is named by the labels on its way", () => {
  assert.equal(memberLabel("regions[0].open_comedones"), "Regions 1, Blackheads");
  assert.equal(memberLabel("note"), "Note");
  assert.equal(memberLabel("ledger entry 3"), "");
});

test("a field has one label, and a meaning of its kind or of all", () => {
  assert.equal(labelOf("depth_mm"), "Depth, mm");
  assert.equal(meaningOf("session", "depth_mm"), "needle depth in mm, 0.1 to 8");
  assert.equal(meaningOf("course", "note"), "free text");
  assert.equal(meaningOf("course", "of no kind"), undefined);
});
