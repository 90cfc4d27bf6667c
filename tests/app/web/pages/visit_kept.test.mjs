// Nothing that was typed in a visit is lost, and none of it is recorded for a wrong day: two tabs of one form, a draft
// of forty days, a page that was open over midnight.
import assert from "node:assert/strict";
import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { folder, freshBook, needlebook } from "../support/book.mjs";
import { closeBrowser, kept, openPage, visit } from "../support/browser.mjs";
import { serve } from "../support/server.mjs";

const today = "2026-11-23";
const dayMs = 86400000;
let room, book, server, it;

before(async () => {
  room = folder();
  book = freshBook(room.path);
  for (const chart of ["C-001", "C-002", "C-003"]) needlebook("patient", "add", "--chart", chart, "--book", book);
  server = await serve(book, { asOf: today });
  it = await openPage(server);
});
after(async () => {
  await closeBrowser();
  await server?.stop();
  room?.remove();
});

const gate = ".gate-bar";
const papules = 'input[aria-label="Papules"]';
const more = (lesion) => `button[aria-label="One more: ${lesion}"]`;
const isKept = (page) => page.waitForSelector('.visit-kept:has-text("Kept beside the book")');
const statuses = (chart) => kept(it.page, `/patients/${chart}/acne`);
const record = (page) => page.click(`${gate} button:text-is("Record visit")`);
const shows = (page, value) =>
  page.waitForFunction(([selector, text]) => document.querySelector(selector)?.value === text, [papules, value]);

describe("A visit that is typed", () => {
  test("in two tabs is one visit: none of them goes over the other", async () => {
    const { page, context } = it;
    await visit(page, server, "/patients/C-001/visit");
    const other = await context.newPage();
    other.setDefaultTimeout(6000);
    await visit(other, server, "/patients/C-001/visit");
    await page.bringToFront();
    await page.click(more("Papules"));
    await other.bringToFront();
    await shows(other, "1");
    await other.click(more("Pustules"));
    await other.click(more("Papules"));
    await page.bringToFront();
    await shows(page, "2");
    assert.equal(await page.inputValue('input[aria-label="Pustules"]'), "1");
    await isKept(page);
    await other.bringToFront();
    await other.reload();
    await shows(other, "2");
    await page.bringToFront();
    await record(page);
    await page.waitForURL("**/patients/C-001");
    await other.bringToFront();
    await shows(other, "0"); // it is recorded, and not twice
    const list = await statuses("C-001");
    assert.deepEqual(
      list.map((one) => [one.regions[0].papules, one.regions[0].pustules]),
      [[2, 1]],
    );
    await other.close();
  });

  test("forty days ago says so, and asks of which day it is", async () => {
    await visit(it.page, server, "/patients/C-002/visit");
    await it.page.click(more("Papules"));
    await isKept(it.page);
    await it.close();
    await server.stop();
    const drafts = `${book}.drafts`;
    const file = readdirSync(drafts)
      .map((name) => join(drafts, name))
      .find((name) => JSON.parse(readFileSync(name, "utf8")).name === "visit.C-002");
    const draft = JSON.parse(readFileSync(file, "utf8"));
    const isoBefore = (text) => new Date(Date.parse(text) - 40 * dayMs).toISOString();
    draft.kept_at = `${isoBefore(draft.kept_at).slice(0, 19)}Z`;
    const { value } = draft.value;
    value.begun = value.session.fields.at = draft.value.base.session.fields.at = "2026-10-14T10:00";
    writeFileSync(file, JSON.stringify(draft));
    server = await serve(book, { asOf: today });
    it = await openPage(server);
    const { page } = it;
    await visit(page, server, "/patients/C-002/visit");
    assert.match(await page.locator(".visit-kept").innerText(), /40 days ago/);
    assert.equal(await page.inputValue(papules), "1");
    assert.match(await page.locator(".day-question").innerText(), /Wed 14 Oct 2026/);
    await record(page);
    assert.equal((await statuses("C-002")).length, 0);
    await page.click('.day-question button:has-text("Of Wed 14 Oct 2026")');
    await page.waitForSelector(".day-question", { state: "detached" });
    await record(page);
    await page.waitForURL("**/patients/C-002");
    assert.equal((await statuses("C-002"))[0].on.slice(0, 10), "2026-10-14");
  });

  test("in a page that was open over midnight is asked of which day it is, and recorded for that", async () => {
    const { page } = it;
    await visit(page, server, "/patients/C-003/visit");
    await page.click(more("Papules"));
    await isKept(page);
    await page.route("**/api/v1/me", async (route) => {
      const response = await route.fetch();
      const me = await response.json();
      await route.fulfill({ response, json: { ...me, as_of: "2026-11-24", now: "2026-11-24T00:05:00" } });
    });
    await record(page);
    await page.waitForSelector(".day-question");
    assert.equal(await page.inputValue(papules), "1");
    assert.equal((await statuses("C-003")).length, 0);
    await page.click('.day-question button:has-text("Of Mon 23 Nov 2026")');
    await record(page);
    await page.waitForURL("**/patients/C-003");
    assert.equal((await statuses("C-003"))[0].on.slice(0, 10), today);
    await page.unroute("**/api/v1/me");
  });
});
