import "../texts/in_english.ts";
import assert from "node:assert/strict";
import { test } from "node:test";
import { ownEntryBody, toldParts } from "../../../../app/web/app/own_entry.ts";

const nothing = { pain: "", redness: "", daysOut: "", note: "", dlqi: "" };

test("what a patient leaves empty is not sent, and a blank note is empty", () => {
  assert.deepEqual(ownEntryBody(nothing), {});
  assert.deepEqual(ownEntryBody({ ...nothing, note: " \n", daysOut: " " }), {});
});

test("what is told is sent as numbers and words; what is no number goes as it was typed", () => {
  assert.deepEqual(ownEntryBody({ pain: "0", redness: "clear", daysOut: " 2", note: "warm", dlqi: "1,,0" }), {
    pain: 0,
    redness: "clear",
    days_out: 2,
    note: "warm",
    dlqi: [1, null, 0],
  });
  assert.deepEqual(ownEntryBody({ ...nothing, daysOut: "two" }), { days_out: "two" });
});

test("what was told is said in words, in the order of the form, and zero is said too", () => {
  assert.deepEqual(toldParts({ pain: 0, redness: "a_little", days_out: 1, dlqi: [1] }), [
    "pain 0 of 10",
    "redness: a little",
    "1 day at home",
    "the ten questions",
  ]);
  assert.deepEqual(toldParts({ pain: null, redness: null, days_out: null, dlqi: null }), []);
});
