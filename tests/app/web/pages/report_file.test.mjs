// Reports as files: opened from the disk with the network off, in both languages, on screens and on paper. What the old
// golden files said stands in the golden JSON of tests/app/report, and is read here off the page.
import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { violations } from "../support/accessibility.mjs";
import { demoBook, folder, freshBook, needlebook } from "../support/book.mjs";
import { closeBrowser, openFile, openPage } from "../support/browser.mjs";
import { codeIn, readText } from "../support/read_text.mjs";
import { serve } from "../support/server.mjs";
import { asWritten } from "../support/written.mjs";

const goldens = new URL("../../report/", import.meta.url);
const asOf = ["--as-of", "2026-05-02"];
const room = folder();
let book, shell, arabicShell;

before(() => {
  book = demoBook(room.path);
  shell = needlebook("outcomes", "--format", "html", "--book", book);
  arabicShell = needlebook("outcomes", "--format", "html", "--language", "ar", "--book", book);
});
after(async () => {
  await closeBrowser();
  room.remove();
});

function file(name, ...words) {
  const path = join(room.path, `${name}.html`);
  writeFileSync(path, needlebook(...words, "--format", "html", "--book", book));
  return path;
}

// The golden data in a file of the program, which draws whatever stands there; of the clinic what is to differ.
function goldenFile(name, shell, clinic = {}) {
  const path = join(room.path, `${name}.html`);
  const data = JSON.parse(readFileSync(new URL(`${name}.golden.json`, goldens), "utf8"));
  Object.assign(data.clinic, clinic);
  const text = JSON.stringify(data).replaceAll("<", "\\u003c");
  writeFileSync(
    path,
    shell.replace(/(data-report>).*(<\/script>)/, (_, begin, end) => begin + text + end),
  );
  return { path, data };
}

const kinds = {
  progress: { words: ["progress", "D-001", ...asOf], pages: 5 },
  // One page, and both sides of one sheet as long as the aftercare stands in it.
  patient: { words: ["progress", "D-001", "--as-of", "2026-06-20", "--for", "patient"], pages: 1 },
  "patient after a session": { words: ["progress", "D-001", ...asOf, "--for", "patient"], pages: 2 },
  outcomes: { words: ["outcomes", ...asOf], pages: 9 },
  "outcomes by device": { words: ["outcomes", ...asOf, "--by", "device", "--at", "0,8w"], pages: 14 },
  aftercare: { words: ["aftercare", "D-001", "--at", "2026-05-01T15:30"], pages: 1 },
};
// In two languages: beside each other on a screen, on paper of its own each.
const inTwo = ["patient", "patient after a session", "aftercare"];

const fileOf = (kind, language) => file(`${kind} ${language}`, ...kinds[kind].words, "--language", language);
const openAll = (page) =>
  page.evaluate(() => document.querySelectorAll("details").forEach((each) => (each.open = true)));
const textOf = (page) => page.evaluate(() => document.body.innerText.replace(/[\u2066-\u2069]/g, ""));
const flat = (text) => text.replace(/\s+/g, " ");
const pagesOf = (pdf) => (pdf.toString("latin1").match(/\/Type\s*\/Page[^s]/g) ?? []).length;

function missing(text, parts) {
  const all = flat(text);
  return parts.filter((part) => !all.includes(flat(part)));
}

for (const language of ["en", "ar", "en+ar"]) {
  for (const kind of language === "en+ar" ? inTwo : Object.keys(kinds)) {
    describe(`The ${kind} file in ${language}`, () => {
      let path;
      before(() => {
        path = fileOf(kind, language);
      });

      for (const [width, scheme] of [
        [1280, "light"],
        [360, "dark"],
      ]) {
        test(`is whole, quiet and accessible in ${scheme} at ${width} px, and fits its paper`, async () => {
          const { page, consoleMessages, strangers, close } = await openFile(path, { width, scheme });
          const count = pagesOf(await page.pdf({ format: "A4", preferCSSPageSize: true }));
          const most = kinds[kind].pages * language.split("+").length;
          assert.ok(count >= 1 && count <= most, `${count} pages`);
          await openAll(page);
          assert.deepEqual(codeIn(await readText(page)), []);
          assert.doesNotMatch(await textOf(page), /NaN|undefined|\b(frame|plot|word|report|outcomes?|sentence)\.[a-z]/);
          assert.notEqual(await page.title(), "Needlebook");
          assert.deepEqual(await violations(page), []);
          const wider = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
          assert.ok(wider <= 0, `${wider} px wider than the window`);
          assert.deepEqual(
            await page.evaluate(() => [document.documentElement.lang, document.documentElement.dir]),
            language === "ar" ? ["ar", "rtl"] : ["en", "ltr"],
          );
          assert.deepEqual(consoleMessages, []);
          assert.deepEqual(
            strangers.filter((address) => decodeURI(address) !== `file://${path}`),
            [],
            "nothing is asked for outside the file",
          );
          await close();
        });
      }
    });
  }
}

