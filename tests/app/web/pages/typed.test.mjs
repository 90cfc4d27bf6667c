// What is typed is read as people write it, in every field of its sort; and what is refused says where and what fits.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { folder, freshBook, needlebook } from "../support/book.mjs";
import { closeBrowser, kept, openPage, visit } from "../support/browser.mjs";
import { serve } from "../support/server.mjs";

const today = "2026-11-23"; // a Monday
let room, server, it;

before(async () => {
  room = folder();
  const book = freshBook(room.path);
  const run = (...line) => needlebook(...line, "--book", book);
  for (const chart of ["C-001", "C-002", "C-003"]) run("patient", "add", "--chart", chart);
  for (const chart of ["C-001", "C-003"])
    run("session", "record", chart, "--at", "2026-10-20T10:00", "--device", "pen", "--area", "left_cheek:1.5:4");
  server = await serve(book, { asOf: today });
  it = await openPage(server);
});
after(async () => {
  await closeBrowser();
  await server?.stop();
  room?.remove();
});

const gate = ".gate-bar";
const send = 'main form button[type="submit"]';
const list = (noun) => kept(it.page, `/patients/C-002/${noun}`);
const fillRequired = async (page) => {
  for (const select of await page.locator("form select[required]").all()) await select.selectOption({ index: 1 });
  for (const input of await page.locator("form input[required]").all())
    if ((await input.inputValue()) === "") await input.fill("3");
};

describe("A number", () => {
  test("in Arabic-Indic digits is the number that it is", async () => {
    const { page } = it;
    await visit(page, server, "/patients/C-001/visit#session");
    await page.click('.plan-line:has-text("Left cheek")');
    await page.fill('input[aria-label="Left cheek: Depth, mm"]', "١٫٢٥");
    await page.waitForSelector(`${gate} .gate-counts, ${gate}:has-text("Nothing found")`);
    assert.equal(await page.locator('.working [aria-invalid="true"]').count(), 0);
    await page.click(`${gate} button:text-is("Record visit")`);
    await page.waitForURL("**/patients/C-001/aftercare");
    const sessions = await kept(page, "/patients/C-001/session");
    assert.equal(sessions.at(-1).areas[0].depth_mm, 1.25);
  });
});

describe("An appointment", () => {
  const open = async () => {
    await visit(it.page, server, "/patients/C-002/observe?what=appointment");
    return it.page.locator(".field-moment").first();
  };

  test("is booked with its day and time typed whole, without losing the focus", async () => {
    const { page } = it;
    const field = await open();
    await field.locator(".day-input").click();
    await page.keyboard.type("28.11 20:00");
    assert.ok(await field.locator(".day-input").evaluate((node) => node === document.activeElement));
    await page.keyboard.press("Tab");
    assert.equal(await field.locator(".time-input").inputValue(), "20:00");
    await page.click(send);
    await page.waitForURL("**/patients/C-002");
    assert.equal((await list("appointment")).at(-1).at, "2026-11-28T20:00");
  });

  test("has a time box beside its day from the start, labelled", async () => {
    const { page } = it;
    const field = await open();
    assert.equal(await field.getByLabel("Time, 24 hours").count(), 1);
    await field.locator(".day-today").click();
    await field.locator(".time-input").fill("9");
    await field.locator(".day-input").fill("3");
    await field.locator(".day-input").fill("30.11.2026");
    assert.equal(await field.locator(".time-input").inputValue(), "09:00");
    await page.click(send);
    await page.waitForURL("**/patients/C-002");
    assert.equal((await list("appointment")).at(-1).at, "2026-11-30T09:00");
  });

  test("without a time says so at its field, in sight", async () => {
    const { page } = it;
    const field = await open();
    await field.locator(".day-input").fill("1.12");
    await page.click(send);
    await field.locator('small.bad:has-text("no time of day")').waitFor();
    await page.waitForFunction(() => document.activeElement?.matches('.field-moment [aria-invalid="true"]'));
  });
});

