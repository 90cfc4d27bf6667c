// Every page of the clinic in every language that it is offered in, on a telephone: no wider, and for every reader.
// What the pages say is read in texts.test.mjs. axe-core reads English pages of that width in accessible.test.mjs;
// NEEDLEBOOK_LOOKS=all asks it here too (tests/nightly).
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { offered } from "../../../../app/web/texts.mjs";
import { violations } from "../support/accessibility.mjs";
import { demoBook, folder } from "../support/book.mjs";
import { closeBrowser, openPage, visit } from "../support/browser.mjs";
import { clinicPages } from "../support/paths.mjs";
import { serve } from "../support/server.mjs";

const pages = {
  ...clinicPages,
  ...Object.fromEntries(
    ["reading", "event", "treatment", "application", "course", "allergy", "medicine", "appointment", "contact"].map(
      (what) => [what, `/patients/D-001/observe?what=${what}`],
    ),
  ),
  rights: "/settings?part=people",
};
const telephone = { width: 360, height: 740 };
const isWhole = process.env.NEEDLEBOOK_LOOKS === "all";
const laptop = { width: 1280, height: 860 };

describe("The clinic's pages", () => {
  let room, server;

  before(async () => {
    room = folder();
    server = await serve(demoBook(room.path), { asOf: "2026-05-02" });
  });
  after(async () => {
    await closeBrowser();
    await server?.stop();
    room?.remove();
  });

  test("are offered in both languages", () => assert.deepEqual(offered().sort(), ["ar", "en"]));

  for (const language of offered()) {
    test(`fit a telephone in ${language}, and every reader`, async () => {
      const { page, context, close, consoleMessages } = await openPage(server, telephone);
      await context.addCookies([{ name: "language", value: language, url: server.base }]);
      for (const [name, path] of Object.entries(pages)) {
        await visit(page, server, path);
        assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), name);
        if (isWhole || language !== "en") assert.deepEqual(await violations(page), [], name);
      }
      assert.deepEqual(consoleMessages, []);
      await close();
    });
  }

  test("say in Arabic what is wrong with an entry, with the label of its field and what to do", async () => {
    const it = await openPage(server, laptop);
    await it.context.addCookies([{ name: "language", value: "ar", url: server.base }]);
    await visit(it.page, server, "/patients/D-001/observe?what=course");
    await it.page.getByLabel("الجلسات المخططة").fill("900");
    await it.page.keyboard.press("Control+Enter");
    const note = it.page.locator(".note-bad");
    await note.waitFor();
    const text = (await note.innerText()).replace(/[\u2066-\u2069]/g, "");
    assert.match(text, /الجلسات المخططة: القيمة «900» غير صالحة: عدد صحيح من 1 إلى 50/);
    assert.doesNotMatch(text, /[A-Za-z]{3}/);
    await it.close();
  });
});
