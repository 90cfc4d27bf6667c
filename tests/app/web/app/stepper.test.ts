// Small parts of a visit: steps of a number, answers of a questionnaire, shades of depth.
import "../texts/in_english.ts";
import assert from "node:assert/strict";
import { test } from "node:test";
import { stepped } from "../../../../app/web/app/parts/stepper.tsx";
import { answersOf, withAnswer } from "../../../../app/web/app/questionnaire.ts";
import { shadeOf } from "../../../../app/web/app/region_look.ts";

test("a number goes up and down by its step, never below none", () => {
  assert.equal(stepped("1.5", 0.25), "1.75");
  assert.equal(stepped("0.1", 0.2), "0.3");
  assert.equal(stepped("1,5", -0.25), "1.25");
  assert.equal(stepped("0", -1), "0");
  assert.equal(stepped("", 1), "1");
});

test("an answer is given and taken back, the others stay as they are", () => {
  const given = withAnswer("", 3, 1, "2");
  assert.equal(given, ",2,");
  assert.deepEqual(answersOf(given, 3), ["", "2", ""]);
  assert.equal(withAnswer(given, 3, 1, ""), "");
});

test("a deeper depth has a darker shade, and what is no depth has none", () => {
  assert.deepEqual(
    ["0.25", "0.3", "0.75", "1.5", "2"].map((depth) => shadeOf(depth)),
    [1, 2, 3, 4, 5],
  );
  assert.equal(shadeOf(""), undefined);
  assert.equal(shadeOf("deep"), undefined);
});
