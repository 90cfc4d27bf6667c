// Photos are rated without names and dates: a study is begun, rated to its end, gone on with after a while, and says
// how far raters agree.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { violations } from "../support/accessibility.mjs";
import { folder, freshBook, needlebook } from "../support/book.mjs";
import { closeBrowser, openPage, settled, visit } from "../support/browser.mjs";
import { serve } from "../support/server.mjs";

const patients = 3;
let room, book, server, it;

before(async () => {
  room = folder();
  book = freshBook(room.path);
  server = await serve(book, { asOf: "2026-11-23" });
  it = await openPage(server);
  for (let number = 1; number <= patients; number++) {
    const file = join(room.path, `head${number}.jpg`);
    writeFileSync(file, await drawn(number));
    needlebook("patient", "add", "--chart", `C-00${number}`, "--name", "Salma Nabil", "--book", book);
    needlebook(
      ...["photo", "add", `C-00${number}`, "--file", file, "--view", "front", "--at", `2026-11-0${number}`],
      ...["--book", book],
    );
  }
});
after(async () => {
  await closeBrowser();
  await server?.stop();
  room?.remove();
});

// A head of an oval, each of another tone; no photograph of anybody.
const drawn = async (number) => {
  const base64 = await it.page.evaluate((tone) => {
    const canvas = document.createElement("canvas");
    canvas.width = 640;
    canvas.height = 800;
    const pen = canvas.getContext("2d");
    pen.fillStyle = `rgb(${210 - tone * 20}, 160, 130)`;
    pen.ellipse(320, 400, 220, 300, 0, 0, 7);
    pen.fill();
    return canvas.toDataURL("image/jpeg").split(",")[1];
  }, number);
  return Buffer.from(base64, "base64");
};
const isFine = async (what) => {
  await settled(it.page);
  assert.deepEqual(await violations(it.page), [], what);
  assert.deepEqual(it.consoleMessages, [], what);
  assert.deepEqual(it.strangers, [], what);
};
const shown = () => it.page.locator(".rating img").getAttribute("src");
const rate = async (grade) => {
  const { page } = it;
  const before = await shown();
  await page.locator(".rating .segments button", { hasText: new RegExp(`^${grade}$`) }).click();
  await page.click('button:text-is("Save and go on")');
  await page.waitForFunction((src) => document.querySelector(".rating img")?.getAttribute("src") !== src, before);
};
const rater = async (name) => {
  const { page } = it;
  await visit(page, server, "/rating");
  await page.click('button[aria-label^="Rate:"]');
  await page.getByLabel("Who rates").fill(name);
};

describe("Rating photos", () => {
  test("a study is begun with as many patients as there are", async () => {
    const { page } = it;
    await visit(page, server, "/outcomes");
    await page.click('a[href="/rating"]');
    await page.waitForSelector("text=No study of photos yet.");
    await page.click('button:text-is("Begin a study")');
    const dialog = page.locator("dialog[open]");
    await dialog.getByLabel("Scale").selectOption("iga");
    await dialog.getByLabel("Patients").fill("4");
    await isFine("beginning");
    await dialog.locator("button.main").click();
    await dialog.locator("text=Too few patients have such a photo that may be shown: 3.").first().waitFor();
    it.consoleMessages.length = 0; // the browser tells of the refusal
    await dialog.getByLabel("Patients").fill("3");
    await dialog.locator("button.main").click();
    await page.waitForSelector("text=3 photos, since");
  });

  test("each photo comes once, without a name or a date, and is gone on with", async () => {
    const { page } = it;
    await rater("Mona");
    await page.waitForSelector("text=Photo 1 of 3");
    await isFine("rating");
    const text = await page.locator(".rating").innerText();
    assert.doesNotMatch(text, /C-00|Salma|2026|Nov/);
    await rate(2);
    await page.waitForSelector("text=Photo 2 of 3");
    const second = await shown();
    await rater("Mona");
    await page.waitForSelector("text=Photo 2 of 3");
    assert.equal(await shown(), second, "the same as before");
    await rate(3);
    await page.waitForSelector("text=Photo 3 of 3");
    await page.locator(".rating .segments button", { hasText: /^1$/ }).click();
    await page.click('button:text-is("Save and go on")');
    await page.waitForSelector("text=All 3 photos are rated.");
    await isFine("rated");
  });

  test("they are rated again, and by another; the result says how far raters agree", async () => {
    const { page } = it;
    await page.click('button:text-is("Rate again")');
    await page.waitForSelector("text=Photo 1 of 3");
    await rater("Dr Saleh");
    for (const grade of [2, 3]) await rate(grade);
    await page.locator(".rating .segments button", { hasText: /^1$/ }).click();
    await page.click('button:text-is("Save and go on")');
    await page.waitForSelector("text=All 3 photos are rated.");
    await page.click('button[aria-label^="Result:"]');
    await page.waitForSelector(".study-result");
    const result = await page.locator(".study-result").innerText();
    assert.match(result, /Ratings\s+6/);
    assert.match(result, /Weighted kappa: Dr Saleh and Mona/);
    assert.match(result, /the same rater\s+not yet/);
    await isFine("result");
  });
});
