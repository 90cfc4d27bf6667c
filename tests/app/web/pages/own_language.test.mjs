// A patient's own page in the language that their telephone asks for, and in the other at a touch.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { violations } from "../support/accessibility.mjs";
import { demoBook, folder, needlebook } from "../support/book.mjs";
import { closeBrowser, openPage, settled } from "../support/browser.mjs";
import { linkTo, openWithCode } from "../support/own_page.mjs";
import { codeIn, readText } from "../support/read_text.mjs";
import { serve } from "../support/server.mjs";

const charts = ["D-001", "D-002", "D-003", "D-004", "D-005", "D-006"];
// Somebody's own words, and what has the same name in every language.
const own = /Demo clinic|Needlebook|English|\((AHA|BHA|a\.u\.)\)|\bSPF\b/g;

const speaks = (page, ...languages) =>
  page.context().addInitScript((all) => Object.defineProperty(navigator, "languages", { value: all }), languages);
const root = (page) => page.evaluate(() => [document.documentElement.lang, document.documentElement.dir]);

describe("A patient's own page", () => {
  let room, book, server, links, names;

  before(async () => {
    room = folder();
    book = demoBook(room.path);
    server = await serve(book, { asOf: "2026-05-02" });
    links = charts.map((chart) => linkTo(book, chart));
  });
  after(async () => {
    await closeBrowser();
    await server?.stop();
    room?.remove();
  });

  test("is in Arabic for whoever's telephone is, from right to left, and has no word of English", async () => {
    const it = await openPage(server, { letIn: false, width: 360, height: 740 });
    await speaks(it.page, "ar-AE", "en");
    for (const link of links) {
      await openWithCode(it.page, server, link);
      await settled(it.page);
      assert.deepEqual(await root(it.page), ["ar", "rtl"]);
      names = await it.page.locator("h1 bdi").allTextContents();
      const lines = await readText(it.page);
      assert.deepEqual(codeIn(lines), []);
      const english = lines
        .map((line) => names.reduce((rest, name) => rest.replaceAll(name.trim(), ""), line).replace(own, ""))
        .filter((line) => /[A-Za-z]{3,}/.test(line));
      assert.deepEqual(english, [], link.path);
      assert.deepEqual(await violations(it.page), [], link.path);
    }
    await it.close();
  });

  test("fits a telephone in Arabic", async () => {
    const it = await openPage(server, { letIn: false, width: 360, height: 740 });
    await speaks(it.page, "ar");
    await openWithCode(it.page, server, links[0]);
    await settled(it.page);
    assert.ok(await it.page.evaluate(() => document.documentElement.scrollWidth <= innerWidth));
    await it.close();
  });

  test("is in the language that the patient reads and the clinic's digits, with the day of Umm al-Qura", async () => {
    needlebook("patient", "correct", charts[1], "--language", "ar", "--reason", "asked for", "--book", book);
    needlebook("clinic", "set", "digits=arab", "umm_al_qura=yes", "--book", book);
    const it = await openPage(server, { letIn: false });
    await speaks(it.page, "fr");
    await openWithCode(it.page, server, links[1]);
    await settled(it.page);
    assert.deepEqual(await root(it.page), ["ar", "rtl"]);
    const text = (await it.page.locator("main").innerText()).replace(/[\u2066-\u2069]/g, "");
    assert.match(text, /٢ مايو ٢٠٢٦ \(١٥ ذو القعدة ١٤٤٧ هـ\)/);
    assert.doesNotMatch(text, /\b2026\b/);
    await openWithCode(it.page, server, links[2]);
    await settled(it.page);
    assert.deepEqual(await root(it.page), ["en", "ltr"]);
    needlebook("clinic", "set", "digits=latn", "umm_al_qura=no", "--book", book);
    await it.close();
  });

  test("is in English for anybody else, and in Arabic at a touch, here and next time", async () => {
    const it = await openPage(server, { letIn: false });
    await speaks(it.page, "fr");
    await openWithCode(it.page, server, links[0]);
    await settled(it.page);
    assert.deepEqual(await root(it.page), ["en", "ltr"]);
    await it.page.locator('.choice[lang="ar"] input').check({ force: true });
    await it.page.waitForFunction(() => document.documentElement.lang === "ar");
    await openWithCode(it.page, server, links[1]);
    await settled(it.page);
    assert.deepEqual(await root(it.page), ["ar", "rtl"]);
    await it.close();
  });
});
