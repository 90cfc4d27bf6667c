import "../texts/in_arabic.ts";
import assert from "node:assert/strict";
import { test } from "node:test";

import en from "texts:en";
import ar from "texts:ar";
import { becauseOf, becauseOfAll, ruleTextOf, sourceOf } from "../../../../app/web/app/finding_text.ts";
import { FindingList } from "../../../../app/web/app/parts/finding_list.tsx";
import { keptLines } from "../../../../app/web/app/record_line.ts";
import type { Finding } from "../../../../app/web/app/shapes.ts";
import { english, languageOf } from "../../../../app/web/texts/language.ts";
import { setTexts } from "../../../../app/web/texts/texts.ts";
import findings from "../../../texts/findings.json";

interface Element {
  type: string | ((props: Element["props"]) => unknown);
  props: { children?: unknown; lang?: string };
}

// The text of what has no state, without what is marked as English.
function textIn(node: unknown): string {
  if (Array.isArray(node)) return node.map(textIn).join("");
  if (typeof node === "string" || typeof node === "number") return String(node);
  if (typeof node !== "object" || node === null) return "";
  const { type, props } = node as Element;
  if (props.lang === "en") return "";
  return textIn(typeof type === "function" ? type(props) : props.children);
}

const level = "stop" as const;
const region = { id: "word.region.left_cheek", values: {} };
const lesions = { id: "finding.lesions.papules", values: { count: 3 } };
const date = { date: "2026-06-10", form: "record" };
const found = {
  rule: "active_lesions",
  level,
  text: "Do not needle active inflammatory lesions.",
  because: "left cheek: 3 papules on 2026-06-10",
  source: "SkinPen treatment sheet",
  phrases: {
    text: { id: "finding.text.active_lesions", values: {} },
    because: { id: "finding.because.lesions", values: { region, lesions: [lesions], date } },
    source: { id: "finding.source.acne_status_days", values: {} },
  },
} as unknown as Finding;
const plain = (text: string | undefined): string => (text ?? "").replace(/[\u2066-\u2069]/g, "");

test("what a rule finds is said in the language of the page", () => {
  assert.equal(plain(becauseOf(found).text), "الخد الأيسر: 3 حطاطات بتاريخ الأربعاء 10 يونيو 2026");
  assert.match(ruleTextOf(found)?.text ?? "", /^لا يُجرى الوخز على آفات التهابية نشطة\./);
  assert.equal(sourceOf(found)?.text, "الحد الخاص بالعيادة: مدة الأخذ بحالة حب الشباب، بالأيام");
  assert.equal(becauseOf(found).lang, undefined);
});

test("of several places of one rule each is said, with the language's own mark between them", () => {
  assert.equal(plain(becauseOfAll([found, found])).split("؛").length, 2);
});

test("what was recorded in English is marked so, but for a rule whose text needs no number", () => {
  const kept = { rule: "eczema", level, because: "eczema, since 2026-01", text: "A doctor decides; …" };
  assert.deepEqual(becauseOf(kept), { text: "eczema, since 2026-01", lang: "en" });
  assert.deepEqual(ruleTextOf(kept), { text: "يلزم قرار طبيب؛ ولا يُجرى الوخز ما دامت الحالة نشطة." });
  const counted = { rule: "sunburn", text: "Wait 14 days after sunburn or tanning." };
  assert.deepEqual(ruleTextOf(counted), { text: counted.text, lang: "en" });
  assert.deepEqual(ruleTextOf({ rule: "a_rule_of_long_ago", text: "Wait." }), { text: "Wait.", lang: "en" });
});

test("what a session was done over is said by the rule, beside what was recorded of it", () => {
  const one = { id: 1, version: 1, voided: false, session: 7, level: "sign_off", rule: "eczema", not_asked: null };
  const [line] = keptLines([{ ...one, because: "eczema, since 2026-01", override: "جفّت الآن" }], 7);
  assert.match(line?.text ?? "", /^يلزم قرار طبيب؛ .* والسبب: جفّت الآن$/);
  assert.deepEqual(line?.recorded, { text: "eczema, since 2026-01", lang: "en" });
});

test("in English what was recorded stays as it was recorded, whatever the rule says today", () => {
  setTexts(english, en);
  const kept = { rule: "eczema", level, because: "eczema, since 2026-01", text: "As it was." };
  assert.deepEqual(ruleTextOf(kept), { text: "As it was." });
  assert.deepEqual(becauseOf(kept), { text: "eczema, since 2026-01" });
  assert.equal(becauseOf(found).text, "left cheek: 3 papules on Wed 10 Jun 2026");
  setTexts(languageOf("ar"), ar);
});

test("the list of findings has no Latin word in Arabic but names, lots and codes that somebody gave", () => {
  const names = [
    "Curacne",
    "isotretinoin",
    "Plavx",
    "clopidogrel",
    "Zorbital 20 mg",
    "Dr Saleh",
    "L-2026/7",
    "TKTX",
    "lidocaine",
  ];
  names.push("Addison's disease", "UDI", "PIH", "فيتامين C", "نوع البشرة V", "III", "إلى V");
  const rules = Object.keys(ar).filter((id) => id.startsWith("finding.text."));
  const abbreviations = ["PABA", "PRP", "فيتامين C"];
  const listed: unknown[] = findings.map((phrase) => ({
    rule: "eczema",
    level,
    because: phrase.en,
    phrases: { text: { id: "finding.text.eczema", values: {} }, because: phrase, source: region },
  }));
  for (const id of rules) {
    const rule = id.slice("finding.text.".length);
    const numbers = { low: { number: 1, decimals: 0 }, high: { number: 14, decimals: 0 } };
    const phrases = { text: { id, values: numbers }, because: region, source: region };
    listed.push({ rule, level, because: "", phrases });
  }
  let text = plain(textIn(FindingList({ findings: listed as Finding[] })));
  for (const name of [...names, ...abbreviations]) text = text.replaceAll(name, "");
  assert.deepEqual(text.match(/[A-Za-z_`{}]+/g) ?? [], []);
});
