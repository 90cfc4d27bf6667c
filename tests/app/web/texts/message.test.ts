import assert from "node:assert/strict";
import { test } from "node:test";

import { english, isolated, languageOf, signKept, wholeLine } from "../../../../app/web/texts/language.ts";
import { written, type Part } from "../../../../app/web/texts/message.ts";

const arabic = languageOf("ar", "arab");
const days: Part[] = [["days", "plural", { "=0": ["today"], one: [0, " day"], few: [0, " few"], other: [0, " days"] }]];

test("a number chooses its own form first, then that of its language", () => {
  const of = (count: number) => written(days, { days: count }, english);
  assert.deepEqual([0, 1, 2, 1200].map(of), ["today", "1 day", "2 days", "1,200 days"]);
  assert.equal(written(days, { days: 3 }, arabic), "٣ few");
});

test("a word chooses its text, an unknown one the other", () => {
  const sex: Part[] = [["sex", "select", { female: ["she"], other: ["they"] }]];
  assert.equal(written(sex, { sex: "female" }, english), "she");
  assert.equal(written(sex, { sex: "unknown" }, english), "they");
});

test("a value that is not given shows its name", () => assert.equal(written([["name"]], {}, english), "{name}"));

test("a value is isolated where it could turn round, and only there", () => {
  assert.equal(isolated("Huda", english), "Huda");
  assert.equal(isolated("هدى", english), "\u2068هدى\u2069");
  assert.equal(isolated("هدى", arabic), "هدى");
  assert.equal(isolated("C-001", arabic), "\u2068C-001\u2069");
  assert.equal(written(["in ", ["n"]], { n: 12 }, languageOf("ar")), "in \u206812\u2069");
});

test("marks of direction in a value end with it, and stay in it", () => {
  assert.equal(isolated("\u202Eturned", english), "\u2068\u202Eturned\u2069");
  assert.equal(isolated("out\u2069side", english), "\u2068\u2068out\u2069side\u2069");
  assert.equal(isolated("\u2066begun", arabic), "\u2068\u2066begun\u2069\u2069");
});

test("digits of a text are those of the letters before them", () => {
  const says = (text: string, language = arabic) => written([text], {}, language);
  assert.equal(says("أول 24 ساعة، 1.5 مم"), "أول ٢٤ ساعة، ١٫٥ مم");
  assert.equal(says("دليل Dermapen 4، صفحة 58"), "دليل Dermapen 4، صفحة ٥٨");
  assert.equal(says("مثل 31/12/2026 أو 0,4w,8w"), "مثل ٣١/١٢/٢٠٢٦ أو 0,4w,8w");
  assert.equal(says("أول 24 ساعة", languageOf("ar", "latn")), "أول 24 ساعة");
  assert.equal(says("24 hours", english), "24 hours");
});

test("a sign stays in front of its number, and a line of a drawing in its own order", () => {
  assert.deepEqual(
    [signKept("+3", arabic), signKept("3", arabic), signKept("−3", english)],
    ["\u2068+3\u2069", "3", "−3"],
  );
  assert.deepEqual([wholeLine("3", arabic), wholeLine("3", english)], ["\u20673\u2069", "3"]);
});
