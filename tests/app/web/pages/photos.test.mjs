// Consent and photos: a form is signed with a pen on the screen, a drawn picture is kept and shown, and once the
// consent is withdrawn no page shows it. In the visit, and on the page of photos.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { violations } from "../support/accessibility.mjs";
import { folder, freshBook, needlebook } from "../support/book.mjs";
import { closeBrowser, kept, openPage, settled, visit } from "../support/browser.mjs";
import { serve } from "../support/server.mjs";

const asOf = "2026-11-23";
const photosPage = "/patients/C-001/photos";
let room, book, server, it;

before(async () => {
  room = folder();
  book = freshBook(room.path);
  needlebook("patient", "add", "--chart", "C-001", "--name", "Salma Nabil", "--book", book);
  needlebook(
    ...["consent-form", "add", "--name", "Photographs", "--edition", "2", "--scope", "record"],
    ...["--text-en", "I agree that photographs of my skin are kept.", "--text-ar", "أوافق على حفظ صور لبشرتي."],
    ...["--book", book],
  );
  server = await serve(book, { asOf });
  it = await openPage(server);
});
after(async () => {
  await closeBrowser();
  await server?.stop();
  room?.remove();
});

const isFine = async (what) => {
  await settled(it.page);
  assert.deepEqual(await violations(it.page), [], what);
  assert.deepEqual(it.consoleMessages, [], what);
  assert.deepEqual(it.strangers, [], what);
};
// A head of two ovals, no photograph of anybody.
const drawn = async (colour = "#d2a082") => {
  const base64 = await it.page.evaluate((fill) => {
    const canvas = document.createElement("canvas");
    canvas.width = 640;
    canvas.height = 800;
    const pen = canvas.getContext("2d");
    pen.fillStyle = fill;
    pen.ellipse(320, 400, 220, 300, 0, 0, 7);
    pen.fill();
    return canvas.toDataURL("image/jpeg").split(",")[1];
  }, colour);
  return { name: "IMG_4711.jpg", mimeType: "image/jpeg", buffer: Buffer.from(base64, "base64") };
};
const sign = async () => {
  const pad = it.page.locator(".signature-field");
  await pad.scrollIntoViewIfNeeded();
  const box = await pad.boundingBox();
  await it.page.mouse.move(box.x + 30, box.y + 60);
  await it.page.mouse.down();
  await it.page.mouse.move(box.x + 120, box.y + 20, { steps: 8 });
  await it.page.mouse.move(box.x + 220, box.y + 80, { steps: 8 });
  await it.page.mouse.up();
};

