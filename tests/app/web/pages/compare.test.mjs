// Two photographs held against each other: chosen from the strip, looked at in three ways, zoomed together by keys and
// buttons, with what the score says in both languages; and nothing of what the patient does not agree to.
import assert from "node:assert/strict";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { violations } from "../support/accessibility.mjs";
import { folder, freshBook, needlebook } from "../support/book.mjs";
import { closeBrowser, openPage, settled, tabTo, visit } from "../support/browser.mjs";
import { drawSkin } from "../support/drawn.mjs";
import { serve } from "../support/server.mjs";

const comparePage = "/patients/C-001/compare";
let room, book, server, it;

before(async () => {
  room = folder();
  book = freshBook(room.path);
  const run = (...words) => needlebook(...words, "--book", book);
  run("patient", "add", "--chart", "C-001", "--name", "Salma Nabil");
  run("consent-form", "add", "--name", "Photographs", "--edition", "2", "--scope", "record", "--text-en", "I agree.");
  run("consent", "record", "C-001", "--form", "1", "--language", "en", "--at", "2026-01-05");
  server = await serve(book, { asOf: "2026-11-23" });
  it = await openPage(server);
  const add = async (name, on, view, how) => {
    const file = join(room.path, name);
    await drawSkin(it.page, file, how);
    run("photo", "add", "C-001", "--file", file, "--view", view, "--at", on);
  };
  await add("a.jpg", "2026-01-05", "front", { light: 1 });
  await add("b.jpg", "2026-03-05", "front", { light: 1.05 });
  await add("c.jpg", "2026-06-05", "front", { light: 0.4 });
  await add("d.jpg", "2026-06-05", "back", { light: 0.95 });
});
after(async () => {
  await closeBrowser();
  await server?.stop();
  room?.remove();
});

const isFine = async (what, page = it) => {
  await settled(page.page);
  assert.deepEqual(await violations(page.page), [], what);
  assert.deepEqual(page.consoleMessages, [], what);
  assert.deepEqual(page.strangers, [], what);
  const wider = await page.page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  assert.ok(wider <= 0, `${what}: ${wider} px wider than the window`);
};
const alts = () => it.page.locator(".compare-frame img").evaluateAll((all) => all.map((one) => one.alt));
const transforms = () =>
  it.page.locator(".compare-frame img").evaluateAll((all) => all.map((one) => one.style.transform));
const visibility = () =>
  it.page.locator(".compare-layer").evaluateAll((all) => all.map((one) => getComputedStyle(one).visibility));

