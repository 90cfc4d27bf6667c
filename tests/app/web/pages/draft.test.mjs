// Nothing typed is lost: not by a reload, not by a crash of the server, and nothing is written twice.
import assert from "node:assert/strict";
import { existsSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { after, afterEach, before, beforeEach, describe, test } from "node:test";
import { folder, freshBook, needlebook } from "../support/book.mjs";
import { closeBrowser, kept, openPage, visit } from "../support/browser.mjs";
import { serve } from "../support/server.mjs";

const today = "2026-11-23";
let room, book, server, it;

before(() => {
  room = folder();
  book = freshBook(room.path);
  needlebook("patient", "add", "--chart", "C-001", "--name", "Huda Saleh", "--book", book);
});
beforeEach(async () => {
  server = await serve(book, { asOf: today });
  it = await openPage(server);
});
afterEach(async () => {
  await it.close();
  await server.stop();
});
after(async () => {
  await closeBrowser();
  room.remove();
});

const note = "textarea";
const nothingKept = async () => (await (await fetch("/api/v1/drafts")).json()).length === 0;
const stored = (page) => page.evaluate(() => [...Object.keys(localStorage), ...Object.keys(sessionStorage)]);
const acne = "/patients/C-001/observe?what=acne";

describe("What is typed", () => {
  test("survives a reload and says that it is not yet recorded", async () => {
    const { page } = it;
    await visit(page, server, acne);
    await page.click('button[aria-label="One more: Papules"]');
    await page.fill(note, "half a sent");
    await page.waitForSelector("text=Kept beside the book, not yet recorded");
    await page.reload();
    await page.waitForSelector(note);
    assert.equal(await page.inputValue(note), "half a sent");
    assert.equal(await page.inputValue('input[aria-label="Papules"]'), "1");
    assert.match(
      await page.locator(".draft-line").innerText(),
      /typed a moment ago.* kept beside the book, not yet recorded/i,
    );
    assert.equal((await kept(page, "/patients/C-001/acne")).length, 0);
    await page.click('button:has-text("Discard")');
    assert.equal(await page.inputValue(note), "");
    await page.waitForFunction(nothingKept);
  });

  test("is kept when the page is left in the middle of a word", async () => {
    const { page } = it;
    await visit(page, server, acne);
    await page.fill(note, "gone at onc");
    await page.goto("about:blank");
    await visit(page, server, acne);
    assert.equal(await page.inputValue(note), "gone at onc");
    await page.click('button:has-text("Discard")');
    await page.waitForFunction(nothingKept);
  });

  test("is in no storage of the browser, outlives the server, and is for its owner only", async () => {
    const { page } = it;
    await visit(page, server, acne);
    await page.fill(note, "of Huda Saleh");
    await page.waitForSelector("text=Kept beside the book");
    assert.deepEqual(await stored(page), []);
    const folder = `${book}.drafts`;
    assert.equal(statSync(folder).mode & 0o777, 0o700);
    assert.deepEqual(
      readdirSync(folder).map((file) => statSync(join(folder, file)).mode & 0o777),
      [0o600],
    );
    await it.close();
    await server.kill();
    server = await serve(book, { asOf: today });
    it = await openPage(server);
    await visit(it.page, server, acne);
    assert.equal(await it.page.inputValue(note), "of Huda Saleh");
    await it.page.click('button:has-text("Discard")');
    await it.page.waitForFunction(nothingKept);
    for (let tries = 0; existsSync(folder) && tries < 20; tries++) await sleep(100);
    assert.deepEqual(existsSync(folder) ? readdirSync(folder) : [], []);
    assert.equal(existsSync(folder), false);
  });

  test("that an older version left in the browser goes when the browser is let in", async () => {
    const { page } = it;
    await visit(page, server, "/");
    await page.evaluate(() => localStorage.setItem("needlebook.draft.acne.C-001", "old words"));
    assert.notDeepEqual(await stored(page), []);
    await page.goto(server.address);
    assert.deepEqual(await stored(page), []);
  });

  test("survives a killed server, is sent when it is back, and is written once", async () => {
    const { page } = it;
    await visit(page, server, acne);
    await page.click('button[aria-label="One more: Pustules"]');
    const { port } = server;
    await server.kill();
    await page.fill(note, "typed while nothing answers");
    await page.click('button[type="submit"]');
    await page.waitForSelector("text=is sent again in");
    server = await serve(book, { port, asOf: today });
    // Another start has another secret: the page says so, and keeps what was typed.
    await page.waitForSelector("text=key is not valid any more", { timeout: 20000 });
    const opened = await it.context.newPage();
    await opened.goto(server.address);
    await opened.close();
    await page.click('button[type="submit"]');
    await page.waitForURL("**/patients/C-001");
    const list = await kept(page, "/patients/C-001/acne");
    assert.equal(list.length, 1);
    assert.equal(list[0].note, "typed while nothing answers");
    await page.waitForFunction(nothingKept);
    assert.deepEqual(await stored(page), []);
  });

  test("is not written twice when the answer was lost on the way", async () => {
    const { page } = it;
    const count = (await kept(page, "/patients/C-001/acne")).length;
    await visit(page, server, acne);
    await page.click('button[aria-label="One more: Nodules"]');
    let lost = 0;
    await page.route("**/api/v1/patients/C-001/acne", async (route) => {
      const request = route.request();
      if (request.method() !== "POST" || !request.postDataJSON().confirm || lost > 0) return route.continue();
      lost++;
      await route.fetch(); // the server did it
      await route.abort(); // and the page never heard
    });
    await page.click('button[type="submit"]');
    await page.click("text=Yes, record it"); // the same places were rated today
    await page.waitForURL("**/patients/C-001", { timeout: 15000 });
    assert.equal(lost, 1);
    assert.equal((await kept(page, "/patients/C-001/acne")).length, count + 1);
  });

  test("of a new patient survives a reload too", async () => {
    const { page } = it;
    await visit(page, server, "/");
    await page.keyboard.press("Alt+KeyN");
    await page.locator("dialog input").nth(1).fill("Salma");
    await page.reload();
    await page.waitForSelector(".page-head");
    await page.keyboard.press("Alt+KeyN");
    assert.equal(await page.locator("dialog input").nth(1).inputValue(), "Salma");
  });

  test("of yesterday is for today where nobody has chosen the day, and keeps the day that was chosen", async () => {
    const { page } = it;
    const day = "input.day-input";
    const heldDay = () => page.getAttribute(day, "data-day");
    const restarted = async (asOf) => {
      const { port } = server;
      await server.stop();
      server = await serve(book, { port, asOf });
      const opened = await it.context.newPage(); // the browser is let in again
      await opened.goto(server.address);
      await opened.close();
      await page.evaluate(() => dispatchEvent(new Event("focus"))); // somebody comes back to the page
    };
    await visit(page, server, acne);
    await page.click('button[aria-label="One more: Papules"]');
    await page.waitForSelector("text=Kept beside the book, not yet recorded");
    assert.equal(await heldDay(), today);
    await restarted("2026-11-24");
    await page.waitForFunction((selector) => document.querySelector(selector)?.dataset.day === "2026-11-24", day);
    assert.equal(await page.inputValue('input[aria-label="Papules"]'), "1");
    await page.fill(day, "20.11");
    await page.waitForSelector("text=Kept beside the book, not yet recorded");
    await restarted("2026-11-25");
    await page.waitForSelector("text=Here is what you typed");
    assert.equal(await heldDay(), "2026-11-20");
  });
});