describe("Consent and photos", () => {
  test("no photo is taken before the form is signed", async () => {
    const { page } = it;
    await visit(page, server, photosPage);
    await page.waitForSelector("text=No consent is recorded yet.");
    await isFine("empty");
    await page.setInputFiles('input[type="file"]', await drawn());
    await page.getByLabel("Taken").first().fill("2026-11-20");
    await page.click('button:text-is("Add the photo")');
    await page.waitForSelector("text=The patient has not agreed to this use of photos.");
    assert.deepEqual(await kept(page, "/patients/C-001/photo"), []);
    it.consoleMessages.length = 0; // the browser tells of the refusal
  });

  test("the form is read and signed on the screen, in the visit", async () => {
    const { page } = it;
    await visit(page, server, "/patients/C-001/visit");
    await page.click('button:text-is("Sign a consent form")');
    await page.waitForSelector("text=I agree that photographs of my skin are kept.");
    const record = page.locator('button:text-is("Record the consent")');
    assert.equal(await record.isDisabled(), true, "nothing is signed yet");
    await sign();
    await page.getByLabel("Witness").fill("Mona");
    await isFine("signed");
    await record.click();
    await page.waitForSelector("text=holds");
    const [consent] = await kept(page, "/patients/C-001/consent");
    assert.equal(consent.manner, "screen");
    assert.equal(consent.form_text, "I agree that photographs of my skin are kept.");
    assert.ok(JSON.parse(consent.signature)[0].length >= 9);
    await isFine("recorded");
  });

  test("a photo is kept without its name, and shown by view and day", async () => {
    const { page } = it;
    await visit(page, server, photosPage);
    await page.setInputFiles('input[type="file"]', await drawn());
    await page.getByLabel("Taken").first().fill("2026-11-20");
    await page.click('button:text-is("Add the photo")');
    const image = page.locator(".photo img");
    await image.waitFor();
    await page.waitForFunction(() => document.querySelector(".photo img")?.naturalWidth > 0);
    assert.equal(await image.evaluate((one) => one.naturalWidth), 256);
    const [photo] = await kept(page, "/patients/C-001/photo");
    assert.equal(JSON.stringify(photo).includes("4711"), false);
    await page.click(".photo-button");
    await page.waitForFunction(() => document.querySelector(".photo-large")?.naturalWidth === 640);
    await isFine("opened");
    await page.click('dialog button:text-is("Close")');
    await page.waitForSelector("h3:has-text('Front')");
  });

  test("what is said of a photo is corrected, with a reason; its picture stays", async () => {
    const { page } = it;
    const [before] = await kept(page, "/patients/C-001/photo");
    await visit(page, server, photosPage);
    await page.click(".photo-button");
    await page.click('button:text-is("Correct what is said of it")');
    const form = page.locator(".correct-photo");
    await form.getByLabel("View").selectOption("left_45");
    assert.equal(await form.getByLabel("View").locator('option[value="document"]').count(), 0);
    await form.getByLabel("Make-up").selectOption("false");
    await isFine("correcting");
    await form.getByLabel("Why").fill("chose the wrong view");
    await form.locator("button.main").click();
    await page.waitForSelector("h3:has-text('45° left')");
    const [after] = await kept(page, "/patients/C-001/photo");
    assert.deepEqual(
      { view: after.view, make_up: after.make_up, version: after.version, sha256: after.sha256 },
      { view: "left_45", make_up: false, version: 2, sha256: before.sha256 },
    );
    await isFine("corrected");
  });

  test("a form that was signed on paper is recorded with a photo of the paper", async () => {
    const { page } = it;
    await visit(page, server, photosPage);
    await page.click('button:text-is("Sign a consent form")');
    const dialog = page.locator("dialog[open]");
    await dialog.locator('button:text-is("on paper")').click();
    const scan = await drawn("#eeeeee");
    await dialog.getByLabel("Photo of the signed paper").setInputFiles(scan);
    await isFine("on paper");
    await dialog.locator('button:text-is("Record the consent")').click();
    await dialog.waitFor({ state: "detached" });
    const consents = await kept(page, "/patients/C-001/consent");
    const paper = consents.find(({ manner }) => manner === "paper");
    const photos = await kept(page, "/patients/C-001/photo");
    const document = photos.find(({ view }) => view === "document");
    assert.equal(paper.scan, document.id);
    assert.equal(paper.signature, null);
    await page.locator('button[aria-label^="Read:"]').last().click();
    await page.waitForFunction(() => document.querySelector("dialog .photo-large")?.naturalWidth === 640);
    await isFine("read");
    await page.click('dialog[open] button:text-is("Close")');
    await page.locator('button[aria-label^="Withdraw:"]').last().click(); // the other one is withdrawn below
    await page.locator("dialog[open] button.main").click();
    await page.waitForSelector("text=withdrawn on");
  });

  test("where there is no camera it says so, and what to do", async () => {
    const { page } = it;
    await page.click('button:text-is("Take with the camera")');
    await page.waitForSelector("text=The camera cannot be used");
    await isFine("no camera");
    await page.keyboard.press("Escape");
  });

  test("once it is withdrawn no page shows it", async () => {
    const { page } = it;
    await page.click('button[aria-label^="Withdraw:"]');
    await page.waitForSelector("text=What was shown, printed, exported or backed up before is not called back.");
    await isFine("asked");
    await page.locator("dialog[open] button.main").click();
    await page.waitForSelector("text=Not shown: consent withdrawn");
    for (const path of [photosPage, "/patients/C-001/visit", "/patients/C-001"]) {
      await visit(page, server, path);
      const shown = await page.locator("img").evaluateAll((all) => all.map((one) => one.alt));
      assert.deepEqual(
        shown.filter((alt) => !alt.startsWith("Document")),
        [],
        `${path}: only the paper, which is the proof`,
      );
    }
    const answer = await page.evaluate(async () => (await fetch("/api/v1/photo/1/image?size=small")).status);
    assert.equal(answer, 403);
    it.consoleMessages.length = 0; // the browser tells of the refusal
    await visit(page, server, photosPage);
    await isFine("withdrawn");
  });
});
