// node first_session.mjs ADDRESS [PICTURE]: what who installed Needlebook does first, at the address that the service
// shows: begins a book, registers a patient, records a session. Prints the seconds of the machine for each, and where
// PICTURE is given takes one of the first page. For tests/package/on_bare_debian.
import assert from "node:assert/strict";
import { closeBrowser, openPage, settled } from "../support/browser.mjs";

const [address, picture] = process.argv.slice(2);
const base = new URL(address).origin;
let since = performance.now();
function done(what) {
  const now = performance.now();
  console.log(`${what}: ${((now - since) / 1000).toFixed(1)} s`);
  since = now;
}

const { page, consoleMessages, strangers } = await openPage({ base, newAddress: () => address });
await settled(page);
await page.waitForSelector("[data-first] input");
if (picture) await page.screenshot({ path: picture });
done("the first page");

await page.locator("[data-first] input").fill("Skin clinic");
await page.keyboard.press("Enter");
await page.waitForSelector("text=An empty book");
done("the book is begun");

await page.click('main button:text-is("Register a new patient")');
await page.keyboard.type("1");
await page.keyboard.press("Tab");
await page.keyboard.type("Huda Saleh");
await page.keyboard.press("Enter");
await page.waitForURL("**/patients/1");
done("a patient is registered");

await page.click('a:text-is("New visit")');
await page.click('.rail a[href="#session"]');
await page.click('.region[aria-label^="Left cheek"]');
await page.click('input[aria-label="Left cheek: Depth, mm"]');
await page.keyboard.type("1.5");
await page.click('input[aria-label="Left cheek: Passes"]');
await page.keyboard.type("4");
await page.click('label:has-text("Pen")');
await page.click('label:has-text("Pinpoint bleeding")');
await page.waitForSelector('.gate-bar button.main:text-is("Record visit")');
await page.click('.gate-bar button:text-is("Record visit")');
await page.waitForURL("**/patients/1/aftercare");
done("a session is recorded");

await closeBrowser();
assert.deepEqual(strangers, [], "nobody else is asked for anything");
// That there is no book yet is told by a 404.
const others = consoleMessages.filter((line) => line.startsWith("error") && !line.includes("status of 404"));
assert.deepEqual(others, []);
