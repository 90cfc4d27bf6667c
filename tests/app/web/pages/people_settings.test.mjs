// From a book of one person to a clinic: the first account, people, devices, programs; and all of it for everybody.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { violations } from "../support/accessibility.mjs";
import { demoBook, folder, freshBook } from "../support/book.mjs";
import { closeBrowser, kept, openPage, settled, tabTo, visit } from "../support/browser.mjs";
import { addPeople, allAtWork, atWork, huda, mona, rami } from "../support/people.mjs";
import { serve } from "../support/server.mjs";

const asOf = "2026-05-02";

describe("In a book without accounts", () => {
  let room, book, server, it;
  before(async () => {
    room = folder();
    book = freshBook(room.path);
    server = await serve(book, { asOf });
    it = await openPage(server);
  });
  after(async () => {
    await it.close();
    await server?.stop();
    room?.remove();
  });

  test("nobody signs in and nothing locks; the first account turns that on and signs its browser in", async () => {
    const { page, context } = it;
    await visit(page, server, "/settings?part=people");
    assert.equal(await page.locator(".me").count(), 0);
    await page.click('button:text-is("Add the first account")');
    await page.getByLabel("Name", { exact: true }).fill(huda.name);
    await page.getByLabel("Shown as").fill(huda.shown);
    await page.getByLabel("Password", { exact: true }).fill("password");
    await page.click('button:text-is("Add it and turn sign-in on")');
    await page.waitForSelector(".note-bad");
    await page.getByLabel("Password", { exact: true }).fill(huda.password);
    await page.click('button:text-is("Add it and turn sign-in on")');
    await atWork(page, huda);
    await page.waitForSelector('h2:text-is("People")');
    assert.equal(new URL(page.url()).search, "?part=people");
    assert.ok((await context.cookies()).some(({ name }) => name.startsWith("__Host-needlebook-")));
    const [first] = await kept(page, "/accounts");
    assert.equal(first.role, "owner");
  });

  test("people are added, changed, disabled, and given a code with which they choose a password", async () => {
    const { page, context } = it;
    await context.grantPermissions(["clipboard-read", "clipboard-write"]);
    await page.click('button:text-is("Add a person")');
    const dialog = page.locator("dialog[open]");
    await dialog.getByLabel("Name", { exact: true }).fill(mona.name);
    await dialog.getByLabel("Shown as").fill(mona.shown);
    await dialog.getByLabel(/^Assistant/).check();
    await dialog.getByLabel("Password to begin with").fill(mona.password);
    await dialog.locator('button[type="submit"]').click();
    await page.waitForSelector(`tr:has-text("${mona.shown}")`);
    await page.click(`button[aria-label="One-time code: ${mona.shown}"]`);
    await page.click('button:text-is("Make the code")');
    const code = await page.locator(".once-secret").innerText();
    await page.click('button:text-is("Copy")');
    await page.waitForSelector("text=Copied.");
    assert.equal(await page.evaluate(() => navigator.clipboard.readText()), code);
    await page.click('button:text-is("Done")');

    const hers = await openPage(server, { letIn: false });
    await hers.page.goto(server.base);
    await hers.page.click("text=I have a one-time code");
    await hers.page.getByLabel("Name", { exact: true }).fill(mona.name);
    await hers.page.getByLabel("One-time code", { exact: true }).fill(code);
    await hers.page.getByLabel("New password", { exact: true }).fill("a brand new teapot");
    await hers.page.click('button:text-is("Set it and sign in")');
    await atWork(hers.page, mona);

    await page.click(`button[aria-label="Disable: ${mona.shown}"]`);
    await page.locator('dialog[open] button:text-is("Disable")').click();
    await page.waitForSelector(`tr.off:has-text("${mona.shown}")`);
    await hers.page.reload();
    await hers.page.waitForSelector('h1:text-is("Sign in")');
    await hers.close();
    await page.click(`button[aria-label="Enable: ${mona.shown}"]`);
    await page.waitForSelector(`tr:not(.off):has-text("${mona.shown}")`);
    await page.click(`button[aria-label="Change: ${mona.shown}"]`);
    await page
      .locator("dialog[open]")
      .getByLabel(/^Reader/)
      .check();
    await page.locator('dialog[open] button[type="submit"]').click();
    await page.waitForSelector(`tr:has-text("${mona.shown}"):has-text("Reader")`);
    assert.deepEqual(
      (await kept(page, "/accounts")).map(({ name, role, active }) => [name, role, active]),
      [
        [huda.name, "owner", true],
        [mona.name, "reader", true],
      ],
    );
  });

  test("the last owner stays one, and the page says why", async () => {
    const { page } = it;
    await page.click(`button[aria-label="Disable: ${huda.shown}"]`);
    await page.locator('dialog[open] button:text-is("Disable")').click();
    await page.waitForSelector("dialog[open] .note-bad");
    await page.keyboard.press("Escape");
    assert.equal((await kept(page, "/accounts"))[0].active, true);
  });

  test("a device gets a name; a program gets a token, shown once, which lets it in until it is revoked", async () => {
    const { page } = it;
    await visit(page, server, "/settings?part=devices");
    await page.waitForSelector("text=this device");
    await page.locator('tr:has-text("this device") button:has-text("Rename")').click();
    await page.locator("dialog[open]").getByLabel("Device", { exact: true }).fill("Desk in room 2");
    await page.locator('dialog[open] button[type="submit"]').click();
    await page.waitForSelector('tr:has-text("Desk in room 2")');

    await visit(page, server, "/settings?part=programs");
    await page.click('button:text-is("Add a token")');
    await page.locator("dialog[open]").getByLabel("Program", { exact: true }).fill("lab machine");
    await page.locator('dialog[open] button[type="submit"]').click();
    const token = await page.locator(".once-secret").innerText();
    await page.click('button:text-is("Done")');
    const asked = async () =>
      (await fetch(`${server.base}/api/v1/patients`, { headers: { Authorization: `Bearer ${token}` } })).status;
    assert.equal(await asked(), 200);
    await page.click('button[aria-label="Revoke lab machine"]');
    await page.locator('dialog[open] button:text-is("Revoke")').click();
    await page.waitForSelector('tr.off:has-text("lab machine")');
    assert.equal(await asked(), 401);
  });
});

