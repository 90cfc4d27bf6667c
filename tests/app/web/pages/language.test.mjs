// Who chooses the language: a person for themselves, wherever they sign in; without accounts this browser.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { offered } from "../../../../app/web/texts.mjs";
import { folder, freshBook, needlebook } from "../support/book.mjs";
import { closeBrowser, openPage, settled, visit } from "../support/browser.mjs";
import { addPeople, huda, signIn } from "../support/people.mjs";
import { serve } from "../support/server.mjs";

const root = (page) => page.evaluate(() => [document.documentElement.lang, document.documentElement.dir]);
const inArabic = async (page) => {
  await page.waitForFunction(() => document.documentElement.lang === "ar");
  await settled(page);
};
const choose = (page) => page.locator('.choice[lang="ar"] input').check({ force: true });

describe("The language", { skip: !offered().includes("ar") && "there is only one" }, () => {
  let room, book, server;

  before(async () => {
    room = folder();
    book = freshBook(room.path);
    needlebook("patient", "add", "--chart", "T-1", "--name", "Trial", "--book", book);
    server = await serve(book, { asOf: "2026-11-23" });
  });
  after(async () => {
    await closeBrowser();
    await server?.stop();
    room?.remove();
  });

  test("of a browser that asks for Arabic is Arabic, of any other English", async () => {
    const it = await openPage(server);
    await settled(it.page);
    assert.deepEqual(await root(it.page), ["en", "ltr"]);
    await it.context.addInitScript(() => Object.defineProperty(navigator, "languages", { value: ["ar-EG", "en"] }));
    await visit(it.page, server, "/");
    assert.deepEqual(await root(it.page), ["ar", "rtl"]);
    await it.close();
  });

  test("that is chosen without accounts stays in this browser, and what was typed is kept", async () => {
    const it = await openPage(server);
    const form = "/patients/T-1/observe?what=acne";
    await visit(it.page, server, form);
    await it.page.fill("textarea", "half a word");
    await visit(it.page, server, "/settings");
    await choose(it.page);
    await inArabic(it.page);
    await visit(it.page, server, form);
    assert.equal(await it.page.inputValue("textarea"), "half a word");
    await it.page.goto(await server.newAddress());
    await settled(it.page);
    assert.deepEqual(await root(it.page), ["ar", "rtl"]);
    await it.close();
  });

  test("that a person chose goes with them to another browser", async () => {
    addPeople(book, [huda]);
    const first = await openPage(server, { letIn: false });
    await first.page.goto(server.base);
    await signIn(first.page, huda);
    await first.page.click(".me");
    await choose(first.page);
    await inArabic(first.page);
    await first.close();
    const second = await openPage(server, { letIn: false });
    await second.page.goto(server.base);
    assert.deepEqual(await root(second.page), ["en", "ltr"], "nobody is known yet");
    await second.page.getByLabel("Name", { exact: true }).fill(huda.name);
    await second.page.getByLabel("Password", { exact: true }).fill(huda.password);
    await second.page.click('button:text-is("Sign in")');
    await inArabic(second.page);
    await second.page.waitForSelector("dialog .pad, dialog button"); // the PIN is offered all the same
    await second.close();
  });
});
