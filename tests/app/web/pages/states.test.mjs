// What pages say when something is not as usual, in every language: no word of code, and nothing of another language.
import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { offered } from "../../../../app/web/texts.mjs";
import { folder, freshBook, needlebook } from "../support/book.mjs";
import { closeBrowser, openPage, settled, visit } from "../support/browser.mjs";
import { faultsOfText } from "../support/foreign.mjs";
import { addPeople, huda, mona } from "../support/people.mjs";
import { serve } from "../support/server.mjs";

const asOf = "2026-11-23";
const gate = ".gate-bar";
const acne = "/patients/C-001/observe?what=acne";
const session = ["--device", "pen", "--area", "left_cheek:1.5:4"];
const own = [
  "Test clinic",
  "C-001",
  "C-002",
  "rows.csv",
  "Chart No",
  "DOB",
  "Gender",
  "Skin",
  "Zzz",
  "Mona Adel",
  "MA",
  "huda",
  "mona",
];

after(closeBrowser);

// By the kind of its fields, because their names are of the language.
async function signIn(page, { name, password }) {
  await page.locator("form input:not([type=password])").first().fill(name);
  await page.locator("form input[type=password]").fill(password);
  await page.locator("form button[type=submit]").click();
}

for (const language of offered()) {
  describe(`In ${language}`, () => {
    let room, book, server, it;
    const record = (...words) => needlebook(...words, "--book", book);
    const is = async (name) => assert.deepEqual(await faultsOfText(it.page, { language, own }), [], name);
    const open = async (options) => {
      it = await openPage(server, options);
      await it.context.addCookies([{ name: "language", value: language, url: server.base }]);
    };
    before(async () => {
      room = folder();
      book = freshBook(room.path);
      server = await serve(book, { asOf });
      await open();
    });
    after(async () => {
      await it.close();
      await server?.stop();
      room?.remove();
    });

    test("an empty book", async () => {
      for (const path of ["/", "/patients", "/outcomes", "/ledger", "/settings"]) {
        await visit(it.page, server, path);
        await is(path);
      }
    });

    test("a patient of whom nothing is known, and one who is not there", async () => {
      record("patient", "add", "--chart", "C-001");
      record("patient", "add", "--chart", "C-002");
      for (const path of ["", "/visit", "/visit#session", "/aftercare", "/report"]) {
        await visit(it.page, server, `/patients/C-001${path}`);
        await is(`of an empty record: ${path}`);
      }
      await visit(it.page, server, "/patients/Zzz");
      await is("no such patient");
    });

    test("a visit that the rules stop, with its reasons, and one that has problems", async () => {
      record("acne", "record", "C-001", "--on", "2026-11-22", "--region", "left_cheek:papules=5", "--rest", "clear");
      record("session", "record", "C-001", "--at", "2026-10-20T10:00", ...session);
      record("condition", "add", "C-001", "--kind", "isotretinoin", "--from", "2026-10-01");
      record("event", "record", "C-001", "--kind", "pih", "--onset", "2026-10-22", "--severity", "2");
      await visit(it.page, server, "/patients/C-001/visit");
      await it.page.waitForSelector(`${gate} .gate-counts`);
      await is("stopped");
      await it.page.locator(`${gate} .gate-counts`).click();
      await it.page.waitForSelector(".findings");
      await is("all that was found");
      await it.page.keyboard.press("Escape");
      await visit(it.page, server, "/patients/C-001/visit#session");
      await it.page.locator(".plan-line").first().click();
      await it.page.locator(".working .stepper input").first().fill("99");
      await it.page.waitForSelector(".working .bad");
      await settled(it.page);
      await is("a depth that cannot be");
      await visit(it.page, server, "/patients/C-001");
      await is("a patient with findings");
    });

    test("an entry that is refused, and one that is asked about", async () => {
      await visit(it.page, server, "/patients/C-001/observe?what=course");
      await it.page.keyboard.press("Control+Enter");
      await settled(it.page);
      await is("a course without what it needs");
      await visit(it.page, server, acne);
      await it.page.keyboard.press("Control+Enter");
      await settled(it.page);
      await is("an observation without anything");
    });

    test("a file that does not come in", async () => {
      const file = join(room.path, "rows.csv");
      writeFileSync(file, "Chart No,DOB,Gender,Skin\nC-001,31/31/1990,F,9\n,1990,Q,4\n");
      await visit(it.page, server, "/import");
      await it.page.setInputFiles("#file", file);
      await it.page.waitForSelector("select");
      await settled(it.page);
      await is("rows with problems");
      writeFileSync(file, "");
      await it.page.setInputFiles("#file", file);
      await it.page.waitForTimeout(300);
      await settled(it.page);
      await is("an empty file");
    });

    test("people who sign in, wrongly too, and what they may not", async () => {
      addPeople(book, [huda, mona]);
      await it.close();
      await open({ letIn: false });
      await it.page.goto(`${server.base}/`);
      await it.page.waitForSelector("form");
      await is("asked who it is");
      await signIn(it.page, { ...mona, password: "not the one it is" });
      await it.page.waitForSelector('[role="alert"], .note-bad');
      await is("not let in");
      await signIn(it.page, mona);
      await it.page.waitForSelector("dialog[open]");
      await is("asked for a PIN");
      await settled(it.page);
      await visit(it.page, server, "/settings?part=people");
      await is("without the right");
      await visit(it.page, server, "/ledger");
      await is("the ledger");
    });

    test("the program is away", async () => {
      await visit(it.page, server, "/patients/C-001");
      await server.stop();
      await it.page.locator("header nav a").nth(1).click();
      await it.page.waitForSelector(".note-bad, [role=alert]");
      await is("away");
      server = null;
    });
  });
}
