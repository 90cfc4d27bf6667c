// Nothing moves under the finger: what was tapped once stands where it stood. Each of the three parts of a visit is
// tried at one width here; with NEEDLEBOOK_LOOKS=all at each of them (tests/nightly).
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { folder, freshBook, needlebook } from "../support/book.mjs";
import { closeBrowser, openPage, visit } from "../support/browser.mjs";
import { serve } from "../support/server.mjs";

let room, server;

before(async () => {
  room = folder();
  const book = freshBook(room.path);
  const run = (...line) => needlebook(...line, "--book", book);
  for (const chart of ["C-001", "C-002", "C-003", "C-004"]) run("patient", "add", "--chart", chart);
  run("session", "record", "C-002", "--at", "2026-10-20T10:00", "--device", "pen", "--area", "left_cheek:1.5:4");
  run("acne", "record", "C-002", "--on", "2026-10-20", "--region", "forehead:papules=3", "--rest", "clear");
  server = await serve(book, { asOf: "2026-11-23" });
});
after(async () => {
  await closeBrowser();
  await server?.stop();
  room?.remove();
});

const whole = (box) => Object.fromEntries(["x", "y", "width", "height"].map((name) => [name, Math.round(box[name])]));

// Where it stands in the window, once the rules and the scales have answered.
async function answered(page) {
  await page.waitForTimeout(450);
  await page.waitForLoadState("networkidle");
}

const tapped =
  "main :is(.counter-more, .stepper button, .choice:not([aria-pressed]), .tick, .working-head button):visible";

describe("A tap moves no row", () => {
  for (const width of [1024, 360])
    test(`of three at one point of the screen all count, at ${width} px`, async () => {
      const { page } = await openPage(server, { width, height: width === 360 ? 740 : 768 });
      const chart = width === 360 ? "C-001" : "C-002";
      await visit(page, server, `/patients/${chart}/visit`);
      const more = page.locator('button[aria-label="One more: Papules"]');
      await more.evaluate((node) => node.scrollIntoView({ block: "center" }));
      const { x, y, width: wide, height } = await more.boundingBox();
      for (let tap = 0; tap < 3; tap++) {
        await page.mouse.click(x + wide / 2, y + height / 2);
        await answered(page);
      }
      assert.equal(await page.getByLabel("Papules", { exact: true }).inputValue(), "3");
      assert.equal(await page.locator(".total output").innerText(), "3");
      await page.context().close();
    });

  const widths = [1024, 768, 360];
  const parts = ["acne", "scars", "pigmentation"];
  for (const width of widths)
    for (const what of parts) {
      if (process.env.NEEDLEBOOK_LOOKS !== "all" && widths.indexOf(width) !== parts.indexOf(what)) continue;
      test(`whatever of ${what} is tapped, at ${width} px`, async () => {
        const { page } = await openPage(server, { width, height: 768 });
        await visit(page, server, `/patients/C-00${width === 1024 ? 3 : 4}/visit`);
        await page.locator(".segments button").nth(parts.indexOf(what)).click();
        const all = page.locator(tapped);
        const moved = [];
        for (let index = 0, count = Math.min(12, await all.count()); index < count; index++) {
          const one = all.nth(index);
          await one.evaluate((node) => node.scrollIntoView({ block: "center" }));
          const before = whole(await one.boundingBox());
          await page.mouse.click(before.x + before.width / 2, before.y + before.height / 2);
          await answered(page);
          if (await page.locator("dialog").count()) await page.locator('dialog button:text-is("Cancel")').click();
          const now = whole(await one.boundingBox());
          if (Math.abs(now.y - before.y) > 1 || Math.abs(now.x - before.x) > 1)
            moved.push(`${await one.innerText()} from ${JSON.stringify(before)} to ${JSON.stringify(now)}`);
        }
        assert.deepEqual(moved, []);
        await page.click('.visit-kept button:text-is("Discard")');
        await page.click('button:text-is("Throw away all that was typed")');
        await page.context().close();
      });
    }
});

describe("A region that was counted", () => {
  test("is taken out only when it is meant so", async () => {
    const { page } = await openPage(server);
    await visit(page, server, "/patients/C-003/visit");
    for (let tap = 0; tap < 2; tap++) await page.click('button[aria-label="One more: Papules"]');
    await page.click('button:text-is("Not examined after all")');
    await page.waitForSelector('dialog:has-text("Take out the 2 lesions counted on the forehead?")');
    await page.click('dialog button:text-is("Cancel")');
    assert.equal(await page.locator(".total output").innerText(), "2");
    await page.click('button:text-is("Not examined after all")');
    await page.click('dialog button:text-is("Take them out: not examined")');
    assert.equal(await page.locator(".total output").innerText(), "0");
    await page.context().close();
  });
});