describe("Every page of it", () => {
  let room, book, server;
  before(async () => {
    room = folder();
    book = demoBook(room.path);
    addPeople(book, [huda, mona, rami]);
    server = await serve(book, { asOf });
  });
  after(async () => {
    await server?.stop();
    room?.remove();
  });

  for (const scheme of ["light", "dark"]) {
    for (const width of [1280, 360]) {
      test(`is accessible, quiet and fits, in ${scheme} at ${width} px`, async () => {
        const it = await openPage(server, { scheme, width, letIn: false });
        const { page } = it;
        const fine = async (what) => {
          await page.waitForTimeout(150);
          assert.deepEqual(await violations(page), [], what);
          const wider = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
          assert.ok(wider <= 0, `${what}: ${wider} px wider than the window`);
          assert.deepEqual(it.strangers.splice(0), [], what);
        };
        await page.goto(server.base);
        await page.waitForSelector(".sign-in");
        await fine("sign-in");
        await page.click("text=I have a one-time code");
        await fine("a new password");
        await page.click('button:text-is("Back")');
        await allAtWork(page, server, [mona, huda]);
        await settled(page);
        await page.click(".me");
        await page.waitForSelector(".people");
        await fine("the person's menu");
        await page.click(`.people button:has-text("${mona.shown}")`);
        await fine("the pad");
        await page.keyboard.press("Escape");
        for (const part of ["clinic", "account", "people", "devices", "programs", "rights"]) {
          await visit(page, server, `/settings?part=${part}`);
          await fine(part);
        }
        await visit(page, server, "/settings?part=people");
        await page.click('button:text-is("Add a person")');
        await fine("a new person");
        await page.keyboard.press("Escape");
        await visit(page, server, "/settings?part=programs");
        await page.click('button:text-is("Add a token")');
        await fine("a new token");
        await page.keyboard.press("Escape");
        await page.keyboard.press("Alt+KeyL");
        await page.waitForSelector(".pad");
        await fine("the lock");
        await page.click('button:text-is("Use the password")');
        await fine("the lock, by password");
        // 401 and the like are told on the console by the browser itself.
        assert.deepEqual(
          it.consoleMessages.filter((line) => !/Failed to load resource/.test(line)),
          [],
        );
        await it.close();
      });
    }
  }

  test("works by keys alone: the menu, another person, their PIN", async () => {
    const it = await openPage(server, { letIn: false });
    const { page } = it;
    await allAtWork(page, server, [mona, huda]);
    await visit(page, server, "/");
    await tabTo(page, ".me");
    await page.keyboard.press("Enter");
    await tabTo(page, ".people button");
    await page.keyboard.press("Enter");
    await page.waitForSelector(".pad");
    await page.keyboard.type(mona.pin);
    await atWork(page, mona);
    await page.keyboard.press("Alt+KeyL");
    await page.waitForSelector(".pad");
    await page.keyboard.type(mona.pin);
    await atWork(page, mona);
    await page.click(".me");
    await page.click('button:text-is("Change the PIN")');
    for (const label of ["Choose six digits", "The same six digits again"]) {
      await page.waitForSelector(`text=${label}`);
      await page.keyboard.type("946120");
    }
    await page.waitForSelector("text=Your PIN is set");
    await it.close();
  });
});

after(() => closeBrowser());
