// What a browser does with the form to sign in, and what is left in it afterwards.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { folder, freshBook, needlebook } from "../support/book.mjs";
import { closeBrowser, openPage } from "../support/browser.mjs";
import { addPeople, huda, signIn } from "../support/people.mjs";
import { serve } from "../support/server.mjs";

let room, server, it;

before(async () => {
  room = folder();
  const book = freshBook(room.path);
  needlebook("patient", "add", "--chart", "C-001", "--book", book);
  addPeople(book, [huda]);
  server = await serve(book, { asOf: "2026-11-23" });
  it = await openPage(server, { letIn: false });
});
after(async () => {
  await it?.close();
  await server?.stop();
  await closeBrowser();
  room?.remove();
});

describe("A password", () => {
  test("is typed covered, and is shown only while one asks for it", async () => {
    const { page } = it;
    await page.goto(server.base);
    const field = page.locator(".password input");
    assert.equal(await field.getAttribute("type"), "password");
    await page.click(".password button");
    assert.equal(await field.getAttribute("type"), "text");
    await page.click(".password button");
    assert.equal(await field.getAttribute("type"), "password");
  });

  test("may be kept, filled in and pasted", async () => {
    const { page } = it;
    const field = page.locator(".password input");
    assert.equal(await field.getAttribute("autocomplete"), "current-password");
    assert.equal(await page.locator('input[autocomplete="username"]').count(), 1);
    const isLeft = await field.evaluate((element) => {
      const paste = new ClipboardEvent("paste", { bubbles: true, cancelable: true, clipboardData: new DataTransfer() });
      return element.dispatchEvent(paste);
    });
    assert.ok(isLeft, "nothing stops pasting");
  });
});

test("Signing out is in the bar of every page and leaves nothing in the browser's storage", async () => {
  const { page } = it;
  await signIn(page, huda);
  await page.goto(`${server.base}/patients/C-001/observe?what=acne`);
  await page.fill("textarea", "typed and not recorded");
  await page.waitForTimeout(1500);
  for (const path of ["/", "/patients", "/outcomes", "/ledger", "/settings"]) {
    await page.goto(server.base + path);
    await page.click(".me");
    assert.ok(await page.locator('button:text-is("Sign out")').isVisible(), path);
  }
  await page.click('button:text-is("Sign out")');
  await page.waitForSelector('h1:text-is("Sign in")', { timeout: 5000 });
  const left = await page.evaluate(async () => ({
    local: Object.keys(localStorage),
    session: Object.keys(sessionStorage),
    databases: (await indexedDB.databases()).length,
    caches: (await caches.keys()).filter((name) => !name.startsWith("needlebook-shell-")), // the program itself
  }));
  assert.deepEqual(left, { local: [], session: [], databases: 0, caches: [] });
});
