// The settings' consent forms: added in two languages beside each other, given a new edition, taken out of use; and
// what patients are then asked to sign.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { violations } from "../support/accessibility.mjs";
import { folder, freshBook, needlebook } from "../support/book.mjs";
import { closeBrowser, kept, openPage, settled, visit } from "../support/browser.mjs";
import { serve } from "../support/server.mjs";

const formsPage = "/settings?part=consents";
let room, book, server, it;

before(async () => {
  room = folder();
  book = freshBook(room.path);
  needlebook("patient", "add", "--chart", "C-001", "--name", "Salma Nabil", "--book", book);
  server = await serve(book, { asOf: "2026-11-23" });
  it = await openPage(server);
});
after(async () => {
  await closeBrowser();
  await server?.stop();
  room?.remove();
});

const isFine = async (what) => {
  await settled(it.page);
  assert.deepEqual(await violations(it.page), [], what);
  assert.deepEqual(it.consoleMessages, [], what);
};
const dialog = () => it.page.locator("dialog[open]");
const save = () => dialog().locator('button:text-is("Save the form")').click();

describe("Consent forms", () => {
  test("a form is added in two languages", async () => {
    const { page } = it;
    await visit(page, server, formsPage);
    await page.waitForSelector("text=No consent form yet.");
    await page.click('button:text-is("Add a consent form")');
    await dialog().getByLabel("Name of the form").fill("Photographs");
    await dialog().getByLabel("What is agreed to").selectOption("teaching");
    await dialog().getByLabel("English").fill("I agree that photographs are shown in lectures.");
    await dialog().getByLabel("Arabic").fill("أوافق على عرض الصور في المحاضرات.");
    await dialog().getByLabel("Months that a signature holds").fill("24");
    assert.equal(await dialog().getByLabel("Arabic").getAttribute("dir"), "rtl");
    await isFine("adding");
    await save();
    await page.waitForSelector(".consent-form .consent-text[lang=ar]");
    const [form] = await kept(page, "/consent_forms");
    assert.equal(form.edition, "1");
    assert.equal(form.text_ar, "أوافق على عرض الصور في المحاضرات.");
    assert.equal(form.months, 24);
    const boxes = await page
      .locator(".consent-form .consent-text")
      .evaluateAll((all) => all.map((one) => Math.round(one.getBoundingClientRect().top)));
    assert.equal(boxes.length, 2);
    assert.equal(boxes[0], boxes[1], "beside each other");
    await isFine("added");
  });

  test("what is wrong is said at its field, and nothing is kept", async () => {
    const { page } = it;
    await page.click('button:text-is("Add a consent form")');
    await dialog().getByLabel("Name of the form").fill("Photographs");
    await dialog().getByLabel("What is agreed to").selectOption("teaching");
    await dialog().getByLabel("English").fill("The same edition again.");
    await save();
    await dialog().locator('[role="alert"]').waitFor();
    await page.click('dialog[open] button:text-is("Close")');
    assert.equal((await kept(page, "/consent_forms")).length, 1);
    it.consoleMessages.length = 0; // the browser tells of the refusal
  });

  test("a new edition begins with the words of the last and its next number", async () => {
    const { page } = it;
    await page.click('button:text-is("New edition")');
    assert.equal(await dialog().getByLabel("Edition", { exact: true }).inputValue(), "2");
    assert.equal(await dialog().getByLabel("Name of the form").inputValue(), "Photographs");
    await dialog().getByLabel("English").fill("I agree that photographs are shown in lectures, without my name.");
    await save();
    await page.waitForFunction(() => document.querySelectorAll(".consent-form li").length === 2);
    const forms = await kept(page, "/consent_forms");
    assert.deepEqual(
      forms.map(({ edition }) => edition),
      ["1", "2"],
    );
    await isFine("two editions");
  });

  test("an edition is taken out of use, and nobody is asked to sign it", async () => {
    const { page } = it;
    await page.click('button[aria-label="Take out of use: Photographs, 1"]');
    await dialog().getByLabel("Why").fill("replaced by edition 2");
    await isFine("taking out of use");
    await dialog().locator("button.main").click();
    await page.waitForFunction(() => document.querySelectorAll(".consent-form li").length === 1);
    await visit(page, server, "/patients/C-001/photos");
    await page.click('button:text-is("Sign a consent form")');
    await page.waitForSelector("text=without my name");
    await isFine("signing");
  });
});
