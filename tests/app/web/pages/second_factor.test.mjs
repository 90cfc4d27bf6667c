// The code of an app: set up in the settings, asked for when one signs in, taken out again.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { violations } from "../support/accessibility.mjs";
import { folder, freshBook } from "../support/book.mjs";
import { closeBrowser, openPage, settled, visit } from "../support/browser.mjs";
import { addPeople, atWork, codeOf, huda, mona, signIn } from "../support/people.mjs";
import { serve } from "../support/server.mjs";

let room, book, server, it;

before(async () => {
  room = folder();
  book = freshBook(room.path);
  addPeople(book, [huda, mona]);
  server = await serve(book);
  it = await openPage(server, { letIn: false });
  await it.page.goto(server.base);
  await signIn(it.page, mona);
});
after(async () => {
  await closeBrowser();
  await server?.stop();
  room?.remove();
});

const isFine = async (what) => {
  await settled(it.page);
  assert.deepEqual(await violations(it.page), [], what);
};

describe("One's own account", () => {
  let typed, recovery;

  test("sets up a code by a picture, and asks for none before a first one was right", async () => {
    const { page } = it;
    await visit(page, server, "/settings?part=account");
    await page.click('button:text-is("Set it up")');
    const dialog = page.locator("dialog[open]");
    await dialog.getByLabel("Password", { exact: true }).fill("not my password");
    await dialog.locator('button[type="submit"]').click();
    await page.waitForSelector("text=That is not the password.");
    await isFine("the password once more");
    await dialog.getByLabel("Password", { exact: true }).fill(mona.password);
    await dialog.locator('button[type="submit"]').click();
    await page.waitForSelector(".qr");
    typed = await dialog.locator("code").innerText();
    await isFine("the picture");
    await dialog.getByLabel("Code that the app shows now").fill("000000");
    await dialog.locator('button[type="submit"]').click();
    await page.waitForSelector("dialog[open] .note-bad");
    await dialog.getByLabel("Code that the app shows now").fill(codeOf(typed));
    await dialog.locator('button[type="submit"]').click();
    await page.waitForSelector("output.once-secret");
    recovery = (await dialog.locator("output.once-secret").innerText()).trim().split(/\s+/);
    assert.equal(recovery.length, 10);
    await isFine("the recovery codes");
    await page.click('button:text-is("Done")');
    await page.waitForSelector("text=asks for a code of your app");
  });

  test("asks for it when one signs in; a recovery code does too, once", async () => {
    const other = await openPage(server, { letIn: false });
    const { page } = other;
    await page.goto(server.base);
    await page.getByLabel("Name", { exact: true }).fill(mona.name);
    await page.getByLabel("Password", { exact: true }).fill(mona.password);
    await page.click('button:text-is("Sign in")');
    await page.waitForSelector("text=Your account asks for a code too.");
    await page.click("text=Use a recovery code instead");
    await page.getByLabel("Recovery code", { exact: true }).fill(recovery[0]);
    await page.click('button:text-is("Sign in")');
    await atWork(page, mona);
    await other.close();
  });

  test("takes it out by password and code, and by neither alone", async () => {
    const { page } = it;
    await page.click('button:text-is("Take it out")');
    const dialog = page.locator("dialog[open]");
    await dialog.getByLabel("Password", { exact: true }).fill(mona.password);
    await dialog.locator('button[type="submit"]').click();
    await page.waitForSelector("dialog[open] >> text=Your account asks for a code too.");
    await dialog.getByLabel("Code from your app").fill("000000");
    await dialog.locator('button[type="submit"]').click();
    await page.waitForSelector("dialog[open] .note-bad");
    await isFine("a wrong code");
    await dialog.getByLabel("Code from your app").fill(codeOf(typed, 1)); // the step before was taken
    await dialog.locator('button[type="submit"]').click();
    await page.waitForSelector("text=asks for your password alone");
    const other = await openPage(server, { letIn: false });
    await other.page.goto(server.base);
    await signIn(other.page, mona);
    await other.close();
  });
});
