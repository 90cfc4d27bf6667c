// From nothing to the first session in the browser alone; and how many taps and keys the work at the chair takes.
import assert from "node:assert/strict";
import { existsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { violations } from "../support/accessibility.mjs";
import { folder, freshBook, needlebook } from "../support/book.mjs";
import { closeBrowser, kept, openPage, settled, visit } from "../support/browser.mjs";
import { counted } from "../support/counted.mjs";
import { faultsOfDesign } from "../support/design.mjs";
import { serve } from "../support/server.mjs";

const gate = ".gate-bar";
after(closeBrowser);

describe("Where no book is", () => {
  let room, book, server, it;
  before(async () => {
    room = folder();
    book = join(room.path, "new.needlebook");
    freshBook(room.path); // another one beside it
    server = await serve(book);
    it = await openPage(server, { timezoneId: "Asia/Dubai" });
    await settled(it.page);
  });
  after(async () => {
    await server?.stop();
    room?.remove();
  });

  test("the page and the terminal name the file, its folder and the book beside it, and nothing is made", async () => {
    const text = await it.page.locator("main").innerText();
    for (const said of ["new.needlebook", room.path, "clinic.needlebook", "do not begin another"])
      assert.ok(text.includes(said), `${said} in ${text}`);
    for (const said of [book, "clinic.needlebook", "--book FILE"]) assert.ok(server.stderr().includes(said), said);
    assert.equal(existsSync(book), false);
  });

  test("a browser that was not let in is told no name, and can begin nothing", async () => {
    const stranger = await openPage(server, { letIn: false });
    await stranger.page.goto(server.base);
    await stranger.page.waitForSelector('[role="alert"]');
    const text = await stranger.page.locator("main").innerText();
    assert.equal(text.includes("new.needlebook"), false, text);
    assert.equal(await stranger.page.locator("form").count(), 0);
    await stranger.close();
  });

  test("the page is accessible and keeps to the design, on a phone and in Arabic too", async () => {
    for (const [width, language] of [
      [1280, "en"],
      [360, "ar"],
    ]) {
      const { page, context, close } = await openPage(server, { width });
      await context.addCookies([{ name: "language", value: language, url: server.base }]);
      await page.goto(server.base);
      await settled(page);
      assert.equal(await page.locator("html").getAttribute("lang"), language);
      await page.locator('[role="group"] .choice').first().click();
      await page.locator("form section button:not(.choice)").last().click();
      assert.deepEqual(await violations(page), []);
      assert.deepEqual(await faultsOfDesign(page), []);
      await close();
    }
  });

  test("what was typed stays when the page is read in another language", async () => {
    const { page, close } = await openPage(server);
    await settled(page);
    await page.locator("[data-first] input").fill("Skin clinic");
    await page.locator('[role="group"] .choice').first().click();
    await page.locator('label:has-text("العربية")').click();
    await page.waitForSelector('html[lang="ar"]');
    await settled(page);
    assert.equal(await page.locator("[data-first] input").inputValue(), "Skin clinic");
    assert.equal(await page.locator('[role="group"] .choice.chosen').count(), 1);
    await close();
  });

  test("a clinic, a patient and a first session take at most 20 taps and 30 keys", async () => {
    const { page } = it;
    const acts = await counted(page);
    await page.keyboard.type("Skin clinic"); // the field has the focus
    await page.keyboard.press("Enter");
    await page.waitForSelector("text=An empty book");
    await page.click('main button:text-is("Register a new patient")');
    await page.keyboard.type("1");
    await page.keyboard.press("Tab");
    await page.keyboard.type("Huda Saleh");
    await page.keyboard.press("Enter");
    await page.waitForURL("**/patients/1");
    await page.click('a:text-is("New visit")');
    await page.click('.rail a[href="#session"]');
    await page.click('.region[aria-label^="Left cheek"]');
    await page.click('input[aria-label="Left cheek: Depth, mm"]');
    await page.keyboard.type("1.5");
    await page.click('input[aria-label="Left cheek: Passes"]');
    await page.keyboard.type("4");
    await page.click('.region[aria-label^="Right cheek"]');
    await page.click('label:has-text("Pen")');
    await page.click('label:has-text("Pinpoint bleeding")');
    await page.waitForSelector(`${gate} button.main:text-is("Record visit")`);
    await page.click(`${gate} button:text-is("Record visit")`);
    await page.waitForURL("**/patients/1/aftercare");
    const { taps, keys } = acts.done();
    assert.ok(taps > 5 && taps <= 20, `${taps} taps`);
    assert.ok(keys > 10 && keys <= 30, `${keys} keys`);
    const [session] = await kept(page, "/patients/1/session");
    assert.deepEqual(
      session.areas.map((area) => [area.region, area.depth_mm, area.passes]),
      [
        ["left_cheek", 1.5, 4],
        ["right_cheek", 1.5, 4],
      ],
    );
    const clinic = await kept(page, "/clinic");
    assert.equal(clinic.name, "Skin clinic");
    assert.equal(clinic.time_zone, "Asia/Dubai");
  });

  test("Today says that no backup is known, and when there is one what of it is to be done", async () => {
    const { page } = it;
    await visit(page, server, "/");
    assert.match(await page.locator("main .note-warn").innerText(), /No backup of this book is known/);
    needlebook("backup", join(room.path, "copy.needlebook"), "--book", book);
    await visit(page, server, "/");
    assert.match(await page.locator(".book-lines").innerText(), /Last good backup/);
    const note = await page.locator("main .note-warn").innerText();
    assert.match(note, /Every backup lies on the disk of the book/);
    assert.doesNotMatch(note, /No backup of this book is known/);
  });
});

describe("Another first start", () => {
  let room, server;
  before(() => {
    room = folder();
  });
  after(async () => {
    await server?.stop();
    room?.remove();
  });

  test("takes devices and a box, and leads to the first account where several people work", async () => {
    server = await serve(join(room.path, "second.needlebook"));
    const { page } = await openPage(server);
    await settled(page);
    await page.getByLabel("Clinic's name").fill("Skin clinic");
    await page.getByLabel("Time zone").selectOption("Africa/Cairo");
    await page.click('label:has-text("Several people")');
    await page.click('.choice:text-is("Pen")');
    await page.click('button:text-is("Begin the book")');
    await page.waitForSelector("text=Give depth and passes of one place");
    await page.getByLabel("Cheeks: Depth, mm").fill("1,5");
    await page.getByLabel("Cheeks: Passes").fill("4");
    await page.click('button:text-is("Add a box of cartridges")');
    await page.getByLabel("Maker and name").fill("Pen 12");
    await page.getByLabel("Lot").fill("K2207");
    await page.getByLabel("Pieces").fill("50");
    await page.click('button:text-is("Begin the book")');
    await page.waitForURL("**/settings?part=people");
    const [protocol] = await kept(page, "/protocols");
    assert.deepEqual(
      [protocol.name, protocol.device, protocol.areas.map((area) => area.depth_mm)],
      ["Pen", "pen", [1.5, 1.5]],
    );
    assert.equal((await kept(page, "/stock"))[0].left, 50);
    assert.equal((await kept(page, "/clinic")).time_zone, "Africa/Cairo");
  });

  test("is refused where a file came there meanwhile, which stays as it is", async () => {
    const book = join(room.path, "third.needlebook");
    const third = await serve(book);
    const { page } = await openPage(third);
    await settled(page);
    writeFileSync(book, "somebody's");
    await page.getByLabel("Clinic's name").fill("Skin clinic");
    await page.keyboard.press("Enter");
    await page.waitForSelector("text=A file came to this place meanwhile");
    await third.stop();
  });
});

describe("At the chair", () => {
  let room, book, server, it, acts;
  const record = (...words) => needlebook(...words, "--book", book);
  before(async () => {
    room = folder();
    book = freshBook(room.path);
    for (const chart of ["C-001", "C-002", "C-003"]) {
      record("patient", "add", "--chart", chart);
      const words = ["--at", "2026-10-20T10:00", "--device", "pen", "--area", "left_cheek:1.5:4"];
      record("session", "record", chart, ...words);
      record("acne", "record", chart, "--on", chart === "C-001" ? "2026-10-20" : "2026-11-20", "--rest", "clear");
    }
    record("acne", "record", "C-001", "--on", "2026-10-21", "--region", "left_cheek:papules=3");
    server = await serve(book, { asOf: "2026-11-23" });
    it = await openPage(server);
    await settled(it.page);
    acts = await counted(it.page);
  });
  after(async () => {
    await server?.stop();
    room?.remove();
  });

  test("one tap leads from a finding to what answers it", async () => {
    const { page } = it;
    await visit(page, server, "/patients/C-001/visit");
    await page.waitForSelector(`${gate} button.main:text-is("Look now: left cheek")`);
    acts.anew();
    await page.click(`${gate} button.main`);
    assert.equal(await page.locator(".working h3").innerText(), "Left cheek");
    assert.deepEqual(acts.done(), { taps: 1, keys: 0 });
  });

  test("a session like the last takes at most 6 taps, or 12 keys", async () => {
    const { page } = it;
    const like = async (chart, begin, end) => {
      await visit(page, server, `/patients/${chart}`);
      acts.anew();
      await begin();
      await page.waitForSelector(`${gate} button.main:text-is("Record visit")`);
      await page.waitForSelector(`${gate} .gate-counts, ${gate}:has-text("Nothing found")`);
      await end();
      await page.waitForURL(`**/patients/${chart}/aftercare`);
      assert.equal((await kept(page, `/patients/${chart}/session`)).length, 2);
      return acts.done();
    };
    const byTaps = await like(
      "C-002",
      () => page.click('a:text-is("New visit")'),
      async () => {
        await page.click(`${gate} button:text-is("Record visit")`);
        await page.click('dialog button:text-is("Yes, it was done so")');
      },
    );
    assert.ok(byTaps.taps > 0 && byTaps.taps <= 6 && byTaps.keys === 0, JSON.stringify(byTaps));
    const byKeys = await like(
      "C-003",
      () => page.keyboard.press("Alt+KeyV"),
      async () => {
        await page.keyboard.press("Control+Enter");
        await page.waitForSelector("dialog .done-today");
        await page.keyboard.press("Enter");
      },
    );
    assert.ok(byKeys.keys > 0 && byKeys.keys <= 12 && byKeys.taps === 0, JSON.stringify(byKeys));
  });

  test("acne, session and what is put on are recorded from one page, as one entry", async () => {
    const { page } = it;
    record("patient", "add", "--chart", "C-004");
    record("session", "record", "C-004", "--at", "2026-10-20T10:00", "--device", "pen", "--area", "left_cheek:1.5:4");
    await visit(page, server, "/patients/C-004/visit");
    acts.anew();
    const entries = async () => (await kept(page, "/health")).ledger.entry;
    const before = await entries();
    const pages = [];
    page.on("framenavigated", () => pages.push(new URL(page.url()).pathname));
    await page.click('button[aria-label="One more: Papules"]'); // of the forehead
    await page.click('.rail a[href="#aftercare"]');
    await page.click('button:text-is("Add a product")');
    await page.locator(".visit-block select").first().selectOption("hyaluronic_acid");
    await page.waitForSelector(`${gate} button.main:text-is("Record visit")`);
    await page.click(`${gate} button:text-is("Record visit")`);
    await page.click('dialog button:text-is("Yes, it was done so")');
    await page.waitForURL("**/patients/C-004/aftercare");
    const { taps, keys } = acts.done();
    assert.ok(taps <= 6 && keys === 0, `${taps} taps, ${keys} keys`);
    assert.equal(await entries(), before + 1);
    assert.deepEqual(
      [...new Set(pages.slice(0, -1))].filter((path) => path !== "/patients/C-004/visit"),
      [],
    );
    for (const noun of ["acne", "application"])
      assert.equal((await kept(page, `/patients/C-004/${noun}`)).length, 1, noun);
    assert.equal((await kept(page, "/patients/C-004/session")).length, 2);
  });
});
