// One sheet of paper each, and the patient's page on a telephone.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { demoBook, folder, needlebook } from "../support/book.mjs";
import { closeBrowser, openPage, visit } from "../support/browser.mjs";
import { openOwnPage } from "../support/own_page.mjs";
import { serve } from "../support/server.mjs";

const today = "2026-06-15";
let room, book, server, it;

before(async () => {
  room = folder();
  book = demoBook(room.path);
  needlebook(
    "session",
    "record",
    "D-001",
    "--at",
    `${today}T08:00`,
    "--device",
    "pen",
    "--area",
    "left_cheek:1.5:4",
    "--book",
    book,
  );
  server = await serve(book, { asOf: today });
  it = await openPage(server);
});
after(async () => {
  await closeBrowser();
  await server?.stop();
  room?.remove();
});

const pagesOf = (pdf) => (pdf.toString("latin1").match(/\/Type\s*\/Page[^s]/g) ?? []).length;

// Of all that is said in sentences: the letters of the smallest line count as much as those of the first.
const sizesOfSentences = (page) =>
  page.evaluate(() => [
    ...new Set(
      [
        ...document.querySelectorAll(
          "main :is(.sentences li, .care li, .own-sessions li, section > p:not(.soft, .lead))",
        ),
      ]
        .filter((node) => node.checkVisibility())
        .map((node) => getComputedStyle(node).fontSize),
    ),
  ]);

describe("On paper", () => {
  for (const name of ["report", "aftercare"]) {
    test(`the ${name} is one page of A4`, async () => {
      await visit(it.page, server, `/patients/D-001/${name}`);
      await it.page.waitForTimeout(300);
      const pdf = await it.page.pdf({ format: "A4", preferCSSPageSize: true });
      assert.equal(pagesOf(pdf), 1);
    });
  }
});

test("The patient's own page fits a telephone, and reaches nothing else", async () => {
  const telephone = await openPage(server, { width: 360, height: 740, letIn: false });
  await openOwnPage(telephone.page, server, "D-001");
  assert.match(await telephone.page.locator("h1").innerText(), /Huda Saleh/);
  assert.equal(await telephone.page.evaluate(() => document.documentElement.scrollWidth), 360);
  assert.deepEqual(await sizesOfSentences(telephone.page), ["17px"], "as docs/design.md says");
  const refused = await telephone.page.evaluate(() => fetch("/api/v1/patients/D-001").then((reply) => reply.status));
  assert.equal(refused, 401);
  assert.deepEqual(telephone.strangers, []);
  // On paper what is now begins on the first page, and no control is printed.
  await telephone.page.emulateMedia({ media: "print" });
  const breaks = await telephone.page
    .locator("main section")
    .first()
    .evaluate((node) => getComputedStyle(node).breakInside);
  assert.equal(breaks, "auto");
  const controls = telephone.page.locator("main :is(button, input, select)").filter({ visible: true });
  assert.deepEqual(await controls.allInnerTexts(), []);
  await telephone.close();
});