test("What a patient takes home is printed in letters of 13.5 pt, in both languages", async () => {
  const { page, close } = await openFile(fileOf("patient after a session", "en+ar"));
  await page.emulateMedia({ media: "print" });
  const sizes = await page.evaluate(() =>
    [...document.querySelectorAll(".sentences li, section > p")].map((node) => getComputedStyle(node).fontSize),
  );
  assert.deepEqual([...new Set(sizes)], ["18px"]);
  await close();
});

describe("A report says all that it is given", () => {
  test("of a patient, for the clinic", async () => {
    const { path, data } = goldenFile("progress", shell);
    const { page, close } = await openFile(path);
    await openAll(page);
    const text = await textOf(page);
    const { progress, no_noise: noNoise } = data.content;
    const sources = progress.series.flatMap(({ noise, responder_rule: rule }) => [noise?.source, rule?.source]);
    const sentences = progress.sentences.clinic.filter(({ about }) => about !== "gaps"); // these have their own list
    assert.deepEqual(
      [...new Set(sentences.map(({ about }) => about))].sort().join(" "),
      "baseline course dlqi due events gags goodman_baron_grade goodman_baron_score iga lesions_total pahpi tewl",
    );
    const reasons = progress.benefits.flatMap(({ because }) => because);
    assert.ok(progress.gaps.length > 0 && reasons.length >= progress.benefits.length);
    const said = [...sentences, ...progress.gaps, ...reasons].map((one) => asWritten(one.text));
    assert.deepEqual(
      missing(text, [
        ...said,
        ...sources.filter(Boolean),
        ...Object.values(noNoise),
        ...progress.benefits.map(({ known }) => known),
        ...progress.safety.filter(({ level }) => level !== "caution").map(({ because }) => asWritten(because)),
      ]),
      [],
    );
    assert.deepEqual(
      missing(text, [
        "C-001 · 30 years · female · Fitzpatrick IV",
        "هدى صالح",
        "4 of 6 sessions",
        "48 → 21 lesions (−27, −56 %)",
        "3 → 1 point (−2)",
        "14.2 → 13.9 g/(m²·h) (−0.3, −2 %)",
        "16.4 derived",
        "4 published",
        "1 our convention",
        "looks better",
        "about the same",
        "not sure",
        "not enough data",
        "one-visit start",
        "counted from after the first session",
        "responder, “at least 4 points better”:",
        "responder, “at least 50 % fewer lesions (commonly used); from 45 lesions”:",
        "Transepidermal water loss, left cheek",
        "No responder rule is published for: ",
        "Shaded: differences from the start that chance can explain.",
        "left cheek 1.5 mm × 4, right cheek 1.5 mm × 4",
        "to pinpoint bleeding",
        "2: Mon 2 Feb 2026",
        "dark marks (PIH)",
        "moderate",
        "going on, or not recorded",
        "Wed 7 Jan 2026",
        "What needling is said to do",
      ]),
      [],
    );
    assert.equal(await page.locator("figure .chart-picture").count(), progress.series.length);
    assert.equal(await page.locator("figure details.chart-values").count(), progress.series.length);
    await close();
  });

  test("of a patient, for the patient", async () => {
    const { path, data } = goldenFile("progress_patient", shell);
    const { page, close } = await openFile(path);
    const text = await textOf(page);
    const said = data.content.sections.flatMap(({ title, lead, lines }) => [title, lead, ...lines]);
    assert.deepEqual(
      data.content.sections.map(({ id }) => id),
      ["answer", "course", "events"],
    );
    assert.deepEqual(missing(text, [...said, "Huda Saleh", "Scars, grade", "3 → 2 points", "48 → 21 lesions"]), []);
    for (const part of ["Goodman", "esponder", "noise", "p 0", "_"]) assert.ok(!text.includes(part), part);
    assert.equal(await page.locator("figure .chart-picture").count(), data.content.series.length);
    await close();
  });

  test("of the clinic", async () => {
    const { path, data } = goldenFile("outcomes", shell);
    const { page, close } = await openFile(path);
    await openAll(page);
    const text = await textOf(page);
    assert.deepEqual(
      missing(text, [
        ...data.content.notes,
        "7 patients · by tag arm",
        "needling <b>",
        "5 of 5, few",
        "1 of 2, very few",
        "3.2 → 1.6",
        "−1.6 (−3.02 to −0.184)",
        "2 of 5 (12 to 77 %)",
        "1 of 5 (4 to 62 %) confirmed, 2 not yet",
        "better 3 of 5 (23 to 88 %)",
        "Responder: clear or almost clear, and at least 2 grades better.",
        "Improved and worsened: by more than 1 point",
        "How many unchanged patients pass this is not known.",
        "No responder rule is published.",
        "median 3 → 1, SD 0.837 → 0.894",
        "paired t test p 0.035",
        "Wilcoxon V 0, p 0.13",
        "better by at least 1: 4 of 5 (38 to 96 %); at least 2: 3 of 5 (23 to 88 %)",
        "half of the patients by day 112 (2 at risk)",
        "12 weeks: 40 % (12 to 87), 4 at risk",
        "0 of 1 responded at some visit, kept or not",
        "all baselines 2.5, n 2",
        "nobody has a later value that can be judged yet",
        "needling <b>, after 8 weeks",
        "needling <b>, at the start",
        "8.3 (0.2 to 46.4)",
        "1 of 5 (4 to 62 %)",
        "redness",
        "in 12 sessions",
      ]),
      [],
    );
    assert.ok((await page.locator(".chart-interval").count()) > 0);
    assert.equal(await page.locator("h2:has-text('What changed?')").count(), 0, "two groups have no one answer");
    await close();
  });

  test("of a clinic without values", async () => {
    const empty = freshBook(room.path);
    const path = join(room.path, "none.html");
    writeFileSync(path, needlebook("outcomes", "--format", "html", "--book", empty));
    const { page, close } = await openFile(path);
    assert.deepEqual(missing(await textOf(page), ["No results yet.", "Test clinic"]), []);
    await close();
  });
});

