import assert from "node:assert/strict";
import { test } from "node:test";

import ar from "texts:ar";
import en from "texts:en";
import { english, languageOf } from "../../../../app/web/texts/language.ts";
import { phraseText } from "../../../../app/web/texts/phrase.ts";
import { setTexts } from "../../../../app/web/texts/texts.ts";
import findings from "../../../texts/findings.json";
import { onPage } from "./on_page.ts";

const arabic = languageOf("ar");

// The program isolates every value, the pages those that would turn round.
const withoutIsolates = (text: string): string => text.replace(/[\u2068\u2069]/g, "");

for (const { en: inEnglish, ar: inArabic, ...phrase } of findings)
  test(`“${inEnglish}”, in both languages`, () => {
    setTexts(english, en);
    assert.equal(phraseText(phrase), onPage(inEnglish, phrase.values, english));
    setTexts(arabic, ar);
    assert.equal(withoutIsolates(phraseText(phrase)), onPage(inArabic, phrase.values, arabic));
  });
