// A file into the book by the page of the import.
import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, afterEach, before, beforeEach, describe, test } from "node:test";
import { folder, freshBook, needlebook, read } from "../support/book.mjs";
import { closeBrowser, kept, openPage, tabTo, visit } from "../support/browser.mjs";
import { serve } from "../support/server.mjs";

let room, book, server, it;

before(() => {
  room = folder();
});
beforeEach(async () => {
  book = freshBook(join(room.path));
  needlebook("patient", "add", "--chart", "C-001", "--name", "Huda Saleh", "--book", book);
  server = await serve(book, { asOf: "2026-11-23" });
  it = await openPage(server);
});
afterEach(async () => {
  await it.close();
  await server.stop();
  room.remove();
  room = folder();
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
const select = (label) => `label:has-text("${label}") + select`;
const readsRows = (page) => page.waitForSelector("text=Nothing is written yet");

// Words that are asked are answered by what a person sees.
async function answer(page, answers) {
  for (const [cell, word] of Object.entries(answers)) {
    const asked = page.locator(`label:has-text('"${cell}"') + select`);
    if ((await asked.count()) === 0) continue; // understood by itself
    await asked.first().selectOption({ label: word });
    await page.waitForFunction(() => document.querySelector("progress") === null);
  }
}

const patients =
  "Chart No,Full name,DOB,Gender,Skin\n" +
  "1001,Mona Adel,14/03/1994,F,4\n1002,Omar Ali,02/04/1990,M,III\n1003,Sara Nabil,05/06/1988,F,IV\n";

describe("A list of patients", () => {
  test("comes in without typing a code, and can be undone", async () => {
    const { page, consoleMessages } = it;
    await visit(page, server, "/import");
    await page.setInputFiles("#file", fileOf(patients));
    await readsRows(page);
    assert.equal(await page.inputValue(select("What the rows are")), "patients");
    for (const [header, field] of [
      ["Chart No", "Chart number"],
      ["Full name", "Full name"],
      ["DOB", "Date of birth"],
      ["Gender", "Sex"],
      ["Skin", "Skin type (Fitzpatrick)"],
    ]) {
      assert.equal(
        await page
          .locator(select(header))
          .first()
          .evaluate((one) => one.selectedOptions[0].text),
        field,
      );
    }
    assert.match(await page.locator(`${select("DOB")} + small`).innerText(), /14\/03\/1994 · 02\/04\/1990/);
    await answer(page, { F: "Female", M: "Male", 4: "IV" });
    await page.click('button:has-text("Import 3 records")');
    await page.waitForSelector("text=3 records imported");
    const list = await kept(page, "/patients");
    const found = list.items.find((one) => one.chart === "1002");
    assert.deepEqual([found.name, found.born, found.sex, found.fitzpatrick], ["Omar Ali", "1990-04-02", "male", "III"]);
    await page.click('button:has-text("Undo")');
    await page.waitForFunction(async () => {
      const now = await (await fetch("/api/v1/patients")).json();
      return now.items.length === 1;
    });
    assert.deepEqual(consoleMessages, []);
  });

  test("can be chosen and taken by keys alone, on a telephone's width", async () => {
    await it.close();
    it = await openPage(server, { width: 360, height: 740 });
    const { page } = it;
    await visit(page, server, "/import");
    await tabTo(page, "#file");
    await page.setInputFiles("#file", fileOf("Chart,Name,DOB\n1001,Mona Adel,1994\n"));
    await readsRows(page);
    await tabTo(page, "button.main");
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    assert.ok(width <= 360, `the page is ${width} px wide`);
    await page.keyboard.press("Enter");
    await page.waitForSelector("text=1 record imported");
  });
});

describe("A file whose dates can be read in several ways", () => {
  test("comes in once a person says which, and not before", async () => {
    const { page } = it;
    await visit(page, server, "/import");
    await page.setInputFiles("#file", fileOf("Chart,Name,DOB\n1001,Mona Adel,03/04/1994\n1002,Omar Ali,05/06/1990\n"));
    await page.waitForSelector("text=2 rows have a problem");
    assert.ok(await page.isDisabled("button.main"));
    await page.selectOption(select("Dates are written"), "dmy");
    await page.click('button:has-text("Import 2 records")');
    await page.waitForSelector("text=2 records imported");
    const list = await kept(page, "/patients");
    assert.equal(list.items.find((one) => one.chart === "1001").born, "1994-04-03");
  });
});

describe("A file with bad rows", () => {
  test("gives its good rows now, and the bad ones back with their reason", async () => {
    const { page } = it;
    await visit(page, server, "/import");
    await page.setInputFiles(
      "#file",
      fileOf("Chart,Visit date,IGA\nC-001,2026-01-05,2\nC-001,2026-02-05,9\nC-001,2026-03-05,1\n"),
    );
    await page.waitForSelector("text=1 row has a problem");
    await page.click('button:has-text("Import 2 records")');
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.click('button:has-text("Save 1 row that was left out")'),
    ]);
    assert.equal(download.suggestedFilename(), "rows.csv.rejected.csv");
    const text = readFileSync(await download.path(), "utf8");
    assert.match(text, /^Chart,Visit date,IGA,reason\nC-001,2026-02-05,9,/);
    const scores = read(book, "score", "list", "C-001");
    assert.deepEqual(
      scores.map((one) => one.value),
      [2, 1],
    );
  });
});

