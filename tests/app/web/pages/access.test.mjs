// Who read what: the list for who manages people, the patient's own page, and reading on where it cannot be logged.
import assert from "node:assert/strict";
import { renameSync } from "node:fs";
import { after, before, describe, test } from "node:test";
import { violations } from "../support/accessibility.mjs";
import { demoBook, folder } from "../support/book.mjs";
import { closeBrowser, openPage, visit } from "../support/browser.mjs";
import { linkTo, openWithCode } from "../support/own_page.mjs";
import { addPeople, huda, mona, signIn } from "../support/people.mjs";
import { serve } from "../support/server.mjs";

const asOf = "2026-05-02";
const chart = "D-001";
const longest = 100_000; // until nothing could be written for a minute

describe("Who read what", () => {
  let room, book, server, hers, link;
  before(async () => {
    room = folder();
    book = demoBook(room.path);
    addPeople(book, [huda, mona]);
    link = linkTo(book, chart, "--actor", huda.name);
    server = await serve(book, { asOf });
    hers = await openPage(server, { letIn: false });
    await hers.page.goto(server.base);
    await signIn(hers.page, huda, { offersPin: false });
  });
  after(async () => {
    await hers.close();
    await closeBrowser();
    await server?.stop();
    room?.remove();
  });

  test("is listed for who manages people, of one patient and by one person", async () => {
    const { page } = hers;
    await visit(page, server, `/patients/${chart}`);
    await page.waitForTimeout(1500);
    await visit(page, server, "/settings?part=access");
    await page.waitForSelector(`td:has-text("progress")`);
    await page.getByLabel("Chart", { exact: true }).fill(chart);
    await page.getByLabel("Person", { exact: true }).selectOption(huda.name);
    await page.click('button:text-is("Show")');
    await page.waitForFunction((name) => {
      const rows = [...document.querySelectorAll("tbody tr")];
      return rows.length > 0 && rows.every((row) => row.textContent.includes(name));
    }, chart);
    assert.deepEqual(await violations(page), []);
    await page.getByLabel("Person", { exact: true }).selectOption(mona.name);
    await page.click('button:text-is("Show")');
    await page.waitForSelector("text=Nothing was read.");
  });

  test("is told to the patient on their own page, by day and name", async () => {
    const own = await openPage(server, { letIn: false });
    await openWithCode(own.page, server, link);
    await own.page.click('button:text-is("Show who read it")');
    await own.page.waitForSelector(`li:has-text("${huda.shown}"):has-text("Owner"):has-text("progress")`);
    assert.equal(await own.page.locator("text=device").count(), 0);
    assert.deepEqual(await violations(own.page), []);
    await own.close();
  });

  test("cannot be logged: no record is shown until somebody says why, and owners see it", async () => {
    const { page } = hers;
    renameSync(`${book}.access`, `${book}.access.away`);
    await visit(page, server, `/patients/${chart}`);
    const until = Date.now() + longest;
    while (Date.now() < until && (await page.locator('button:text-is("Emergency reading")').count()) === 0) {
      await page.waitForTimeout(5000);
      await visit(page, server, `/patients/${chart}`);
      await page.waitForTimeout(500);
    }
    await page.locator('.note-bad button:text-is("Emergency reading")').first().click();
    assert.deepEqual(await violations(page), []);
    const dialog = page.locator("dialog[open]");
    await dialog.locator("textarea").fill("short");
    await dialog.locator('button:text-is("Begin")').click();
    await dialog.locator(".note-bad").waitFor();
    await dialog.locator("textarea").fill("bleeding after needling");
    await dialog.locator('button:text-is("Begin")').click();
    await page.waitForSelector("text=Emergency reading for 15 minutes.");
    await visit(page, server, "/");
    await page.waitForSelector('li:has-text("bleeding after needling")');
    assert.deepEqual(await violations(page), []);
    renameSync(`${book}.access.away`, `${book}.access`);
  });

  test("emergency reading is in the person's menu too", async () => {
    const { page } = hers;
    await page.click(".me");
    await page.click('dialog[open] button:text-is("Emergency reading")');
    await page.waitForSelector('dialog[open] h2:text-is("Emergency reading")');
    assert.deepEqual(await violations(page), []);
  });
});
