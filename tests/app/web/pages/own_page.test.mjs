// A patient's own page on a telephone: the code, the call, the date to keep, what is told; and the clinic's side of it.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { readFileSync } from "node:fs";
import { violations } from "../support/accessibility.mjs";
import { demoBook, folder, needlebook, read } from "../support/book.mjs";
import { closeBrowser, openFile, openPage, settled, visit } from "../support/browser.mjs";
import { linkTo, openWithCode } from "../support/own_page.mjs";
import { serve } from "../support/server.mjs";

const chart = "D-001";
const telephone = { letIn: false, width: 360, height: 740 };
const broken = "text=This page is not open any more.";
const wrongFor = (code) => (code === "000000" ? "000001" : "000000");
const fits = (page) => page.evaluate(() => document.documentElement.scrollWidth <= innerWidth);

describe("A patient's own page on a telephone", () => {
  let room, book, server;
  before(async () => {
    room = folder();
    book = demoBook(room.path);
    needlebook("clinic", "set", "telephone=04 555 0142", "--book", book);
    server = await serve(book, { asOf: "2026-05-02" });
  });
  after(async () => {
    await closeBrowser();
    await server?.stop();
    room?.remove();
  });

  const tryCode = async (page, code) => {
    await page.locator(".own-door input").fill(code);
    await page.locator(".own-door button.main").click();
  };

  test("asks for the code, says how many tries are left, and shows nothing of the patient before", async () => {
    const it = await openPage(server, telephone);
    const { path, code } = linkTo(book, chart);
    await visit(it.page, server, path);
    assert.deepEqual(await violations(it.page), []);
    assert.ok(await fits(it.page));
    const { name } = read(book, "patient", "list").find((one) => one.chart === chart);
    assert.ok(!(await it.page.locator("main").innerText()).includes(name));
    await tryCode(it.page, wrongFor(code));
    await it.page.waitForSelector("text=5 tries are left");
    assert.deepEqual(await violations(it.page), []);
    await tryCode(it.page, `${code.slice(0, 3)} ${code.slice(3)}`);
    await it.page.waitForSelector(`h1:has-text("${name}")`);
    await it.page.reload();
    await it.page.waitForSelector(`h1:has-text("${name}")`);
    await it.close();
  });

  test("is gone at the sixth wrong code, once it is withdrawn, and after its last day", async () => {
    const it = await openPage(server, telephone);
    const closed = linkTo(book, "D-002");
    await visit(it.page, server, closed.path);
    for (let left = 5; left > 0; left--) {
      await tryCode(it.page, wrongFor(closed.code));
      await it.page.waitForSelector(left === 1 ? "text=1 try is left" : `text=${left} tries are left`);
    }
    await tryCode(it.page, wrongFor(closed.code));
    await it.page.waitForSelector(broken);
    await it.page.reload();
    await it.page.waitForSelector(broken);

    const withdrawn = linkTo(book, "D-003");
    await openWithCode(it.page, server, withdrawn);
    needlebook("patient", "unlink", "D-003", "--book", book);
    await it.page.reload();
    await it.page.waitForSelector(broken);

    const over = linkTo(book, "D-004", "--days", "1");
    const later = await serve(book, { asOf: "2999-01-01" });
    const there = await openPage(later, telephone);
    await visit(there.page, later, over.path);
    await there.page.waitForSelector(broken);
    assert.deepEqual(await violations(there.page), []);
    await there.close();
    await later.stop();
    await it.close();
  });

  test("calls the clinic, keeps the next date and the page, and says who read", async () => {
    const it = await openPage(server, telephone);
    needlebook(
      "appointment",
      "add",
      chart,
      "--at",
      "2026-05-20T10:30",
      "--minutes",
      "45",
      "--confirm",
      "duplicate",
      "--book",
      book,
    );
    await openWithCode(it.page, server, linkTo(book, chart));
    assert.equal(await it.page.locator(".own-bar a").getAttribute("href"), "tel:045550142");
    assert.deepEqual(await violations(it.page), []);
    assert.ok(await fits(it.page));
    const download = async (text) => {
      const [file] = await Promise.all([it.page.waitForEvent("download"), it.page.click(`a:has-text("${text}")`)]);
      return file.path();
    };
    const calendar = readFileSync(await download("Add to my calendar"), "utf8");
    assert.match(calendar, /^BEGIN:VCALENDAR\r\n/);
    assert.match(calendar, /\r\nDTSTART:20260520T\d{6}Z\r\n/);
    const kept = await download("Save the file");
    const { path } = room;
    const file = `${path}/kept.html`;
    await import("node:fs/promises").then(({ copyFile }) => copyFile(kept, file));
    const alone = await openFile(file);
    await alone.page.waitForSelector("h1");
    assert.deepEqual(alone.strangers, []);
    await alone.close();
    await it.close();
  });

  test("says that the program does not answer, and goes on once it does", async () => {
    const it = await openPage(server, telephone);
    await openWithCode(it.page, server, linkTo(book, chart));
    await it.page.evaluate(() => navigator.serviceWorker.ready);
    await server.kill();
    await it.page.reload();
    await it.page.waitForSelector("text=The clinic's program does not answer now.");
    assert.deepEqual(await violations(it.page), []);
    server = await serve(book, { asOf: "2026-05-02", port: server.port });
    await it.page.waitForSelector(".own-bar", { timeout: 15000 });
    await it.page.waitForSelector('h2:text-is("Keep this page")');
    await it.close();
  });

  test("tells the clinic how it feels, in both languages, and what is accepted stands as the patient's", async () => {
    const it = await openPage(server, telephone);
    await openWithCode(it.page, server, linkTo(book, chart));
    const choose = (group, label) =>
      it.page.locator(`fieldset:has(legend:text-is("${group}")) label:has(span:text-is("${label}"))`).click();
    await choose("Pain", "4");
    await choose("Redness", "clear");
    await it.page.getByLabel("Days you stayed in").fill("2");
    await it.page.getByLabel("Anything else?").fill("warm in the evening");
    await it.page.click("text=Ten questions about your life with this skin");
    for (const fieldset of await it.page.locator(".own-questions fieldset").all())
      await fieldset.locator('label:has(span:text-is("a little"))').click();
    assert.deepEqual(await violations(it.page), []);
    assert.ok(await fits(it.page));
    await it.page.click('button:text-is("Send to the clinic")');
    await it.page.waitForSelector("text=Sent. The clinic has not read it yet.");
    await it.page.waitForSelector("li:has-text('pain 4 of 10'):has-text('not read yet')");
    await it.page.locator('.choice[lang="ar"] input').check({ force: true });
    await it.page.waitForFunction(() => document.documentElement.lang === "ar");
    await settled(it.page);
    assert.deepEqual(await violations(it.page), []);
    assert.ok(await fits(it.page));

    const clinic = await openPage(server);
    const { page } = clinic;
    await visit(page, server, "/");
    await page.waitForSelector('h2:has-text("Told by patients")');
    assert.deepEqual(await violations(page), []);
    await visit(page, server, `/patients/${chart}`);
    const row = page.locator('li:has-text("warm in the evening")');
    await row.locator('button:text-is("Accept")').click();
    await row.locator("text=Accepted by").waitFor();
    assert.deepEqual(await violations(page), []);
    const filled = read(book, "questionnaire", "list", chart).filter((one) => one.by_patient);
    assert.deepEqual(filled.at(-1).answers, Array(10).fill(1));
    await page.click('.toast button:text-is("Undo")');
    await row.locator('button:text-is("Decline")').waitFor();
    assert.equal(read(book, "questionnaire", "list", chart).filter((one) => one.by_patient).length, 0);
    await row.locator('button:text-is("Decline")').click();
    await row.locator("text=Declined by").waitFor();
    await clinic.close();
    await it.close();
  });

  test("is offered on paper and as a file where no telephone can reach the program", async () => {
    const it = await openPage(server);
    await visit(it.page, server, `/patients/D-005`);
    await it.page.click(`button:text-is("Patient's page")`);
    await it.page.waitForSelector("text=No telephone can open it: this program answers on this machine only.");
    assert.equal(await it.page.locator('button:text-is("Make the link")').count(), 0);
    assert.match(await it.page.locator('dialog a:text-is("Print")').getAttribute("href"), /report\?for=patient/);
    assert.deepEqual(await violations(it.page), []);
    await it.close();
  });
});
