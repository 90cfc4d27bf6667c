// A visit on one page: from an empty form over what the rules find and what answers it to one entry in the book, which
// *Undo* takes back.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { folder, freshBook, needlebook } from "../support/book.mjs";
import { closeBrowser, kept, openPage, settled, visit } from "../support/browser.mjs";
import { serve } from "../support/server.mjs";

const today = "2026-11-23";
let room, book, server, it;

const record = (...words) => needlebook(...words, "--book", book);

before(async () => {
  room = folder();
  book = freshBook(room.path);
  for (const chart of ["C-001", "C-002", "C-003", "C-004"]) record("patient", "add", "--chart", chart);
  for (const chart of ["C-001", "C-002", "C-003"]) {
    const words = ["--at", "2026-10-20T10:00", "--device", "pen", "--lot", `K-${chart}`, "--area", "left_cheek:1.5:4"];
    record("session", "record", chart, ...words);
  }
  // Several papules where nobody has looked for a month, or where they were seen lately.
  record("acne", "record", "C-001", "--on", "2026-10-20", "--region", "left_cheek:papules=3");
  record("acne", "record", "C-002", "--on", "2026-11-20", "--rest", "clear");
  record("condition", "add", "C-001", "--kind", "anaesthetic_allergy");
  server = await serve(book, { asOf: today });
  it = await openPage(server);
});
after(async () => {
  await closeBrowser();
  await server?.stop();
  room?.remove();
});

const gate = ".gate-bar";
const asked = (page) => page.waitForSelector(`${gate} .gate-counts, ${gate}:has-text("Nothing found")`);
const count = async (chart, noun) => (await kept(it.page, `/patients/${chart}/${noun}`)).length;