test("Without script a file says in both languages how to open it", async () => {
  const { page, close } = await openFile(fileOf("patient", "en"), { javaScriptEnabled: false });
  const text = await textOf(page);
  assert.deepEqual(missing(text, ["This file draws its report", "يُرجى فتح الملف في متصفح"]), []);
  await close();
});

test("No text of the book runs in a file", async () => {
  const { path, data } = goldenFile("progress_patient", shell);
  const evil = "</script><script>window.hurt=1</script><img src=x onerror=window.hurt=1>";
  data.content.names = [evil];
  writeFileSync(
    path,
    shell.replace(
      /(data-report>).*(<\/script>)/,
      (_, begin, end) => begin + JSON.stringify(data).replaceAll("<", "\\u003c") + end,
    ),
  );
  const { page, consoleMessages, close } = await openFile(path);
  assert.ok((await textOf(page)).includes(evil));
  assert.equal(await page.evaluate(() => window.hurt), undefined);
  assert.deepEqual(consoleMessages, []);
  await close();
});

test("The server hands out the same file, in the language that is asked for", async () => {
  const server = await serve(book, { asOf: "2026-05-02" });
  const it = await openPage(server);
  await it.page.goto(`${server.base}/api/v1/patients/D-001/report?language=ar`);
  await it.page.waitForSelector(".verdicts");
  assert.equal(await it.page.evaluate(() => document.documentElement.lang), "ar");
  assert.deepEqual(it.consoleMessages, []);
  assert.deepEqual(it.strangers, []);
  await it.close();
  await server.stop();
});

// Where the sign of a number stands behind it, as "3-" for "-3", and the sign of a percentage before it: by the places
// where both are drawn. The text around each.
const misplacedSigns = (page) =>
  page.evaluate(() => {
    const found = [];
    const marks = "[\\u2066-\\u2069\\u200e\\u061c]*";
    const signed = new RegExp(`[+\\-−±]${marks}[0-9]|[0-9]${marks}%`, "g");
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = texts.nextNode(); node; node = texts.nextNode()) {
      const at = (index) => {
        const range = document.createRange();
        range.setStart(node, index);
        range.setEnd(node, index + 1);
        return range.getBoundingClientRect();
      };
      for (const { index, 0: text } of node.data.matchAll(signed)) {
        const [first, last] = [at(index), at(index + text.length - 1)];
        if (first.width > 0 && first.left >= last.left)
          found.push(node.data.slice(Math.max(0, index - 20), index + 20));
      }
    }
    return found;
  });

describe("In Arabic", () => {
  for (const name of ["progress", "progress_patient", "outcomes"])
    test(`every sign of the ${name} file stands before its number`, async () => {
      const { page, close } = await openFile(goldenFile(name, arabicShell).path);
      await openAll(page);
      assert.match(await textOf(page), name === "progress_patient" ? /[0-9]/ : /-[0-9]/);
      assert.deepEqual(await misplacedSigns(page), []);
      await close();
    });

  test("numbers and days are in the digits that the clinic chose, with the day of Umm al-Qura", async () => {
    const chosen = { digits: "arab", umm_al_qura: true };
    const { page, close } = await openFile(goldenFile("progress_patient", arabicShell, chosen).path);
    const text = await textOf(page);
    assert.deepEqual(missing(text, ["١٥ يونيو ٢٠٢٦ (٢٩ ذو الحجة ١٤٤٧ هـ)"]), []);
    await close();
  });
});