describe("Comparing photos", () => {
  test("the page of photos leads to the oldest and the newest of a view", async () => {
    const { page } = it;
    await visit(page, server, "/patients/C-001/photos");
    await page.click('a:text-is("Compare photos")');
    await page.waitForSelector(".compare-verdict");
    await page.waitForFunction(() =>
      [...document.querySelectorAll(".compare-frame img")].every((one) => one.naturalWidth > 0),
    );
    assert.deepEqual(
      (await alts()).map((alt) => alt.replace(/,.*\b(\d+ \w+ \d+)$/, " $1")),
      ["First photo: Front 5 Jan 2026", "Second photo: Front 5 Jun 2026"],
    );
    await isFine("side by side");
  });

  test("it says in words what is wrong, and that the head was not judged", async () => {
    const { page } = it;
    const verdict = await page.locator(".compare-verdict").innerText();
    assert.match(verdict, /^Not comparable: score \d+ of 100, below 70: light\.$/);
    const row = (name) => page.locator(`.compare-parts tr:has(th:text-is("${name}"))`).innerText();
    assert.match(await row("Light"), /stops? brighter/);
    assert.match(await row("Head turned"), /–\s+not judged: the pose of the head was not found in both pictures/);
    assert.match(await row("Colour of the light"), /100\s+alike/);
  });

  test("another photo is chosen from the strip", async () => {
    const { page } = it;
    await page.click('button[aria-label^="As the second: "][aria-label*="5 Mar 2026"]');
    await page.waitForFunction(() => document.querySelector(".compare-verdict")?.textContent?.startsWith("Nothing"));
    assert.match(page.url(), /first=1&second=2$/);
    const verdict = await page.locator(".compare-verdict").innerText();
    assert.match(verdict, /^Nothing measured speaks against it, score 100 of 100; not judged: head turned, /);
    await isFine("another one");
  });

  test("both pictures are zoomed and moved together, by keys and by buttons", async () => {
    const { page } = it;
    await tabTo(page, ".compare-stage");
    await page.keyboard.press("+");
    await page.keyboard.press("+");
    await page.keyboard.press("ArrowRight");
    const [one, other] = await transforms();
    assert.equal(one, other);
    assert.match(one, /scale\(1\.5625\)/);
    assert.match(one, /translate\(-10%/);
    await page.click('button:text-is("Zoom out")');
    assert.match((await transforms())[1], /scale\(1\.25\)/);
    await page.click('button:text-is("All of it")');
    assert.deepEqual(new Set(await transforms()), new Set(["translate(0%, 0%) scale(1)"]));
  });

  test("the slider uncovers the second photo", async () => {
    const { page } = it;
    await page.click('button:text-is("Slider")');
    const clip = () =>
      page
        .locator(".compare-layer")
        .nth(1)
        .evaluate((one) => one.style.clipPath);
    const before = await clip();
    await page.focus('input[type="range"]');
    await page.keyboard.press("End");
    assert.notEqual(await clip(), before);
    assert.match(await clip(), /^inset\(0(px|%)?( 0(px|%)?){0,3}\)$/);
    await isFine("slider");
  });

  test("in turn one of the two is seen, by a key, a button, or by itself", async () => {
    const { page } = it;
    await page.click('button:text-is("In turn")');
    assert.deepEqual(await visibility(), ["visible", "hidden"]);
    await page.focus(".compare-stage");
    await page.keyboard.press("Space");
    assert.deepEqual(await visibility(), ["hidden", "visible"]);
    await page.click('button:text-is("Show the other one")');
    assert.deepEqual(await visibility(), ["visible", "hidden"]);
    await page.click('button:text-is("Change by itself each second")');
    await page.waitForFunction(
      () => getComputedStyle(document.querySelectorAll(".compare-layer")[0]).visibility === "hidden",
    );
    await page.click('button:text-is("Change by itself each second")');
    await isFine("in turn");
  });

  test("on paper stand the two and the score, and nothing to press", async () => {
    const { page } = it;
    await page.click('button:text-is("Side by side")');
    await page.emulateMedia({ media: "print" });
    assert.equal(await page.locator(".compare-frame img:visible").count(), 2);
    assert.equal(await page.locator(".compare-verdict:visible").count(), 1);
    assert.equal(await page.locator("main button:visible").count(), 0);
    await page.emulateMedia({ media: "screen" });
  });

  test("in Arabic and on a telephone the score is said and everything fits", async () => {
    const narrow = await openPage(server, { width: 360 });
    await narrow.context.addCookies([{ name: "language", value: "ar", url: server.base }]);
    await visit(narrow.page, server, `${comparePage}?first=1&second=3`);
    await narrow.page.waitForSelector(".compare-verdict");
    const verdict = await narrow.page.locator(".compare-verdict").innerText();
    assert.match(verdict, /الصورتان غير قابلتين للمقارنة/);
    assert.match(await narrow.page.locator(".compare-parts").innerText(), /زيادة التعريض/);
    await isFine("narrow, in Arabic", narrow);
    await narrow.close();
  });

  test("what may not be shown is not compared", async () => {
    const { page } = it;
    needlebook("photo", "void", "2", "--reason", "twice", "--book", book);
    const answer = await page.evaluate(
      async () => (await fetch("/api/v1/patients/C-001/photos/compare?first=1&second=2")).status,
    );
    assert.equal(answer, 403);
    needlebook("consent", "withdraw", "1", "--reason", "asked", "--book", book);
    await visit(page, server, `${comparePage}?first=1&second=3`);
    await page.waitForSelector("text=There are no two photos of one view that may be shown.");
    assert.equal(await page.locator("img").count(), 0);
    const refused = await page.evaluate(
      async () => (await fetch("/api/v1/patients/C-001/photos/compare?first=1&second=3")).status,
    );
    assert.equal(refused, 403);
  });
});
