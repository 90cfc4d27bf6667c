// A photograph is taken with the browser's camera: the earlier one over what it sees, lines for eyes and chin, a
// countdown; and what was taken is kept and compared. The camera of Chromium plays a film of a rendered head.
import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { violations } from "../support/accessibility.mjs";
import { folder, freshBook, needlebook } from "../support/book.mjs";
import { closeBrowser, kept, openPage, settled, showToCamera, visit } from "../support/browser.mjs";
import { headFilm, headPicture } from "../support/heads.mjs";
import { serve } from "../support/server.mjs";

const photosPage = "/patients/C-001/photos";
let room, book, server, it;

before(async () => {
  room = folder();
  book = freshBook(room.path);
  needlebook("patient", "add", "--chart", "C-001", "--book", book);
  writeFileSync(join(room.path, "head.y4m"), headFilm({ width: 640, height: 480 }));
  showToCamera(join(room.path, "head.y4m"));
  server = await serve(book, { asOf: "2026-11-23" });
  it = await openPage(server);
  const earlier = join(room.path, "earlier.jpg");
  writeFileSync(earlier, await headPicture(it.page, { width: 640, height: 480 }));
  needlebook("photo", "add", "C-001", "--file", earlier, "--view", "front", "--at", "2026-01-05", "--book", book);
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
const openCamera = async () => {
  await it.page.click('button:text-is("Take with the camera")');
  await it.page.waitForFunction(() => document.querySelector(".camera video")?.videoWidth === 640);
  await it.page.locator('dialog button:text-is("Take the photo"):enabled').waitFor();
};

describe("The browser's camera", () => {
  test("shows what it sees under the earlier photo of the view, as strong as one likes", async () => {
    const { page } = it;
    await visit(page, server, photosPage);
    await page.waitForSelector("text=Standard views not taken today: front, ");
    await openCamera();
    const ghost = page.locator(".camera-ghost");
    await page.waitForFunction(() => document.querySelector(".camera-ghost")?.naturalWidth === 640);
    assert.match(await ghost.getAttribute("src"), /\/photo\/1\/image/);
    assert.equal(await ghost.evaluate((one) => getComputedStyle(one).opacity), "0.4");
    await page.locator('dialog input[type="range"]').focus();
    await page.keyboard.press("Home");
    assert.equal(await ghost.evaluate((one) => getComputedStyle(one).opacity), "0");
    assert.equal(await page.locator(".camera-guides path").count(), 1);
    await isFine("camera");
  });

  test("takes what it sees, with the time of the clinic, and goes on to the next view", async () => {
    const { page } = it;
    await page.click('dialog button:text-is("Take the photo")');
    await page.waitForSelector(".photo-preview");
    assert.equal(await page.locator("dialog[open]").count(), 0);
    await page.waitForFunction(() =>
      [...document.querySelectorAll(".add-photo .field-moment input")].some((one) => one.value !== ""),
    );
    await isFine("taken");
    await page.click('button:text-is("Add the photo")');
    await page.waitForFunction(() => document.querySelectorAll(".photo img").length === 2);
    const photos = await kept(page, "/patients/C-001/photo");
    assert.equal(photos.length, 2);
    const taken = photos.find((one) => one.id === 2);
    assert.equal(taken.view, "front");
    assert.equal(taken.width, 640);
    assert.match(taken.taken_at, /^2026-11-23/);
    assert.equal(taken.figures.version, 1);
    assert.equal(await page.getByLabel("View").first().inputValue(), "left_45");
  });

  test("counts down before it takes", async () => {
    const { page } = it;
    await openCamera();
    assert.equal(await page.locator(".camera-ghost").count(), 0, "nothing of this view is there yet");
    await page.click('dialog button:text-is("In 3 seconds")');
    await page.waitForSelector('.camera-left:text-is("3")');
    await page.waitForSelector('.camera-left:text-is("1")');
    await page.waitForSelector(".photo-preview");
  });

  test("lets go of the camera when it is closed", async () => {
    const { page } = it;
    await openCamera();
    const track = await page.evaluateHandle(() => document.querySelector(".camera video").srcObject.getTracks()[0]);
    assert.equal(await track.evaluate((one) => one.readyState), "live");
    await page.keyboard.press("Escape");
    await page.waitForFunction(() => document.querySelector(".camera") === null);
    assert.equal(await track.evaluate((one) => one.readyState), "ended");
  });

  test("what could not be sent is kept on the device, encrypted, and sent later, once", async () => {
    const { page } = it;
    await openCamera();
    await page.click('dialog button:text-is("Take the photo")');
    await page.waitForSelector(".photo-preview");
    const before = (await kept(page, "/patients/C-001/photo")).length;
    await page.route("**/api/v1/patients/C-001/photo?*", (route) => route.abort("internetdisconnected"));
    await page.click('button:text-is("Add the photo")');
    await page.waitForSelector("text=1 photo is on this device only");
    await page.unroute("**/api/v1/patients/C-001/photo?*");
    it.consoleMessages.length = 0; // the browser tells of the network
    const rows = await page.evaluate(
      () =>
        new Promise((done) => {
          const open = indexedDB.open("needlebook.unsent");
          open.onsuccess = () => {
            const all = open.result.transaction("unsent").objectStore("unsent").getAll();
            all.onsuccess = () => {
              open.result.close();
              done(all.result.map(({ data }) => new TextDecoder("latin1").decode(data)));
            };
          };
        }),
    );
    assert.equal(rows.length, 1);
    assert.equal(rows[0].includes("C-001"), false, "nothing of it can be read");
    await visit(page, server, photosPage);
    await page.waitForSelector("text=1 photo is on this device only");
    await isFine("kept");
    await page.click('button:text-is("Send now")');
    await page.waitForFunction(() => !document.body.textContent.includes("is on this device only"));
    assert.equal((await kept(page, "/patients/C-001/photo")).length, before + 1);
    await visit(page, server, photosPage);
    assert.equal(await page.locator("text=on this device only").count(), 0);
  });

  test("what was taken is compared with the earlier one", async () => {
    const { page } = it;
    await visit(page, server, "/patients/C-001/compare");
    await page.waitForSelector(".compare-verdict");
    const light = page.locator('.compare-parts tr:has(th:text-is("Light"))');
    assert.match(await light.innerText(), /100\s+alike/, "the same head, seen by the camera");
    await isFine("compared");
  });
});