describe("A day of which not all may be known", () => {
  for (const [typed, day] of [
    ["14.6", "2026-06-14"],
    ["15/06/2026", "2026-06-15"],
    ["yesterday", "2026-11-22"],
    ["june 2026", "2026-06"],
    ["2025", "2025"],
  ])
    test(`takes ${typed} for when a side effect began`, async () => {
      const { page } = it;
      await visit(page, server, "/patients/C-002/observe?what=event");
      await fillRequired(page);
      await page.getByLabel("Began").fill(typed);
      await page.click(send);
      await page.waitForURL("**/patients/C-002");
      assert.equal((await list("event")).at(-1).onset, day);
    });

  for (const [chart, typed, day] of [
    ["C-101", "4.5.1999", "1999-05-04"],
    ["C-102", "4 may 1999", "1999-05-04"],
    ["C-103", "١٩٩٩", "1999"],
  ])
    test(`takes ${typed} for a birth`, async () => {
      const { page } = it;
      await visit(page, server, "/patients");
      await page.keyboard.press("Alt+KeyN");
      await page.locator("dialog").getByLabel("Chart number").fill(chart);
      await page.locator("dialog").getByLabel("Date of birth").fill(typed);
      await page.click('dialog button[type="submit"]');
      await page.waitForURL(`**/patients/${chart}`);
      assert.equal((await kept(page, `/patients/${chart}`)).born, day);
    });
});

describe("What is refused", () => {
  for (const width of [1024, 360])
    test(`of a visit in the future is shown at its field, above the bar, at ${width} px`, async () => {
      const { page, close } = await openPage(server, { width, height: 700 });
      await visit(page, server, "/patients/C-003/visit#session");
      await page.locator(".field-moment .day-input").fill("24.11.2027");
      await page.click('.rail a[href="#skin"]');
      await page.click(`${gate} button:text-is("Record visit")`);
      const day = page.locator('.field-moment .day-input[aria-invalid="true"]');
      await day.waitFor();
      await page.waitForFunction(() => document.activeElement?.matches(".day-input"));
      const [field, bar] = [await day.boundingBox(), await page.locator(gate).boundingBox()];
      assert.ok(field.y > 0 && field.y + field.height <= bar.y, JSON.stringify({ field, bar }));
      assert.match(await page.locator(".field-moment small.bad").innerText(), /future/);
      await close();
    });

  test("says what fits, and where in words of people", async () => {
    const { page } = it;
    await visit(page, server, "/patients/C-003/visit#session");
    await page.click('.plan-line:has-text("Left cheek")');
    await page.fill('input[aria-label="Left cheek: Depth, mm"]', "99");
    await page.waitForSelector(
      `${gate}:has-text("Left cheek, Depth, mm: “99” does not fit: a number from 0.1 to 8 mm")`,
    );
  });
});

describe("What was begun", () => {
  test("is found again on Today, and gone on with from there", async () => {
    const { page, close } = await openPage(server);
    await visit(page, server, "/patients/C-002/visit");
    await page.click('button[aria-label="One more: Papules"]');
    await page.waitForSelector('.visit-kept:has-text("Kept beside the book")');
    await page.click('.visit-head a:has-text("Today")');
    const row = page.locator('section:has(h2:has-text("Begun and not recorded")) li:has-text("C-002New visit")');
    assert.match(await row.innerText(), /New visit, begun .* ago: go on/);
    await row.locator(".go-on").click();
    await page.waitForURL("**/patients/C-002/visit");
    assert.equal(await page.getByLabel("Papules", { exact: true }).inputValue(), "1");
    await page.click('.visit-kept button:text-is("Discard")');
    await page.click('button:text-is("Throw away all that was typed")');
    await page.click('.visit-head a:has-text("Today")');
    await page.waitForSelector(".day-head");
    assert.equal(await row.count(), 0);
    await close();
  });
});
