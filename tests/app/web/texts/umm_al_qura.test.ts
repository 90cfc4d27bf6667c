import assert from "node:assert/strict";
import { test } from "node:test";

import ar from "texts:ar";
import en from "texts:en";
import { english, languageOf } from "../../../../app/web/texts/language.ts";
import { setTexts } from "../../../../app/web/texts/texts.ts";
import { ummAlQura, ummAlQuraText } from "../../../../app/web/texts/umm_al_qura.ts";
import published from "../../../texts/umm_al_qura.json";

for (const { on, ...found } of published.days)
  test(`${on} is the day of the calendar of Umm al-Qura that was published`, () =>
    assert.deepEqual(ummAlQura(on), found));

test("where no table is published, and of what is no whole day, there is none", () => {
  for (const day of [...published.beyond, "2026", "2026-11"]) assert.equal(ummAlQura(day), null);
});

for (const { on, language, text } of published.texts)
  test(`${on} is ${text} in ${language}`, () => {
    if (language === "en") setTexts(english, en);
    else setTexts(languageOf("ar", language.endsWith("arab") ? "arab" : "latn"), ar);
    assert.equal(ummAlQuraText(on)?.replace(/[\u2066-\u2069]/g, ""), text);
  });
