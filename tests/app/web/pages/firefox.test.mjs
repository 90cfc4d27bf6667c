// A whole visit in Firefox: in by the start address; what is seen, done and put on is recorded as one entry, and taken
// back by one undo.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { folder, freshBook, needlebook } from "../support/book.mjs";
import { launchFirefox } from "../support/firefox.mjs";
import { serve } from "../support/server.mjs";

const longestWaitMs = Number(process.env.NEEDLEBOOK_WAIT_MS ?? 15_000);
let room, server, firefox, page;
const errors = [];

before(async () => {
  room = folder();
  const book = freshBook(room.path);
  const record = (...words) => needlebook(...words, "--book", book);
  record("patient", "add", "--chart", "C-001");
  const last = ["--at", "2026-10-20T10:00", "--device", "pen", "--lot", "K-1", "--area", "left_cheek:1.5:4"];
  record("session", "record", "C-001", ...last);
  record("acne", "record", "C-001", "--on", "2026-11-20", "--rest", "clear");
  server = await serve(book, { asOf: "2026-11-23" });
  firefox = await launchFirefox();
  page = await firefox.newPage();
  page.setDefaultTimeout(longestWaitMs);
  page.on("pageerror", (error) => errors.push(error.message));
  page.on("console", (message) => {
    if (message.type() === "error") errors.push(message.text());
  });
});
after(async () => {
  await firefox?.close();
  await server?.stop();
  room?.remove();
});

const press = (selector) => page.locator(selector).click();
const kept = (path) => page.evaluate(async (address) => (await fetch(`/api/v1${address}`)).json(), path);
const counts = async () => {
  const numbers = [];
  for (const noun of ["acne", "session", "application"]) {
    const all = await kept(`/patients/C-001/${noun}`);
    numbers.push(all.length);
  }
  return numbers;
};

describe("A visit in Firefox", () => {
  test("is reached by the start address", async () => {
    await page.goto(await server.newAddress());
    await page.waitForSelector("header nav a");
    await page.goto(`${server.base}/patients/C-001/visit`);
    await page.waitForSelector(".gate-bar .main");
    assert.deepEqual(await counts(), [1, 1, 0]);
  });

  test("is recorded in one, and stands in the book", async () => {
    await press('.face-map [aria-label^="Forehead"]');
    await press('button[aria-label^="One more: Papules"]');
    await press('.rail a[href="#aftercare"]');
    await press(".visit-block button::-p-text(Add a product)");
    await page.waitForSelector(".visit-block select");
    await page.select(".visit-block select", "hyaluronic_acid");
    await press('.rail a[href="#session"]');
    await page.waitForSelector(".plan-line");
    await page.waitForSelector(".gate-bar .gate-counts, .gate-bar ::-p-text(Nothing found)");
    await press(".gate-bar button::-p-text(Record visit)");
    await page.waitForFunction(() => location.pathname === "/patients/C-001/aftercare");
    assert.deepEqual(await counts(), [2, 2, 1]);
    const [, seen] = await kept("/patients/C-001/acne");
    assert.deepEqual(
      seen.regions.filter(({ papules }) => papules > 0).map(({ region }) => region),
      ["forehead"],
    );
  });

  test("is taken back by one undo", async () => {
    await press(".toast button::-p-text(Undo)");
    await page.waitForFunction(async () => (await (await fetch("/api/v1/patients/C-001/session")).json()).length === 1);
    assert.deepEqual(await counts(), [1, 1, 0]);
  });

  test("leaves nothing on the console", () => assert.deepEqual(errors, []));
});