describe("A visit", () => {
  test("begins with what must be read, and with the rules asked of the session that was last", async () => {
    const { page } = it;
    await visit(page, server, "/patients/C-001/visit");
    assert.match(await page.locator(".alerts").innerText(), /anaesthetic/i);
    await page.waitForSelector(`${gate}:has-text("to sign off")`);
    assert.match(await page.locator(gate).innerText(), /left cheek/i);
    assert.equal(await page.locator(`${gate} button.main`).innerText(), "Look now: left cheek");
  });

  test("is brought by one tap to where a finding is answered, and the finding goes", async () => {
    const { page } = it;
    await page.click(`${gate} button.main`);
    assert.equal(await page.locator(".working h3").innerText(), "Left cheek");
    await page.click('button:text-is("Examined: no lesions here")');
    await page.waitForFunction(() => !document.querySelector(".gate-bar")?.textContent?.includes("to sign off"));
    assert.equal(await page.locator(`${gate} button.main`).innerText(), "Record visit");
  });

  test("is kept over a reload, at the step where one was", async () => {
    const { page } = it;
    await page.click('.rail a[href="#session"]');
    await page.locator('[data-field="lot"] input').fill("K2207");
    await page.waitForSelector('.visit-kept:has-text("Kept beside the book")');
    await page.reload();
    await settled(page);
    assert.equal(await page.locator('[data-field="lot"] input').inputValue(), "K2207");
    assert.equal(await page.locator('.rail a[aria-current="step"]').getAttribute("href"), "#session");
    await page.click('.rail a[href="#skin"]');
    assert.match(await page.locator(".region-seen").first().getAttribute("aria-label"), /Left cheek, 0/);
  });

  test("is recorded as one entry, and taken back as one", async () => {
    const { page } = it;
    const before = (await kept(page, "/ledger?limit=1")).length;
    assert.ok(before >= 0);
    await asked(page);
    await page.click(`${gate} button:text-is("Record visit")`);
    await page.waitForURL("**/patients/C-001/aftercare");
    assert.deepEqual([await count("C-001", "session"), await count("C-001", "acne")], [2, 2]);
    const [, session] = await kept(page, "/patients/C-001/session");
    assert.equal(session.lot, "K2207");
    await page.click('.toast button:text-is("Undo")');
    await page.waitForSelector("text=Undone.");
    assert.deepEqual([await count("C-001", "session"), await count("C-001", "acne")], [1, 1]);
  });

  test("asks for a reason where a stop stands, and records it", async () => {
    const { page } = it;
    await visit(page, server, "/patients/C-003/visit");
    await page.click('.region[aria-label^="Left cheek"]');
    for (let more = 0; more < 3; more++) await page.click('button[aria-label="One more: Papules"]');
    await page.waitForSelector(`${gate} .count-stop`);
    assert.equal(await page.locator(`${gate} button.main`).innerText(), "Leave out: left cheek");
    await page.click(`${gate} button:text-is("Record visit")`);
    await page.click('dialog button:text-is("Yes, it was done so")');
    await page.waitForSelector("dialog .finding-stop");
    assert.match(await page.locator("dialog .finding-stop").innerText(), /Rests on: /);
    assert.equal(await count("C-003", "session"), 1);
    await page.locator("dialog .finding-stop input").fill("two are healing, needled around them");
    await page.click('dialog button:text-is("Record visit")');
    await page.waitForURL("**/patients/C-003/aftercare");
    const seen = (await kept(page, "/patients/C-003/progress")).sessions.flatMap((one) => one.findings);
    assert.ok(seen.some((one) => one.level === "stop" && one.override === "two are healing, needled around them"));
    await visit(page, server, "/patients/C-003/visit");
    assert.match(await page.locator(".alerts").innerText(), /Stop overridden/);
    await visit(page, server, "/patients/C-003");
    assert.match(await page.locator(".visit-line").first().innerText(), /done over a rule/);
    await page.locator(".visit-more button").first().click();
    assert.match(
      await page.locator(".entry-kept").first().innerText(),
      /papules.*; done because two are healing, needled around them/,
    );
  });

  test("asks at its field of a depth that the device does not reach", async () => {
    const { page } = it;
    await visit(page, server, "/patients/C-002/visit#session");
    await page.click('.plan-line:has-text("Left cheek")');
    await page.fill('input[aria-label="Left cheek: Depth, mm"]', "3.5");
    await page.waitForSelector(".working .asked, .working .bad");
    assert.equal(await page.locator(".working .stepper [aria-invalid]").count(), 1);
    await page.click('.visit-kept button:text-is("Discard")');
    await page.click('button:text-is("Throw away all that was typed")');
    await page.waitForFunction(
      () => document.querySelector('input[aria-label="Left cheek: Depth, mm"]')?.value === "1.5",
    );
  });

  test("is where the address of the former page of a session leads, at its step", async () => {
    const { page } = it;
    await visit(page, server, "/patients/C-002/session");
    await page.waitForURL("**/patients/C-002/visit#session");
    await page.waitForSelector('.rail a[href="#session"][aria-current="step"]');
  });

  test("takes at most 6 taps, and at most 12 keys, when nothing changes", async () => {
    const { page } = it;
    await visit(page, server, "/patients/C-002");
    let taps = 0;
    const tap = async (selector) => {
      taps++;
      await page.click(selector);
    };
    await tap('a:text-is("New visit")');
    await asked(page);
    await tap(`${gate} button:text-is("Record visit")`);
    await tap('dialog button:text-is("Yes, it was done so")');
    await page.waitForURL("**/patients/C-002/aftercare");
    assert.ok(taps <= 6, `${taps} taps`);
    assert.equal(await count("C-002", "session"), 2);
    await page.click('.toast button:text-is("Undo")');
    await page.waitForSelector("text=Undone.");
    await visit(page, server, "/patients/C-002");
    await page.keyboard.press("Alt+KeyV");
    await page.waitForSelector(gate);
    await asked(page);
    await page.keyboard.press("Control+Enter");
    await page.waitForSelector("dialog .done-today");
    await page.keyboard.press("Enter");
    await page.waitForURL("**/patients/C-002/aftercare");
    assert.equal(await count("C-002", "session"), 2);
    await page.click('.toast button:text-is("Undo")');
    await page.waitForSelector("text=Undone.");
  });

  test("records no session that nobody has looked at or said to be done", async () => {
    const { page } = it;
    await visit(page, server, "/patients/C-002/visit");
    await asked(page);
    await page.click(`${gate} button:text-is("Record visit")`);
    const named = page.locator("dialog:has(.done-today)");
    assert.match(await named.innerText(), /Was this session done today\?[\s\S]*Pen[\s\S]*Left cheek 1\.5 mm × 4/);
    assert.match(await named.innerText(), /As on Tue 20 Oct/);
    await named.locator('button:text-is("Look at it")').click();
    await page.waitForSelector('.rail a[href="#session"][aria-current="step"]');
    assert.equal(await count("C-002", "session"), 1);
    await visit(page, server, "/patients/C-002/visit");
    await page.click('button[aria-label="One more: Papules"]');
    await asked(page);
    await page.click(`${gate} button:text-is("Record visit")`);
    await page.click('dialog button:text-is("No session today")');
    await page.waitForURL("**/patients/C-002");
    assert.deepEqual([await count("C-002", "session"), await count("C-002", "acne")], [1, 2]);
    await page.click('.toast button:text-is("Undo")');
    await page.waitForSelector("text=Undone.");
  });

  test("asks nothing of a session that was looked at", async () => {
    const { page } = it;
    await visit(page, server, "/patients/C-002/visit#session");
    await asked(page);
    await page.click(`${gate} button:text-is("Record visit")`);
    await page.waitForURL("**/patients/C-002/aftercare");
    assert.equal(await count("C-002", "session"), 2);
    await page.click('.toast button:text-is("Undo")');
    await page.waitForSelector("text=Undone.");
  });

  test("without a session records what was seen, and asks no rule", async () => {
    const { page } = it;
    await visit(page, server, "/patients/C-004/visit");
    await page.waitForSelector(`${gate}:has-text("Nothing to record yet")`);
    assert.ok(await page.locator(`${gate} button:text-is("Record visit")`).isDisabled());
    await page.click('button[aria-label="One more: Papules"]');
    await page.waitForSelector(`${gate}:has-text("no rule was asked")`);
    await page.click(`${gate} button:text-is("Record visit")`);
    await page.waitForURL("**/patients/C-004");
    assert.deepEqual([await count("C-004", "session"), await count("C-004", "acne")], [0, 1]);
  });

  test("says that nobody answered, and does not call it clear", async () => {
    const { page } = it;
    await visit(page, server, "/patients/C-002/visit#session");
    await asked(page);
    await server.stop();
    server = undefined;
    await page.click('.plan-line:has-text("Left cheek")');
    await page.click('button[aria-label="Deeper: Left cheek"]');
    await page.waitForSelector(`${gate}:has-text("does not answer")`);
    assert.equal(
      await page
        .locator(gate)
        .innerText()
        .then((text) => /Nothing found/.test(text)),
      false,
    );
  });
});
