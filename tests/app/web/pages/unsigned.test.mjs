// Who keeps the book is told on every page that what is recorded is not signed, and why; nobody else is.
import assert from "node:assert/strict";
import { readdirSync, renameSync, writeFileSync } from "node:fs";
import { after, before, describe, test } from "node:test";
import { join } from "node:path";
import { violations } from "../support/accessibility.mjs";
import { folder, freshBook } from "../support/book.mjs";
import { closeBrowser, kept, openPage, settled, visit } from "../support/browser.mjs";
import { addPeople, huda, mona, signIn } from "../support/people.mjs";
import { serve } from "../support/server.mjs";

const keys = process.env.NEEDLEBOOK_KEYS;
const keyFile = () =>
  join(
    keys,
    readdirSync(keys).find((name) => name.endsWith(".pem")),
  );
const said = async (it, server, path = "/") => {
  await visit(it.page, server, path);
  await settled(it.page);
  return (await it.page.locator(".book-banner li").allInnerTexts()).join("\n");
};

describe("That entries stay unsigned", () => {
  let room, server, hers, theirs;
  before(async () => {
    room = folder();
    const book = freshBook(room.path);
    addPeople(book, [huda, mona]);
    server = await serve(book, { asOf: "2026-05-02" });
    hers = await openPage(server, { letIn: false });
    theirs = await openPage(server, { letIn: false });
    for (const [it, person] of [
      [hers, huda],
      [theirs, mona],
    ]) {
      await it.page.goto(server.base);
      await signIn(it.page, person);
    }
  });
  after(async () => {
    await closeBrowser();
    await server?.stop();
    room?.remove();
  });

  test("is not said while the key is there and sound", async () => {
    assert.equal(await said(hers, server), "");
    assert.equal((await kept(hers.page, "/health")).unsigned, null);
  });

  test("is said to an owner where the file is missing or damaged, and to nobody else", async () => {
    const file = keyFile();
    renameSync(file, `${file}.away`);
    const text = await said(hers, server);
    assert.match(text, /pem: What is recorded is not signed: the clinic's key is not on the machine of the book/);
    assert.match(text, /Try: Bring the file of its export to the machine of the book/);
    assert.deepEqual(await violations(hers.page), []);
    assert.equal(await said(theirs, server), "");
    assert.equal((await kept(theirs.page, "/health")).unsigned, null);
    writeFileSync(file, "no key", { mode: 0o600 });
    assert.match(await said(hers, server, "/patients"), /the file of the clinic's key cannot be used/);
    renameSync(`${file}.away`, file);
    assert.equal(await said(hers, server), "", "and no more once it is back");
  });

  test("is said in Arabic to who reads that", async () => {
    const file = keyFile();
    renameSync(file, `${file}.away`);
    await hers.page.click(".me");
    await hers.page.locator('.choice[lang="ar"] input').check({ force: true });
    await hers.page.waitForFunction(() => document.documentElement.lang === "ar");
    const text = await said(hers, server);
    assert.match(text, /مفتاح العيادة ليس على جهاز الدفتر/);
    assert.doesNotMatch(text.replace(/\S*needlebook\S*/g, ""), /[A-Za-z]{3,}/);
    assert.deepEqual(await violations(hers.page), []);
    renameSync(`${file}.away`, file);
    // The choice of the language was recorded meanwhile, and nobody signs that afterwards.
    assert.match(await said(hers, server), /القيود الأخيرة غير موقَّعة/);
  });
});
