// A visit by keyboard: register, record on the face map, override a stop, and what the summary says of it.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { folder, freshBook, needlebook } from "../support/book.mjs";
import { closeBrowser, kept, openPage, settled, tabTo, visit } from "../support/browser.mjs";
import { serve } from "../support/server.mjs";

const today = "2026-11-23";
let room, book, server, it;

before(async () => {
  room = folder();
  book = freshBook(room.path);
  for (const chart of ["C-002", "C-003"]) {
    needlebook("patient", "add", "--chart", chart, "--name", `Patient ${chart}`, "--book", book);
    needlebook(
      "session",
      "record",
      chart,
      "--at",
      "2026-10-20T10:00",
      "--device",
      "pen",
      "--area",
      "forehead:0.75:3",
      "--book",
      book,
    );
  }
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
    await tabTo(page, ".face .region");
    await page.keyboard.press("Space"); // the forehead
    for (let step = 0; step < 4; step++) await page.keyboard.press("ArrowRight");
    await page.keyboard.press("Space"); // the left cheek
    assert.equal(await page.locator('.face [aria-pressed="true"]').count(), 2);
    const settings = { Forehead: ["0.75", "3"], "Left cheek": ["1.5", "4"] };
    for (const [region, [depth, passes]] of Object.entries(settings)) {
      await tabTo(page, `input[aria-label^="${region}: Depth"]`);
      await page.keyboard.type(depth);
      await page.keyboard.press("Tab");
      await page.keyboard.type(passes);
    }
    await tabTo(page, 'input[type="radio"][value="roller"]');
    for (let step = 0; step < 2; step++) await page.keyboard.press("ArrowRight");
    assert.equal(await page.locator('input[type="radio"]:checked').first().inputValue(), "pen");
    await page.waitForSelector(".gate .finding, .gate-line:not(:empty)");
    await page.keyboard.press("Control+Enter");
    await page.waitForURL("**/patients/C-001");
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

  test("takes at most 12 keys when nothing changes", async () => {
    const { page } = it;
    await visit(page, server, "/patients/C-002");
    let keys = 0;
    const press = async (key) => {
      keys++;
      await page.keyboard.press(key);
    };
    await press("Alt+KeyS");
    await page.waitForSelector(".gate .finding, .gate-line:not(:empty)");
    await press("Control+Enter");
    await page.waitForURL("**/patients/C-002");
    assert.ok(keys <= 12, `${keys} keys`);
    assert.equal((await kept(it.page, "/patients/C-002/session")).length, 2);
  });

  test("takes at most 6 taps when nothing changes", async () => {
    const { page } = it;
    await visit(page, server, "/patients/C-003");
    let taps = 0;
    const tap = async (selector) => {
      taps++;
      await page.click(selector);
    };
    await tap('.verb summary:has-text("Did")');
    await tap('.verb a:text-is("Session")');
    await page.waitForSelector(".face");
    await tap('label:has-text("Pinpoint bleeding")');
    await tap('.choice:has-text("3")');
    await tap('button[type="submit"]');
    await page.waitForURL("**/patients/C-003");
    assert.ok(taps <= 6, `${taps} taps`);
    const sessions = await kept(it.page, "/patients/C-003/session");
    assert.equal(sessions.length, 2);
    assert.equal(sessions[1].endpoint, "pinpoint_bleeding");
    assert.equal(sessions[1].pain, 3);
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

describe("The safety gate", () => {
  test("stops, shows its source, and takes a reason", async () => {
    const { page } = it;
    await visit(page, server, "/patients/C-001/session");
    await page.waitForSelector(".finding-stop");
    assert.match(await page.locator(".finding-stop").first().innerText(), /Rests on: /);
    const beforeCount = (await kept(it.page, "/patients/C-001/session")).length;
    await page.keyboard.press("Control+Enter");
    await page.waitForSelector('.gate [aria-invalid="true"]');
    assert.equal((await kept(it.page, "/patients/C-001/session")).length, beforeCount);
    for (const field of await page.locator(".gate input").all())
      await field.fill("two are healing, needled around them");
    await page.keyboard.press("Control+Enter");
    await page.waitForSelector("text=Is it so?"); // there was a session a moment ago
    await page.click("text=Yes, record it");
    await page.waitForURL("**/patients/C-001");
    assert.equal((await kept(it.page, "/patients/C-001/session")).length, beforeCount + 1);
    const seen = (await kept(it.page, "/patients/C-001/progress")).sessions.flatMap((one) => one.findings);
    assert.ok(seen.some((one) => one.level === "stop" && one.override === "two are healing, needled around them"));
  });

  test("tells the reason in the history, and where the next visit starts", async () => {
    const { page } = it;
    const overrideLine = /papules.*; done because two are healing, needled around them/;
    await visit(page, server, "/patients/C-001");
    assert.match(await page.locator(".visit-line").first().innerText(), /done over a rule/);
    await page.locator(".visit-more button").first().click();
    assert.match(await page.locator(".entry-kept").first().innerText(), overrideLine);
    await visit(page, server, "/patients/C-001/session");
    assert.match(
      await page.locator(".last-kept").first().innerText(),
      new RegExp(`^Last time: .*${overrideLine.source}`),
    );
    await visit(page, server, "/patients/C-003/session");
    await page.waitForSelector(".face");
    assert.equal(await page.locator(".last-kept").count(), 0);
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
