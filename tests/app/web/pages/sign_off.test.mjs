// Two people and a session that the rules ask a signature for: asked for at the chair, signed under Today, recorded.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { violations } from "../support/accessibility.mjs";
import { folder, freshBook, needlebook } from "../support/book.mjs";
import { closeBrowser, kept, openPage, settled, visit } from "../support/browser.mjs";
import { addPeople, huda, mona, rami, signIn } from "../support/people.mjs";
import { serve } from "../support/server.mjs";

const asOf = "2026-11-23";
const session = "/patients/C-001/visit#session";
const record = 'dialog button:text-is("Record visit")';
let room, book, server, chair, desk;

before(async () => {
  room = folder();
  book = freshBook(room.path);
  needlebook("patient", "add", "--chart", "C-001", "--name", "Salma Nabil", "--book", book);
  needlebook("condition", "add", "C-001", "--kind", "eczema", "--region", "chin", "--book", book);
  addPeople(book, [huda, mona, rami]);
  needlebook("clinic", "set", "sign_off=another_person", "--actor", "huda", "--book", book);
  server = await serve(book, { asOf });
  chair = await openPage(server, { letIn: false });
  desk = await openPage(server, { letIn: false });
  for (const [it, person] of [
    [chair, mona],
    [desk, huda],
  ]) {
    await it.page.goto(server.base);
    await signIn(it.page, person);
  }
});
after(async () => {
  await closeBrowser();
  await server?.stop();
  room?.remove();
});

const isFine = async ({ page }, what) => {
  await settled(page);
  assert.deepEqual(await violations(page), [], what);
};
const fill = async (page) => {
  await page.click('.face .region[aria-label^="Chin"]');
  await page.fill('input[aria-label^="Chin: Depth"]', "0.5");
  await page.fill('input[aria-label^="Chin: Passes"]', "4");
  await page.check('input[type="radio"][value="pen"]');
  await page.waitForSelector(".gate-bar .count-sign_off");
};
const sessions = async (page) => (await kept(page, "/patients/C-001/session")).length;

describe("A session that needs a signature", () => {
  test("is not recorded by a reason of one's own: the page says who decides, and asks", async () => {
    const { page } = chair;
    await visit(page, server, session);
    await fill(page);
    await page.click('.gate-bar button:text-is("Record visit")');
    await page.waitForSelector("text=Another person signs this before the session.");
    await page.click(record);
    await page.waitForSelector("text=The session can be recorded once another person has signed.");
    assert.equal(await sessions(page), 0);
    assert.equal(await page.getByLabel(/Why it is done all the same/).count(), 0);
    await isFine(chair, "unsigned");
    await page.getByLabel("Why to go on, for who signs").fill("dry by now");
    await page.click('button:text-is("Ask for a sign-off")');
    await page.waitForSelector("text=Waiting for a signature. Asked for by mona");
    await isFine(chair, "asked");
  });

  test("waits under Today: who asked sees it, another person declines or signs it", async () => {
    const { page } = desk;
    await visit(page, server, "/");
    await page.waitForSelector('h2:has-text("Waiting for a signature 1")');
    const row = page.locator("li", { hasText: "To go on because: dry by now" });
    assert.match(await row.innerText(), /Salma Nabil/);
    await isFine(desk, "Today");
    await row.locator('button:has-text("Decline")').click();
    await page.getByLabel("Why not").fill("still wet");
    await isFine(desk, "declining");
    await page.locator("dialog[open]").locator('button[type="submit"]').click();
    await page.waitForSelector('h2:has-text("Waiting for a signature 1")', { state: "detached" });
    await chair.page.waitForSelector("text=Declined by huda: still wet");
    await chair.page.getByLabel("Why to go on, for who signs").fill("dry since noon");
    await chair.page.click('button:text-is("Ask for a sign-off")');
    await chair.page.waitForSelector("text=Waiting for a signature. Asked for by mona");
    const own = await chair.context.newPage();
    await own.goto(server.base);
    await own.waitForSelector("text=To go on because: dry since noon");
    assert.equal(await own.locator('li button:has-text("Sign")').count(), 0, "who asked does not sign");
    await own.close();
    await visit(page, server, "/");
    await page.click('button[aria-label="Sign: C-001"]');
    await page.waitForSelector("text=Signed.");
  });

  test("is recorded then, with the signature, by who asked", async () => {
    const { page } = chair;
    await page.waitForSelector("text=Signed by huda.");
    await isFine(chair, "signed");
    await page.click(record);
    await page.waitForURL("**/patients/C-001/aftercare");
    assert.equal(await sessions(page), 1);
    const [finding] = await kept(page, "/patients/C-001/finding");
    assert.deepEqual([finding.rule, finding.override, finding.signed_by], ["eczema", "dry since noon", "huda"]);
    await visit(page, server, "/patients/C-001");
    await page.locator(".visit-more button").first().click();
    await page.waitForSelector("text=/done because dry since noon, signed by huda/");
  });

  test("is signed by nobody who only reads", async () => {
    const reader = await openPage(server, { letIn: false });
    await reader.page.goto(server.base);
    await signIn(reader.page, rami);
    const status = await reader.page.evaluate(async () => {
      const { key } = await (await fetch("/api/v1/me")).json();
      const reply = await fetch("/api/v1/sign-off/1/sign", {
        method: "POST",
        headers: { "Content-Type": "application/json", "X-Needlebook-Key": key, "Idempotency-Key": "reader-1" },
        body: "{}",
      });
      return reply.status;
    });
    assert.equal(status, 403);
    await reader.close();
  });
});
