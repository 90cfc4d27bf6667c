// Where one is signed in: shown in one's own settings, and ended there by the password.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { violations } from "../support/accessibility.mjs";
import { folder, freshBook } from "../support/book.mjs";
import { closeBrowser, openPage, visit } from "../support/browser.mjs";
import { addPeople, huda, mona, signIn } from "../support/people.mjs";
import { serve } from "../support/server.mjs";

describe("Where one is signed in", () => {
  let room, server, desk, tablet, another;
  const begun = async (person) => {
    const it = await openPage(server, { letIn: false });
    await it.page.goto(server.base);
    await signIn(it.page, person);
    return it;
  };

  before(async () => {
    room = folder();
    const book = freshBook(room.path);
    addPeople(book, [huda, mona]);
    server = await serve(book);
    desk = await begun(mona);
    tablet = await begun(mona);
    another = await begun(huda);
  });
  after(async () => {
    await closeBrowser();
    await server?.stop();
    room?.remove();
  });

  test("is shown with the browser that asks, and signed out elsewhere by the password anew", async () => {
    const { page } = desk;
    await visit(page, server, "/settings?part=account");
    const part = page.locator('section:has(h2:text-is("Where you are signed in"))');
    const rows = part.locator("tbody tr");
    assert.equal(await rows.count(), 2, "nobody else's");
    assert.equal(await part.locator('.chip:text-is("this device")').count(), 1);
    assert.deepEqual(await violations(page), []);
    await part.locator('button:text-is("Sign out all but this one")').click();
    const dialog = page.locator("dialog[open]");
    await dialog.getByLabel("Password", { exact: true }).fill("not my password");
    await dialog.locator('button[type="submit"]').click();
    await page.waitForSelector("text=That is not the password.");
    assert.deepEqual(await violations(page), []);
    await dialog.getByLabel("Password", { exact: true }).fill(mona.password);
    await dialog.locator('button[type="submit"]').click();
    await page.waitForSelector("text=All other devices are signed out.");
    await rows.nth(1).waitFor({ state: "detached" });
    assert.equal(await rows.count(), 1);
    await tablet.page.goto(server.base);
    await tablet.page.waitForSelector('h1:text-is("Sign in")');
    await another.page.goto(server.base);
    await another.page.waitForSelector(".bar");
  });
});
