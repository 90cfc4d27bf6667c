// Every page of the clinic in every language that it is offered in: nothing of another language but what is somebody's
// own, marked, or the same everywhere; drawn from the side where its language begins; and no wider than a telephone.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { offered } from "../../../../app/web/texts.mjs";
import { violations } from "../support/accessibility.mjs";
import { demoBook, folder, read } from "../support/book.mjs";
import { closeBrowser, openPage, settled, visit } from "../support/browser.mjs";
import { clinicPages } from "../support/paths.mjs";
import { faultsOfText } from "../support/foreign.mjs";
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
const laptop = { width: 1280, height: 860 };

// Where the page begins is where its language does: the first place of the menu, labels over their fields, the mark of
// the program. Says which do not.
const misplaced = (page) =>
  page.evaluate(() => {
    const isRight = document.documentElement.dir === "rtl";
    const box = (element) => element.getBoundingClientRect();
    const start = (element) => (isRight ? innerWidth - box(element).right : box(element).left);
    const wrong = [];
    const places = [...document.querySelectorAll("header nav a")];
    places.slice(1).forEach((place, index) => {
      const before = places[index];
      if (box(place).top === box(before).top && start(place) < start(before)) wrong.push(`menu: ${place.textContent}`);
    });
    for (const field of document.querySelectorAll(".field")) {
      const [label, control] = [field.querySelector("label"), field.querySelector("input, select, textarea")];
      if (!label || !control || box(control).width === 0) continue;
      if (Math.abs(start(label) - start(control)) > 3) wrong.push(`field: ${label.textContent}`);
    }
    const heading = document.querySelector("h1");
    if (heading && start(heading) > innerWidth / 3) wrong.push("heading");
    for (const cell of document.querySelectorAll("main th[scope=row], main th[scope=col]:first-child")) {
      const table = cell.closest("table");
      if (box(cell).width > 0 && Math.abs(start(cell) - start(table)) > 3) wrong.push(`table: ${cell.textContent}`);
    }
    for (const element of document.querySelectorAll("main *")) {
      const { direction } = getComputedStyle(element);
      const is = element.closest("[dir]")?.getAttribute("dir");
      const isOwn = is === "auto" || element.closest("bdi, svg, [lang=en]");
      if ((direction === "rtl") !== isRight && is !== "ltr" && is !== "rtl" && !isOwn)
        wrong.push(`direction: ${element.tagName} ${element.className}`);
    }
    return wrong;
  });

describe("The clinic's pages", () => {
  let room, book, server, names;

  before(async () => {
    room = folder();
    book = demoBook(room.path);
    names = read(book, "patient", "list").flatMap(({ name }) => (name ? [name] : []));
    server = await serve(book, { asOf: "2026-05-02" });
  });
  after(async () => {
    await closeBrowser();
    await server?.stop();
    room?.remove();
  });

  test("are offered in both languages", () => assert.deepEqual(offered().sort(), ["ar", "en"]));

  for (const language of offered()) {
    const direction = language === "ar" ? "rtl" : "ltr";
    const inLanguage = async (view, look) => {
      const it = await openPage(server, view);
      await it.context.addCookies([{ name: "language", value: language, url: server.base }]);
      for (const [name, path] of Object.entries(pages)) {
        await visit(it.page, server, path);
        await settled(it.page);
        await look(it.page, name);
      }
      const heard = it.consoleMessages;
      await it.close();
      return heard;
    };

    test(`say in ${language} what they say, and run its way`, async () => {
      const heard = await inLanguage(laptop, async (page, name) => {
        assert.deepEqual(await page.evaluate(() => [document.documentElement.lang, document.documentElement.dir]), [
          language,
          direction,
        ]);
        assert.deepEqual(await faultsOfText(page, { language, own: names }), [], name);
        assert.deepEqual(await misplaced(page), [], name);
      });
      assert.deepEqual(heard, []);
    });

    test(`fit a telephone in ${language}, and every reader`, async () => {
      await inLanguage(telephone, async (page, name) => {
        assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), name);
        assert.deepEqual(await violations(page), [], name);
      });
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
