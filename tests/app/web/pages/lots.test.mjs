// Lots: a delivery by its code, the stock by what may be picked, who met a lot, and letters to them.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { violations } from "../support/accessibility.mjs";
import { folder, freshBook, needlebook } from "../support/book.mjs";
import { closeBrowser, kept, openPage, settled, visit } from "../support/browser.mjs";
import { serve } from "../support/server.mjs";

let room, book, server, it;
const run = (...words) => needlebook(...words, "--book", book);

before(async () => {
  room = folder();
  book = freshBook(room.path);
  const added = ["stock", "add", "--kind", "cartridge", "--received-on", "2026-01-05", "--received", "10"];
  run(...added, "--product", "Pen 12", "--lot", "K2207", "--expiry", "2027-06");
  run(...added, "--product", "Pen 36", "--lot", "OLD-1", "--expiry", "2026-02");
  for (const [chart, name] of [
    ["C-001", "Salma Nabil"],
    ["C-002", "Omar Zaki"],
    ["C-003", "Mona Amin"],
  ])
    run("patient", "add", "--chart", chart, "--name", name, "--telephone", "+20 100 000 000" + chart.at(-1));
  const session = ["--device", "pen", "--area", "left_cheek:1.5:4"];
  run("session", "record", "C-001", "--at", "2026-03-01T10:00", ...session, "--lot", "k-2207");
  run("session", "record", "C-001", "--at", "2026-04-05T10:00", ...session, "--lot", "K2207");
  run("session", "record", "C-002", "--at", "2026-03-02T10:00", ...session, "--lot", "K2207");
  server = await serve(book, { asOf: "2026-05-02" });
  it = await openPage(server);
});
after(async () => {
  await closeBrowser();
  await server?.stop();
  room?.remove();
});

const isFine = async (what) => {
  await settled(it.page);
  assert.deepEqual(await violations(it.page), [], what);
  assert.deepEqual(it.consoleMessages, [], what);
};
const dialog = () => it.page.locator("dialog[open]");

describe("Lots", () => {
  test("what may be picked stands before what is expired", async () => {
    const { page } = it;
    await visit(page, server, "/lots");
    await page.waitForSelector('h3:text-is("Expired")');
    const heads = await page.locator("main h3").allInnerTexts();
    assert.deepEqual(heads, ["To be used, the first to expire first", "Expired"]);
    const [usable] = await page.locator("main table").allInnerTexts();
    assert.match(usable, /Pen 12[\s\S]*K2207[\s\S]*7 of 10/);
    await isFine("the stock");
  });

  test("a delivery takes lot and expiry from the code that a scanner types", async () => {
    const { page } = it;
    await page.click('button:text-is("Add a delivery")');
    await dialog().getByLabel("Product").fill("Pen 16");
    await dialog()
      .getByLabel("Lot", { exact: true })
      .fill("010950600013435217270831" + "10" + "NEW77");
    await page.keyboard.press("Enter");
    await page.waitForFunction(() =>
      [...document.querySelectorAll("dialog input")].some((one) => one.value === "NEW77"),
    );
    await dialog().getByLabel("Pieces received").fill("5");
    await isFine("a delivery");
    await dialog().locator('button:text-is("Record the delivery")').click();
    await page.waitForSelector("main a:has-text('NEW77')");
    const box = (await kept(page, "/stock")).find((one) => one.lot === "NEW77");
    assert.equal(box.expires_on, "2027-08-31");
    assert.equal(box.received, 5);
    assert.equal(box.kind, "cartridge");
  });

  test("a delivery is corrected, and taken out again, with a reason", async () => {
    const { page } = it;
    await page.click('button[aria-label="Correct: Pen 16 NEW77"]');
    await dialog().getByLabel("Pieces received").fill("6");
    await dialog().getByLabel("Why").fill("counted again");
    await dialog().locator("button.main").click();
    await page.waitForSelector('td:has-text("6 of 6")');
    await page.click('button[aria-label="Void: Pen 16 NEW77"]');
    assert.equal(await dialog().locator("text=Wrong patient").count(), 0);
    await dialog().getByLabel("Why").fill("another clinic's");
    await dialog().locator("button.main").click();
    await page.waitForFunction(() => !document.querySelector("main").textContent.includes("NEW77"));
  });

  test("who met it: in any spelling, or by the box's code, each patient once", async () => {
    const { page } = it;
    await visit(page, server, "/lots");
    await page.getByLabel("Lot, typed or scanned").fill("(01)09506000134352(17)270630(10)k2207");
    await page.keyboard.press("Enter");
    await page.waitForSelector("text=2 patients met it; none was reached since Sat 2 May 2026.");
    const rows = await page.locator("main tbody tr").allInnerTexts();
    assert.equal(rows.length, 2);
    assert.match(rows[0], /Salma Nabil[\s\S]*1 Mar[\s\S]*5 Apr/);
    await isFine("who met it");
  });

  test("who was reached is counted from the contacts since the day that is given", async () => {
    const { page } = it;
    await page.locator('tr:has-text("Omar") a:text-is("Note that they were reached")').click();
    await page.getByLabel("How", { exact: false }).first().selectOption("telephone");
    await page.locator("select").nth(1).selectOption("reached");
    await page.keyboard.press("Control+Enter");
    await page.waitForURL(/patients\/C-002$/);
    await visit(page, server, "/lots?lot=K2207");
    await page.waitForSelector("text=2 patients met it; 1 was reached since Sat 2 May 2026.");
  });

  test("a letter to each is a sheet of its own, with the clinic and the days and no diagnosis", async () => {
    const { page } = it;
    await page.locator("textarea").fill("Please call us about lot K2207.\nThank you.");
    assert.equal(await page.locator(".letter").count(), 2);
    await page.emulateMedia({ media: "print" });
    const letters = await page.locator(".letter").allInnerTexts();
    assert.match(
      letters[0],
      /Test clinic[\s\S]*Salma Nabil[\s\S]*1 Mar[\s\S]*Please call us about lot K2207\.\nThank you\./,
    );
    assert.doesNotMatch(letters.join(), /acne|scar/i);
    assert.equal(await page.locator("main h1").isVisible(), false);
    const pdf = await page.pdf({ format: "A4" });
    assert.equal(pdf.toString("latin1").match(/\/Type\s*\/Page\b/g).length, 2);
    await page.emulateMedia({ media: "screen" });
  });

  test("a lot that nobody met says so, and a lot that looks alike is listed apart", async () => {
    const { page } = it;
    await visit(page, server, "/lots?lot=NONE1");
    await page.waitForSelector("text=No record names lot NONE1.");
    run(
      "session",
      "record",
      "C-003",
      "--at",
      "2026-03-03T10:00",
      "--device",
      "pen",
      "--area",
      "left_cheek:1.5:4",
      "--lot",
      "KO207",
    );
    await visit(page, server, "/lots?lot=K0207");
    await page.waitForSelector('h3:text-is("Perhaps this lot too")');
    await page.waitForSelector('li:has-text("C-003")');
    await isFine("alike");
  });
});
