// A visit that is in the book is corrected on the form that recorded it: filled in, with each change beside what stood
// there, as one entry that *Undo* takes back; and never over somebody else's correction.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { folder, freshBook, needlebook } from "../support/book.mjs";
import { closeBrowser, kept, openPage, visit } from "../support/browser.mjs";
import { serve } from "../support/server.mjs";

const today = "2026-11-23";
let room, book, server, it;

const record = (...words) => needlebook(...words, "--book", book);

before(async () => {
  room = folder();
  book = freshBook(room.path);
  record("patient", "add", "--chart", "C-001");
  const session = ["--at", "2026-10-20T10:00", "--device", "pen", "--lot", "K1", "--area", "left_cheek:1.5:4"];
  record("acne", "record", "C-001", "--on", "2026-10-20", "--rest", "clear", "--region", "chin:papules=1");
  record("session", "record", "C-001", ...session);
  record("reading", "record", "C-001", "--on", "2026-10-20", "--what", "tewl", "--value", "14");
  server = await serve(book, { asOf: today });
  it = await openPage(server);
});
after(async () => {
  await closeBrowser();
  await server?.stop();
  room?.remove();
});

const gate = ".gate-bar";
const form = "/patients/C-001/visit?on=2026-10-20";
const lot = '[data-field="lot"] input';
const one = async (noun) => (await kept(it.page, `/patients/C-001/${noun}`))[0];
const entries = async () => (await kept(it.page, "/ledger?limit=500")).length;

describe("A visit that is in the book", () => {
  test("opens from the history, filled in with what was recorded", async () => {
    const { page } = it;
    await visit(page, server, "/patients/C-001");
    await page.click('.history button:text-is("Open all")');
    await page.click('.history a:text-is("Correct visit")');
    await page.waitForURL("**/visit?on=2026-10-20");
    assert.match(await page.locator("main .note").first().innerText(), /visit of Tue 20 Oct 2026/);
    await page.waitForSelector(`${gate}:has-text("Nothing is changed yet")`);
    assert.ok(await page.locator(`${gate} button:text-is("Correct visit")`).isDisabled());
    await page.click('.rail a[href="#session"]');
    assert.equal(await page.inputValue(lot), "K1");
    assert.match(await page.locator(".plan-line").innerText(), /Left cheek\s+1\.5\s+4/);
  });

  test("marks what changes beside what stood there, and asks why", async () => {
    const { page } = it;
    await page.fill(lot, "K2");
    assert.match(await page.locator('.corrected[data-field="lot"]').innerText(), /recorded: K1/);
    await page.click('.rail a[href="#skin"]');
    await page.click('.face [aria-label^="Chin"]');
    await page.click('button[aria-label="One more: Papules"]');
    assert.match(await page.locator(".changes").innerText(), /Papules[\s\S]*1[\s\S]*2/);
    await page.waitForSelector(`${gate}:has-text("brings nothing new")`);
    await page.click(`${gate} button:text-is("Correct visit")`);
    await page.click('dialog button:text-is("Correct visit")');
    assert.match(await page.locator("dialog").innerText(), /Say why/);
    assert.equal((await one("session")).lot, "K1");
  });

  test("is corrected as one entry, and taken back as one", async () => {
    const { page } = it;
    const before = await entries();
    await page.locator("dialog .field", { hasText: "Why" }).locator("input").fill("the lot of the other box");
    await page.click('dialog button:text-is("Correct visit")');
    await page.waitForURL("**/patients/C-001");
    assert.equal(await entries(), before + 1);
    assert.equal((await one("session")).lot, "K2");
    assert.equal((await one("acne")).regions[0].papules, 2);
    assert.equal((await one("reading")).version, 1);
    await page.click('.toast button:text-is("Undo")');
    await page.waitForSelector("text=Undone.");
    assert.equal((await one("session")).lot, "K1");
    assert.equal((await one("acne")).regions[0].papules, 1);
  });

  test("tells what is taken out of it", async () => {
    const { page } = it;
    await visit(page, server, `${form}#session`);
    await page.click('.plan-line:has-text("Left cheek")');
    await page.click('.working button:text-is("Leave out")');
    assert.match(await page.locator(".changes").innerText(), /Session: taken out/);
    await page.click('.visit-kept button:text-is("Discard")');
    await page.click('button:text-is("Throw away all that was typed")');
    await page.waitForSelector(`${gate}:has-text("Nothing is changed yet")`);
    assert.equal(await page.inputValue(lot), "K1");
  });

  test("is not corrected over another's correction: what was typed stays, the rest follows the book", async () => {
    const { page } = it;
    await page.fill(lot, "K3");
    record("session", "correct", "1", "--pain", "3", "--reason", "asked again");
    await page.click(`${gate} button:text-is("Correct visit")`);
    await page.locator("dialog .field", { hasText: "Why" }).locator("input").fill("misread the box");
    await page.click('dialog button:text-is("Correct visit")');
    await page.waitForSelector("text=Somebody corrected this visit meanwhile");
    assert.equal((await one("session")).lot, "K1");
    await page.click('button:has-text("Take over what stands there")');
    await page.waitForFunction(() => document.querySelector('[data-field="pain"] input[value="3"]')?.checked === true);
    assert.equal(await page.inputValue(lot), "K3");
    await page.click(`${gate} button:text-is("Correct visit")`);
    await page.click('dialog button:text-is("Correct visit")');
    await page.waitForURL("**/patients/C-001");
    const session = await one("session");
    assert.deepEqual([session.lot, session.pain], ["K3", 3]);
  });

  test("is none on a day without records", async () => {
    const { page } = it;
    await visit(page, server, "/patients/C-001/visit?on=2026-10-21");
    await page.waitForSelector("text=Nothing was recorded on");
  });
});
