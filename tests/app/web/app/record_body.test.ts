import "../texts/in_english.ts";
import assert from "node:assert/strict";
import { test } from "node:test";

import { asTyped, changed, given, numberOrText, textOf } from "../../../../app/web/app/record_body.ts";

test("a number may be typed with a comma, and what is none stays as it was typed", () => {
  assert.equal(numberOrText("1,5"), 1.5);
  assert.equal(numberOrText(" 0.75 "), 0.75);
  assert.equal(numberOrText("-2"), -2);
  assert.equal(numberOrText("1,5,2"), "1,5,2");
  assert.equal(numberOrText("2 mm"), "2 mm");
  assert.equal(numberOrText("  "), "  ");
});

test("a number may be typed in Arabic-Indic and in Persian digits, and is sent as the plain number", () => {
  const typed: [string, number][] = [
    ["١٫٢٥", 1.25],
    ["۱٫۲۵", 1.25],
    ["٥", 5],
    ["١,٥", 1.5],
    ["١،٥", 1.5],
    ["١.٥", 1.5],
    ["١٬٢٣٤", 1234],
    ["١٬٢٣٤٫٥", 1234.5],
    ["\u061c-٣", -3],
    ["−٣", -3],
  ];
  for (const [text, number] of typed) assert.equal(numberOrText(text), number, text);
  for (const text of ["١٬٢", "٥ مم", "١٫٢٫٣", "١،٢٣٤"]) assert.equal(numberOrText(text), text);
});

test("what could be two numbers, or is none as people write them, is left to the server to refuse", () => {
  const doubtful = ["1,000", "1,234", "-1,234", "1.234,5", "1,234.5", "0,125"];
  const slips = ["0x10", "0b1", "1e3", "Infinity", "NaN", "inf", "1 5", "1_000", "5,", ",5", "--5", "5\u0007"];
  for (const text of [...doubtful, ...slips]) assert.equal(numberOrText(text), text);
  const plain: [string, number][] = [
    ["1.234", 1.234],
    ["1,25", 1.25],
    ["1,2345", 1.2345],
    ["+2", 2],
    [" 5 ", 5],
    ["1000", 1000],
  ];
  for (const [text, number] of plain) assert.equal(numberOrText(text), number);
});

test("what was left empty is not sent, and only fields of numbers become numbers", () => {
  assert.deepEqual(given({ pain: "3", note: "007", rater: "  " }, ["pain"]), { pain: 3, note: "007" });
});

test("a correction has only what differs, and null for what was emptied", () => {
  const stored = { iga: 3, note: "mild", rater: null };
  assert.deepEqual(changed({ iga: "3", note: "mild", rater: "" }, stored, ["iga"]), {});
  assert.deepEqual(changed({ iga: "2,5", note: " ", rater: "Amal" }, stored, ["iga"]), {
    iga: 2.5,
    note: null,
    rater: "Amal",
  });
});

test("a value of a record is a text in a form, and none is an empty one", () => {
  assert.deepEqual(asTyped({ iga: 0, note: null }, ["iga", "note", "rater"]), { iga: "0", note: "", rater: "" });
  assert.equal(textOf([1, 0, 2]), "1,0,2");
  assert.equal(textOf({ size: 4, contour: true, coverable: false, flattens: null }), "size=4,contour=yes,coverable=no");
  assert.equal(textOf(true), "true");
});
