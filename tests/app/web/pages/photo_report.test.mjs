// Two photographs beside each other: on the patient's page, in the report on one sheet, in its file without a network,
// and on the patient's own page once they agreed to have them in their file.
import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { violations } from "../support/accessibility.mjs";
import { demoBook, folder, needlebook } from "../support/book.mjs";
import { closeBrowser, openFile, openPage, settled, visit } from "../support/browser.mjs";
import { drawSkin, sendPhoto } from "../support/drawn.mjs";
import { linkTo, openWithCode } from "../support/own_page.mjs";
import { serve } from "../support/server.mjs";

const asOf = "2026-06-15";
let room, book, server, it;
const run = (...words) => needlebook(...words, "--book", book);

before(async () => {
  room = folder();
  book = demoBook(room.path);
  server = await serve(book, { asOf });
  it = await openPage(server);
  const pose = (yaw) => `version=1,yaw=${yaw},pitch=0,roll=0,eye_distance=20,centre_x=50,centre_y=40`;
  for (const [name, on, light, view, yaw] of [
    ["a", "2026-01-05", 1, "front", 0],
    ["b", "2026-03-05", 1.05, "front", 4],
    ["c", "2026-05-05", 1.1, "front", 5],
    ["d", "2026-05-05", 0.97, "back", null],
  ]) {
    const file = join(room.path, `${name}.jpg`);
    await drawSkin(it.page, file, { light });
    await sendPhoto(it.page, "D-001", file, { view, taken_at: on, ...(yaw === null ? {} : { pose: pose(yaw) }) });
  }
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
const pictures = async (page) => {
  await page.waitForSelector(".photo-pair");
  await page.waitForFunction(() =>
    [...document.querySelectorAll(".photo-pair img")].every((one) => one.naturalWidth > 0),
  );
  return page.locator(".photo-pair img").evaluateAll((all) => all.map((one) => one.alt));
};
const pagesOf = (pdf) => (pdf.toString("latin1").match(/\/Type\s*\/Page[^s]/g) ?? []).length;
const kept = (name, pdf) => {
  if (process.env.NEEDLEBOOK_KEEP_PDF) writeFileSync(join(process.env.NEEDLEBOOK_KEEP_PDF, `${name}.pdf`), pdf);
};

describe("Two photographs beside each other", () => {
  test("stand on the patient's page, and each view over time", async () => {
    const { page } = it;
    await visit(page, server, "/patients/D-001");
    const [first, second] = await pictures(page);
    assert.match(first, /^First photo: Front, .*5 Jan 2026$/);
    assert.match(second, /^Second photo: Front, .*5 May 2026$/);
    assert.match(await page.locator(".photo-pair-verdict").innerText(), /^Comparable: score \d+ of 100\.$/);
    const days = await page
      .locator('.photo-row:has(h3:text-is("Front")) time')
      .evaluateAll((all) => all.map((one) => one.dateTime.slice(0, 10)));
    assert.deepEqual(days, ["2026-01-05", "2026-03-05", "2026-05-05"]);
    assert.equal(await page.locator('.photo-row:has(h3:text-is("Back")) img').count(), 1);
    await isFine("the patient's page");
  });

  test("stand in the report, which stays one sheet, with what differs in words", async () => {
    const { page } = it;
    await visit(page, server, "/patients/D-001/report");
    assert.equal((await pictures(page)).length, 2);
    assert.match(await page.locator(".photo-pair-parts").innerText(), /Head turned\s+turn 5° to the right/);
    await isFine("the report");
    const pdf = await page.pdf({ format: "A4", preferCSSPageSize: true });
    kept("report", pdf);
    assert.equal(pagesOf(pdf), 1);
  });

  for (const language of ["en", "ar"])
    test(`stand in the file that needs no network: ${language}`, async () => {
      const path = join(room.path, `whole_${language}.html`);
      writeFileSync(path, run("progress", "D-001", "--format", "html", "--as-of", asOf, "--language", language));
      const opened = await openFile(path);
      assert.equal((await pictures(opened.page)).length, 2);
      kept(`file_${language}`, await opened.page.pdf({ format: "A4", preferCSSPageSize: true }));
      await isFine(`the file: ${language}`, opened);
      await opened.close();
    });

  test("stand on no page of who has none", async () => {
    const { page } = it;
    for (const path of ["/patients/D-002", "/patients/D-002/report"]) {
      await visit(page, server, path);
      await page.waitForSelector(path.endsWith("report") ? ".sheet" : 'a:text-is("Consent and photos")');
      assert.equal(await page.locator(".photo-pair, .photo-row").count(), 0, path);
    }
  });

  test("stand on the patient's own page and in its file as long as the patient agrees to that", async () => {
    const telephone = await openPage(server, { width: 360, height: 740, letIn: false });
    const link = linkTo(book, "D-001");
    await openWithCode(telephone.page, server, link);
    const asked = (path) =>
      telephone.page.evaluate(async (where) => {
        const reply = await fetch(where);
        await reply.arrayBuffer(); // what nobody reads is on its way for ever
        return reply.status;
      }, link.path + path);
    const file = async () =>
      telephone.page.evaluate(
        async (where) => (await (await fetch(where)).text()).includes('"data:image/jpeg'),
        `${link.path}/file`,
      );
    await telephone.page.waitForSelector("text=Session by session");
    assert.equal(await telephone.page.locator(".photo-pair, .photo").count(), 0, "not agreed to");
    assert.equal(await asked("/photos/1?size=small"), 404);
    assert.equal(await file(), false);
    run("consent-form", "add", "--name", "File", "--edition", "1", "--scope", "patients_file", "--text-en", "Yes");
    run("consent", "record", "D-001", "--form", "1", "--language", "en", "--at", "2026-06-01");
    telephone.consoleMessages.length = 0; // the browser tells of the refusal
    await telephone.page.reload();
    assert.equal((await pictures(telephone.page)).length, 2);
    assert.equal(await telephone.page.locator('section:has(h2:text-is("Your photos")) img').count(), 4);
    assert.equal(await asked("/photos/1?size=small"), 200);
    assert.equal(await file(), true);
    await isFine("the patient's own page", telephone);
    run("consent", "withdraw", "1", "--reason", "asked");
    assert.equal(await asked("/photos/1?size=small"), 404);
    assert.equal(await file(), false);
    await telephone.page.reload();
    await telephone.page.waitForSelector("text=Session by session");
    await settled(telephone.page);
    assert.equal(await telephone.page.locator(".photo-pair, .photo").count(), 0);
    await telephone.close();
  });
});
