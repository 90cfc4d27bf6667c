import "../texts/in_english.ts";
import assert from "node:assert/strict";
import { test } from "node:test";

import arabic from "texts:ar";
import english from "texts:en";
import { faultOf, faultText, fieldOf } from "../../../../app/web/app/told.ts";
import { english as inEnglish, languageOf } from "../../../../app/web/texts/language.ts";
import { setTexts } from "../../../../app/web/texts/texts.ts";

const misfit = {
  field: "areas[1].depth_mm",
  detail: 'depth_mm: "9" is not a number from 0.1 to 8',
  try: "give a number from 0.1 to 8",
  id: "error.misfit_value",
  values: {
    value: "9",
    form: {
      id: "error.form.number_within",
      values: { low: { number: 0.1, decimals: 1 }, high: { number: 8, decimals: 0 } },
    },
  },
};
const unknown = { detail: "filler_days is odd", try: "leave it; run `needlebook check`" };
const bare = (text: string): string => text.replace(/[\u2066-\u2069]/g, "");

function inArabic(run: () => void): void {
  setTexts(languageOf("ar"), arabic);
  try {
    run();
  } finally {
    setTexts(inEnglish, english);
  }
}

test("what is wrong is said by its id, with the label of the field and what to do", () => {
  assert.deepEqual(faultOf(misfit), {
    label: "Areas 2, Depth, mm",
    what: "“9” does not fit: a number from 0.1 to 8",
    remedy: "",
    english: "",
  });
  const sent = { areas: [{ region: "nose" }, { region: "left_cheek", depth_mm: 9 }] };
  assert.equal(faultOf({ ...misfit, sent }).label, "Left cheek, Depth, mm");
  assert.equal(
    faultOf({ ...misfit, field: "session/areas/1/depth_mm", sent: { session: sent } }).label,
    "Left cheek, Depth, mm",
  );
  inArabic(() => {
    const fault = faultOf(misfit);
    assert.equal(bare(fault.what), "القيمة «9» غير صالحة: عدد من 0.1 إلى 8");
    assert.equal(fault.english, "");
  });
});

test("without an id it is the program's English, and in Arabic what the status means with that beside it", () => {
  assert.equal(faultText(unknown), "filler days is odd");
  inArabic(() => {
    const fault = faultOf(unknown, 409);
    assert.equal(fault.what, "ما في الدفتر مختلف الآن.");
    assert.equal(fault.english, "filler days is odd.");
  });
});

test("what is typed at a terminal is never a remedy", () => {
  assert.equal(faultOf({ ...unknown, try: "give --chart C-001" }).remedy, "");
  assert.equal(faultOf(unknown).remedy, "");
  assert.equal(faultOf({ ...unknown, try: "leave it out" }).remedy, "leave it out");
});

test("what is wrong with a record is of the field that its text names", () => {
  const future = (field: string) => ({ field, values: { field: { id: "records.fields.at", values: {} } } });
  assert.equal(fieldOf(future("session")), "session/at");
  assert.equal(fieldOf(future("")), "at");
  assert.equal(fieldOf(future("session/at")), "session/at");
  assert.equal(fieldOf(misfit), "areas[1].depth_mm");
  assert.equal(fieldOf({}), "");
});
