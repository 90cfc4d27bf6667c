// A file into the book by the page of the import.
import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, afterEach, before, beforeEach, describe, test } from "node:test";
import { folder, freshBook, needlebook } from "../support/book.mjs";
import { closeBrowser, kept, openPage, visit } from "../support/browser.mjs";
import { serve } from "../support/server.mjs";

let room, book, server, it;

before(() => {
  room = folder();
  book = freshBook(room.path);
  needlebook("patient", "add", "--chart", "C-001", "--name", "Huda Saleh", "--book", book);
});
beforeEach(async () => {
  server = await serve(book, { asOf: "2026-11-23" });
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

const fileOf = (text) => {
  const file = join(room.path, "rows.csv");
  writeFileSync(file, text);
  return file;
};

describe("A file without a header", () => {
  test("is told as such, and all of its rows are imported", async () => {
    const { page } = it;
    await visit(page, server, "/import");
    await page.selectOption('label:has-text("What the rows are") + select', "acne");
    await page.setInputFiles("#file", fileOf("C-001,2026-01-05,2\nC-001,2026-02-02,1\n"));
    await page.waitForSelector('input[aria-label="Field of the book: 2026-01-05"]');
    await page.selectOption('label:has-text("The first row") + select', "no_header");
    for (const [column, field] of [
      ["#1", "patient"],
      ["#2", "on"],
      ["#3", "iga"],
    ]) {
      await page.fill(`input[aria-label="Field of the book: ${column}"]`, field);
    }
    await page.click('button:has-text("Check without writing")');
    await page.click('button:has-text("Import 2 rows")');
    await page.waitForSelector("text=2 rows imported");
    const acne = await kept(page, "/patients/C-001/acne");
    assert.deepEqual(
      acne.map((one) => [one.on, one.iga]),
      [
        ["2026-01-05", 2],
        ["2026-02-02", 1],
      ],
    );
  });

  test("whose first row looks like data can have a header all the same", async () => {
    const { page } = it;
    await visit(page, server, "/import");
    await page.selectOption('label:has-text("What the rows are") + select', "acne");
    await page.selectOption('label:has-text("The first row") + select', "header");
    await page.setInputFiles("#file", fileOf("1,2,3\nC-001,2026-03-02,3\n"));
    for (const [column, field] of [
      ["1", "patient"],
      ["2", "on"],
      ["3", "iga"],
    ]) {
      await page.fill(`input[aria-label="Field of the book: ${column}"]`, field);
    }
    await page.click('button:has-text("Check without writing")');
    await page.waitForSelector('button:has-text("Import 1 row")');
  });
});
