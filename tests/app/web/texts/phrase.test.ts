import "./in_english.ts";
import assert from "node:assert/strict";
import { test } from "node:test";

import { phraseText, said } from "../../../../app/web/texts/phrase.ts";
import { english } from "../../../../app/web/texts/language.ts";
import phrases from "../../../texts/phrases.json";
import { onPage } from "./on_page.ts";

for (const { text, ...phrase } of phrases)
  test(`“${text}”`, () => assert.equal(said(phrase), onPage(text, phrase.values, english)));

test("the day of a record is written as every day on a page", () => {
  const due = (date: string) => said({ id: "sentence.clinic.due", values: { date: { date, form: "record" } } });
  assert.equal(due("2026-05-11"), "The next session is due on Mon 11 May 2026.");
  assert.equal(due("2026-05"), "The next session is due on May 2026.");
});

test("a phrase within a sentence begins as it is", () => {
  const event = { id: "word.everyday_event.pih", values: {} };
  const both = { id: "sentence.clinic.by_doctor", values: { label: event, date: "Monday" } };
  assert.equal(phraseText(both), "the doctor found “dark marks” on Monday");
  assert.equal(said(both), phraseText(both));
});
