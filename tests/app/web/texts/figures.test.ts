import "./in_english.ts";
import assert from "node:assert/strict";
import { test } from "node:test";

import { languageOf } from "../../../../app/web/texts/language.ts";
import { numberText, percentText, signedText } from "../../../../app/web/texts/numbers.ts";
import { quantityText } from "../../../../app/web/texts/units.ts";
import figures from "../../../texts/figures.json";

const languages = {
  en: languageOf("en"),
  "ar-u-nu-latn": languageOf("ar", "latn"),
  "ar-u-nu-arab": languageOf("ar", "arab"),
};

for (const { value, decimals, unit, language, text } of figures) {
  test(`${value} of ${decimals ?? "any"} decimals ${unit} is ${text} in ${language}`, () => {
    const written =
      unit === ""
        ? numberText(value, languages[language as keyof typeof languages], decimals ?? undefined)
        : quantityText(value, unit, decimals ?? undefined);
    assert.equal(written, text);
  });
}

test("a change says which way, and what rounds to nothing neither", () => {
  assert.equal(signedText(3, languages.en), "+3");
  assert.equal(signedText(-3, languages.en), "−3");
  assert.equal(signedText(0.04, languages.en, 1), "0.0");
});

test("a percentage is written as its language writes it", () => {
  assert.equal(percentText(26.67, languages.en, 1), "26.7\u00A0%");
  assert.match(percentText(45, languages["ar-u-nu-arab"]), /^٤٥٪/);
});

test("what nobody can read digit by digit is in powers of ten", () =>
  assert.equal(numberText(1e300, languages.en, 2), "1.00e300"));
