// No word is broken, no pill goes over two lines, no sentence runs into the next; reports say what they leave out.
import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { demoBook, folder, needlebook } from "../support/book.mjs";
import { closeBrowser, openFile, openPage, settled, visit } from "../support/browser.mjs";
import { brokenWords, ofSeveralLines } from "../support/layout.mjs";
import { serve } from "../support/server.mjs";

let room, book, server;

before(async () => {
  room = folder();
  book = demoBook(room.path);
  server = await serve(book, { asOf: "2026-11-30" });
});
after(async () => {
  await closeBrowser();
  await server?.stop();
  room?.remove();
});

describe("A word", () => {
  for (const width of [1280, 1024, 768])
    test(`of a table's head or group is whole at ${width} px`, async () => {
      const { page, close } = await openPage(server, { width });
      await visit(page, server, "/outcomes");
      for (const by of ["all", "fitzpatrick"]) {
        await page.getByLabel("Compare by").selectOption(by === "all" ? { index: 0 } : by);
        await settled(page);
        await page.waitForSelector(".cards tbody th");
        assert.deepEqual(await brokenWords(page, "th, .verdict"), []);
        const heads = await page.locator(".chart-row text, text.chart-row").allTextContents();
        assert.deepEqual(
          heads.filter((head) => head.includes("…")),
          [],
        );
      }
      await close();
    });

  for (const locale of ["en-GB", "ar"])
    test(`and a pill of the report is whole, ${locale}`, async () => {
      const { page, close } = await openPage(server, { width: 1024, locale });
      await visit(page, server, "/patients/D-001/report");
      assert.deepEqual(await brokenWords(page, "th, .verdict"), []);
      assert.deepEqual(await ofSeveralLines(page, ".verdict-unconfirmed"), []);
      await close();
    });
});

describe("The gate bar", () => {
  for (const width of [1024, 360])
    test(`ends one sentence before the next, with the unit, and shows how both begin at ${width} px`, async () => {
      const { page, close } = await openPage(server, { width });
      await visit(page, server, "/patients/D-001/visit");
      await page.waitForSelector(".gate-rule");
      assert.match(await page.locator(".gate-because").innerText(), /the clinic's limit is 14 days\.$/);
      for (const part of [".gate-because", ".gate-rule"]) {
        const { height, line } = await page.locator(part).evaluate((node) => ({
          height: node.getBoundingClientRect().height,
          line: parseFloat(getComputedStyle(node).lineHeight),
        }));
        assert.ok(height >= line - 1 && Math.abs(height / line - Math.round(height / line)) < 0.1, `${part} ${height}`);
      }
      await close();
    });

  test("counts rules, as the list of them does", async () => {
    const { page, close } = await openPage(server);
    await visit(page, server, "/patients/D-001/visit");
    const bar = await page.locator(".gate-counts .count-caution").innerText();
    await page.click(".gate-counts");
    assert.equal(Number.parseInt(bar, 10), await page.locator("dialog .finding-caution").count());
    await close();
  });
});

describe("A report", () => {
  test("says that nobody has looked for long, and how many sessions are not listed", async () => {
    const { page, close } = await openPage(server);
    await visit(page, server, "/patients/D-001/report");
    assert.match(await page.locator(".sheet-report .long-ago").innerText(), /how it is now is not known/);
    assert.match(await page.locator(".sheet-report").innerText(), /2 earlier sessions are not listed here/);
    await close();
  });

  test("as a file draws the marks of as many sessions as were done by its day", async () => {
    const file = join(room.path, "report.html");
    writeFileSync(file, needlebook("progress", "D-001", "--as-of", "2026-02-20", "--format", "html", "--book", book));
    const { page, close } = await openFile(file);
    assert.match(await page.locator(".report-head").innerText(), /3 of 6/);
    const fills = await page
      .locator(".course-marks circle")
      .evaluateAll((all) => all.map((node) => getComputedStyle(node).fill));
    assert.equal(fills.length, 6);
    assert.equal(fills.filter((fill) => fill !== "none").length, 3);
    await close();
  });

  test("in Arabic keeps the order of the words of its days", async () => {
    const { page, close } = await openPage(server, { width: 1024, locale: "ar" });
    await visit(page, server, "/patients/D-001/report");
    const days = (await page.locator(".chart svg text").allTextContents()).filter((text) => /20\d\d/.test(text));
    assert.ok(days.length > 0);
    for (const day of days) assert.match(day, /^\u2067.*\u2069$/);
    await close();
  });
});

describe("The list of patients", () => {
  test("opens a patient by any place of the row", async () => {
    const { page, close } = await openPage(server);
    await visit(page, server, "/patients");
    const cell = page.locator('tbody tr:has-text("D-004") td').nth(2);
    const { x, y, width, height } = await cell.boundingBox();
    await page.mouse.click(x + width - 20, y + height / 2);
    await page.waitForURL("**/patients/D-004");
    await close();
  });
});

describe("A form of one record", () => {
  test("shows what must be read, as the visit does", async () => {
    const { page, close } = await openPage(server);
    const alerts = async (path) => {
      await visit(page, server, path);
      return page.locator(".alerts").innerText();
    };
    const ofVisit = await alerts("/patients/D-005/visit");
    assert.match(ofVisit, /metal/i);
    for (const path of ["observe?what=event", "observe?what=acne", "session"])
      assert.equal(await alerts(`/patients/D-005/${path}`), ofVisit);
    await close();
  });
});
