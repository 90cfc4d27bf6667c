// A visit by keyboard: register, record on the face map, override a stop, and what the summary says of it.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { folder, freshBook } from "../support/book.mjs";
import { closeBrowser, kept, openPage, settled, tabTo, visit } from "../support/browser.mjs";
import { serve } from "../support/server.mjs";

const today = "2026-11-23";
let room, book, server, it;

before(async () => {
  room = folder();
  book = freshBook(room.path);
  server = await serve(book, { asOf: today });
  it = await openPage(server);
});
after(async () => {
  await closeBrowser();
  await server?.stop();
  room?.remove();
});

describe("A visit by keyboard alone", () => {
  test("registers a patient", async () => {
    const { page } = it;
    await settled(page);
    await page.keyboard.press("Alt+KeyN");
    await page.keyboard.type("C-001");
    await page.keyboard.press("Tab");
    await page.keyboard.type("Huda Saleh");
    await page.keyboard.press("Enter");
    await page.waitForURL("**/patients/C-001");
    assert.equal((await kept(it.page, "/patients/C-001")).name, "Huda Saleh");
  });

  test("records a session on the face map", async () => {
    const { page } = it;
    await page.keyboard.press("Alt+KeyS");
    await page.waitForSelector(".face");
    const settings = [
      ["Forehead", 0, "0.75", "3"],
      ["Left cheek", 4, "1.5", "4"],
    ];
    for (const [region, steps, depth, passes] of settings) {
      await tabTo(page, ".face .region");
      for (let step = 0; step < steps; step++) await page.keyboard.press("ArrowRight");
      await page.keyboard.press("Space");
      await tabTo(page, `input[aria-label^="${region}: Depth"]`);
      await page.keyboard.type(depth);
      await tabTo(page, `input[aria-label^="${region}: Passes"]`);
      await page.keyboard.type(passes);
    }
    await tabTo(page, 'input[type="radio"][value="roller"]');
    for (let step = 0; step < 2; step++) await page.keyboard.press("ArrowRight");
    assert.equal(await page.locator('input[type="radio"]:checked').first().inputValue(), "pen");
    await page.waitForSelector(".gate-counts");
    await page.keyboard.press("Control+Enter");
    await page.waitForURL("**/patients/C-001/aftercare");
    const [session] = await kept(it.page, "/patients/C-001/session");
    assert.equal(session.device, "pen");
    assert.deepEqual(
      session.areas.map((area) => [area.region, area.depth_mm, area.passes]),
      [
        ["forehead", 0.75, 3],
        ["left_cheek", 1.5, 4],
      ],
    );
  });
});

describe("What was seen", () => {
  test("is counted by keys, and the summary changes", async () => {
    const { page } = it;
    await visit(page, server, "/patients/C-001/observe?what=acne");
    await tabTo(page, 'input[aria-label="Papules"]');
    for (const key of ["+", "+", "+", "-"]) await page.keyboard.press(key);
    assert.equal(await page.inputValue('input[aria-label="Papules"]'), "2");
    await page.keyboard.press("Alt+KeyZ");
    assert.equal(await page.inputValue('input[aria-label="Papules"]'), "3");
    await page.waitForSelector(".scores dd");
    await page.keyboard.press("Control+Enter");
    await page.waitForURL("**/patients/C-001");
    await page.waitForSelector(".strips");
    assert.match(await page.locator(".strips").innerText(), /not enough data[\s\S]*3 lesions/);
    assert.equal((await kept(it.page, "/patients/C-001/acne"))[0].regions[0].papules, 3);
  });

  test("of marks is recorded by choosing", async () => {
    const { page } = it;
    await visit(page, server, "/patients/C-001/observe?what=pigmentation");
    for (const choice of ["Brown marks (PIH)", "3 to 6 mm", "moderately", "16 to 30"])
      await page.click(`.choice:has-text("${choice}")`);
    await page.waitForSelector('.scores dt:has-text("Hyperpigmentation")');
    assert.match(await page.locator(".scores").innerText(), /12/);
    await page.click('button[type="submit"]');
    await page.waitForURL("**/patients/C-001");
    assert.deepEqual((await kept(it.page, "/patients/C-001/pigmentation"))[0].pahpi, {
      size: 4,
      intensity: 6,
      number: 2,
    });
  });
});

describe("A mistake", () => {
  test("is corrected with a reason, and the ledger keeps both values", async () => {
    const { page } = it;
    await visit(page, server, "/patients/C-001");
    await page.click('button:text-is("Open all")');
    await page.click('button[aria-label^="Correct: active acne"]');
    await page.waitForSelector('.part-rows input[aria-label="Papules 1"]');
    await page.fill('.part-rows input[aria-label="Papules 1"]', "5");
    await page.locator("dialog .field", { hasText: "Why" }).locator("input").fill("misread");
    await page.click('dialog button[type="submit"]');
    await page.waitForSelector("dialog", { state: "detached" });
    assert.equal((await kept(it.page, "/patients/C-001/acne"))[0].regions[0].papules, 5);
    await visit(page, server, "/ledger?patient=C-001");
    await page.locator("summary", { hasText: "Active acne: correct" }).first().click();
    assert.match(
      await page.locator(".entry-ledger", { hasText: "Active acne: correct" }).first().innerText(),
      /misread[\s\S]*Papules\s+3\s+5/,
    );
  });

  test("is voided with a reason and leaves the summary", async () => {
    const { page } = it;
    await visit(page, server, "/patients/C-001");
    await page.click('button:text-is("Open all")');
    await page.click('button[aria-label^="Void: marks"]');
    await page.locator("dialog input").fill("wrong patient");
    await page.click('dialog button[type="submit"]');
    await page.waitForSelector("dialog", { state: "detached" });
    await page.waitForFunction(() => !document.querySelector(".strips")?.textContent?.includes("Hyperpigmentation"));
    assert.equal((await kept(it.page, "/patients/C-001/pigmentation")).length, 0);
  });
});
