import "./in_english.ts";
import assert from "node:assert/strict";
import { test } from "node:test";

import { phraseText, said } from "../../../../app/web/texts/phrase.ts";
import phrases from "../../../texts/phrases.json";

for (const { text, ...phrase } of phrases) test(`“${text}”`, () => assert.equal(said(phrase), text));

test("a phrase within a sentence begins as it is", () => {
  const event = { id: "word.everyday_event.pih", values: {} };
  const both = { id: "sentence.clinic.by_doctor", values: { label: event, date: "Monday" } };
  assert.equal(phraseText(both), "the doctor found “dark marks” on Monday");
  assert.equal(said(both), phraseText(both));
});
