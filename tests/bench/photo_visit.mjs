// What a visit with five photographs of 12 megapixels costs: sent from the page, the head found on the device's processor
// alone, measured and kept by the server. In seconds of processors, of the server, what it starts, and the browser.
//   node tests/bench/photo_visit.mjs     the program is $NEEDLEBOOK_PROGRAM, else build/needlebook; 10 s are asked for
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { folder, freshBook, needlebook } from "../app/web/support/book.mjs";
import { closeBrowser, kept, openPage, visit } from "../app/web/support/browser.mjs";
import { headPicture } from "../app/web/support/heads.mjs";
import { serve } from "../app/web/support/server.mjs";

const longestMs = 120000;
const ticksPerSecond = 100; // of /proc, whatever the kernel's own
const room = folder();
const book = freshBook(room.path);
needlebook("patient", "add", "--chart", "C-001", "--book", book);
const server = await serve(book, { asOf: "2026-11-23" });
const it = await openPage(server);
it.page.setDefaultTimeout(longestMs);

// Of all that this process started, what it waited for included.
function secondsOfProcessors() {
  const processes = new Map();
  for (const id of readdirSync("/proc").filter((name) => /^\d+$/.test(name))) {
    try {
      const text = readFileSync(`/proc/${id}/stat`, "utf8");
      const fields = text.slice(text.lastIndexOf(")") + 2).split(" ");
      const ticks = fields.slice(11, 15).reduce((sum, field) => sum + Number(field), 0);
      processes.set(Number(id), { parent: Number(fields[1]), ticks });
    } catch {
      // it ended meanwhile
    }
  }
  const isOurs = (id) => {
    const parent = processes.get(id)?.parent;
    return parent === process.pid || (parent !== undefined && parent > 1 && isOurs(parent));
  };
  return [...processes].filter(([id]) => isOurs(id)).reduce((sum, [, { ticks }]) => sum + ticks, 0) / ticksPerSecond;
}

// As large as what a telephone takes: 12 megapixels.
async function largePicture(page, how) {
  const small = (await headPicture(page, how)).toString("base64");
  const base64 = await page.evaluate(async (data) => {
    const image = new Image();
    image.src = `data:image/jpeg;base64,${data}`;
    await image.decode();
    const canvas = document.createElement("canvas");
    [canvas.width, canvas.height] = [3000, 4000];
    canvas.getContext("2d").drawImage(image, 0, 0, 3000, 4000);
    return canvas.toDataURL("image/jpeg", 0.92).split(",")[1];
  }, small);
  return Buffer.from(base64, "base64");
}

const { page } = it;
await visit(page, server, "/patients/C-001/photos");
const pictures = [];
for (const yaw of [0, 2, -2, 4, -4]) pictures.push(await largePicture(page, { yaw }));
const before = secondsOfProcessors();
const began = Date.now();
for (const [index, buffer] of pictures.entries()) {
  await page.setInputFiles('input[type="file"]', { name: "head.jpg", mimeType: "image/jpeg", buffer });
  await page
    .getByLabel("Taken")
    .first()
    .fill(`2026-11-${10 + index}`);
  await page.click('button:text-is("Add the photo")');
  await page.waitForFunction((wanted) => document.querySelectorAll(".photo img").length === wanted, index + 1);
}
const seconds = secondsOfProcessors() - before;
console.log(
  `five photographs: ${seconds.toFixed(1)} s of processors, ${((Date.now() - began) / 1000).toFixed(1)} s by the clock`,
);
const photos = await kept(page, "/patients/C-001/photo");
assert.equal(photos.filter(({ pose, figures, width }) => pose && figures && width === 3000).length, 5);
await closeBrowser();
await server.stop();
room.remove();
