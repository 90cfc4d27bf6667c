import assert from "node:assert/strict";
import { test } from "node:test";

import ar from "texts:ar";
import en from "texts:en";
import { changeText, percentChangeText } from "../../../../app/web/app/format.ts";
import { languageOf } from "../../../../app/web/texts/language.ts";
import { numberText, percentText, signedText } from "../../../../app/web/texts/numbers.ts";
import { written } from "../../../../app/web/texts/phrase.ts";
import { setTexts } from "../../../../app/web/texts/texts.ts";
import { quantityText } from "../../../../app/web/texts/units.ts";
import figures from "../../../texts/figures.json";

const languages = {
  en: languageOf("en"),
  "ar-u-nu-latn": languageOf("ar", "latn"),
  "ar-u-nu-arab": languageOf("ar", "arab"),
};
type Code = keyof typeof languages;
const read = (code: Code): void => setTexts(languages[code], code === "en" ? en : ar);

interface Example {
  value: number;
  decimals: number | null;
  unit: string;
  language: string;
  text: string;
  signed?: boolean;
}

function textOf({ value, decimals, unit, language, signed }: Example): string {
  const write = signed ? signedText : numberText;
  if (unit === "") return write(value, languages[language as Code], decimals ?? undefined);
  return signed ? written({ number: value, decimals, signed, unit }) : quantityText(value, unit, decimals ?? undefined);
}

for (const example of figures as Example[]) {
  const { value, decimals, unit, language, text } = example;
  test(`${value} of ${decimals ?? "any"} decimals ${unit} is ${text} in ${language}`, () => {
    read(language as Code);
    assert.equal(textOf(example), text);
  });
}

test("a change says which way, and what rounds to nothing neither", () => {
  assert.equal(signedText(3, languages.en), "+3");
  assert.equal(signedText(-3, languages.en), "−3");
  assert.equal(signedText(0.04, languages.en, 1), "0.0");
});

test("a percentage is written as its language writes it", () => {
  assert.equal(percentText(26.67, languages.en, 1), "26.7\u00A0%");
  assert.match(percentText(45, languages["ar-u-nu-arab"]), /^\u2068٤٥٪/);
});

test("a change in percent has its sign, and none where it rounds to nothing", () => {
  read("en");
  assert.equal(percentChangeText(-54.17), "−54\u00A0%");
  assert.equal(percentChangeText(250), "+250\u00A0%");
  assert.equal(percentChangeText(0.4), "0\u00A0%");
});

test("in Arabic whatever has a sign stands in one isolate", () => {
  for (const code of ["ar-u-nu-latn", "ar-u-nu-arab"] as const) {
    read(code);
    for (const text of [changeText(-2), changeText(2), changeText(0), percentChangeText(-54), percentChangeText(54)])
      assert.match(text, /^\u2068[^\u2066-\u2069]+\u2069$/);
  }
});

test("what nobody can read digit by digit is in powers of ten", () =>
  assert.equal(numberText(1e300, languages.en, 2), "1.00e300"));
