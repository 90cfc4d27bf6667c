// How the book is kept, in the settings: its backups, whether it is whole, what is done at its machine.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { violations } from "../support/accessibility.mjs";
import { folder, freshBook, needlebook } from "../support/book.mjs";
import { closeBrowser, openPage, visit } from "../support/browser.mjs";
import { serve } from "../support/server.mjs";

const address = "/settings?part=book";

describe("How the book is kept", () => {
  let room, book, server, it;
  before(async () => {
    room = folder();
    book = freshBook(room.path);
    needlebook("backup", "policy", "--automatic", "no", "--book", book);
    server = await serve(book);
    it = await openPage(server);
  });
  after(async () => {
    await closeBrowser();
    await server?.stop();
    room?.remove();
  });

  const fact = (name) =>
    it.page
      .locator(`dt:text-is("${name}") + dd`)
      .innerText()
      .then((text) => text.trim());

  test("says that no backup is known, and nothing of one", async () => {
    await visit(it.page, server, address);
    assert.equal(await fact("Last good backup"), "never");
    assert.equal(await it.page.locator('dt:text-is("Encrypted")').count(), 0);
    await it.page.waitForSelector('.note-warn:has-text("No backup of this book is known.")');
    await it.page.waitForSelector("text=Not checked since the program was started.");
    assert.deepEqual(await violations(it.page), []);
  });

  test("says where the last backup lies, once there is one", async () => {
    needlebook("backup", "run", "--book", book);
    await visit(it.page, server, address);
    assert.equal(await fact("Lies in"), `${book}.backups`);
    assert.equal(await fact("On another disk than the book"), "no");
    assert.equal(await fact("Encrypted"), "no");
    assert.equal(await fact("Overdue after"), "36 hours");
    assert.match(await fact("Last restored on trial and checked"), /\d/);
    assert.equal(await fact("Last drill from where it lies"), "never");
    await it.page.waitForSelector('.note-warn:has-text("Every backup lies on the disk of the book.")');
  });

  test("is found whole by who asks", async () => {
    await it.page.click('button:text-is("Check the book now")');
    await it.page.waitForSelector("text=no fault was found");
    assert.deepEqual(await violations(it.page), []);
  });

  test("is the same in Arabic, on a telephone", async () => {
    const other = await openPage(server, { width: 360, locale: "ar-EG" });
    await visit(other.page, server, address);
    await other.page.waitForSelector('h2:text-is("النسخ الاحتياطية")');
    assert.equal(await other.page.evaluate(() => document.documentElement.scrollWidth - innerWidth), 0);
    assert.deepEqual(await violations(other.page), []);
    await other.close();
  });
});