describe("What a column is", () => {
  test("can be said otherwise, or left out", async () => {
    const { page } = it;
    await visit(page, server, "/import");
    await page.setInputFiles("#file", fileOf("chart,name,born,note\n1001,Mona Adel,1994,old\n"));
    await readsRows(page);
    await page.selectOption(select("note"), "");
    await page.waitForFunction(() => !document.body.innerText.includes("Note: old"));
    await page.click('button:has-text("Import 1 record")');
    await page.waitForSelector("text=1 record imported");
    const list = await kept(page, "/patients");
    assert.equal(list.items.find((one) => one.chart === "1001").note ?? null, null);
  });

  test("is asked where the headers fit several kinds", async () => {
    const { page } = it;
    await visit(page, server, "/import");
    await page.setInputFiles("#file", fileOf("Chart,Name,DOB,Visit date,IGA\nC-001,Huda Saleh,1994,2026-01-05,2\n"));
    await page.waitForSelector("text=Say what the rows are");
    await page.selectOption(select("What the rows are"), "scores");
    await page.click('button:has-text("Import 1 record")');
    await page.waitForSelector("text=1 record imported");
  });

  test("is in a file to fill in, which comes in as it is", async () => {
    const { page } = it;
    await visit(page, server, "/import");
    await page.selectOption(select("What the rows are"), "patients");
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.click('button:has-text("A file to fill in")'),
    ]);
    const text = readFileSync(await download.path(), "utf8");
    assert.match(text, /^chart,name,/);
    await page.setInputFiles("#file", fileOf(text.replace("C-001", "C-002")));
    await page.waitForSelector('button:has-text("Import 1 record")');
  });
});

describe("A file with two rows of headers", () => {
  test("comes in once a person says so, each visit with its day", async () => {
    const { page } = it;
    await visit(page, server, "/import");
    await page.setInputFiles(
      "#file",
      fileOf("Chart,First,,Second,\n,Date,IGA,Date,IGA\nC-001,2025-01-05,4,2025-02-05,3\n"),
    );
    await page.waitForSelector("text=names groups, it seems");
    await page.selectOption(select("Headers stand in"), "1-2");
    await page.click('button:has-text("Import 2 records")');
    await page.waitForSelector("text=2 records imported");
  });
});

describe("Weeks", () => {
  test("count from the day that a person gives", async () => {
    const { page } = it;
    await visit(page, server, "/import");
    await page.setInputFiles("#file", fileOf("Chart,Week,IGA\nC-001,0,4\nC-001,4,3\n"));
    await page.waitForSelector("text=count from a first day");
    await page.getByLabel("First day").first().fill("2024-01-05");
    await page.click('button:has-text("Import 2 records")');
    await page.waitForSelector("text=2 records imported");
    const scores = read(book, "score", "list", "C-001");
    assert.ok(scores.some((one) => one.at === "2024-02-02" && one.value === 3));
  });
});
