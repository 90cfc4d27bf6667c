// The patient's file: opened from the disk with the network off, in Chromium and Firefox, in both languages, printed;
// with a passphrase; changed; and given by the page of the patient.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { violations } from "../support/accessibility.mjs";
import { addAccount, demoBook, folder, freshBook, needlebook, program, read } from "../support/book.mjs";
import { closeBrowser, openFile, openPage, settled } from "../support/browser.mjs";
import { launchFirefox } from "../support/firefox.mjs";
import { mona, signIn } from "../support/people.mjs";
import { codeIn, readText } from "../support/read_text.mjs";
import { serve } from "../support/server.mjs";

const room = folder();
const passphrase = "a cup of cold tea";
const by = ["--actor", mona.name];
let book, whole, locked, chart;

const giveFile = (name, words = [], input) => {
  const path = join(room.path, name);
  const all = ["patient", "file", chart, "--out", path, "--as-of", "2026-05-02", "--book", book, ...by, ...words];
  execFileSync(program, all, { input: input ?? "", stdio: ["pipe", "pipe", "pipe"] });
  return path;
};

function emptyPage() {
  const path = join(room.path, "empty.html");
  writeFileSync(path, "<!DOCTYPE html><title>Empty</title>");
  return path;
}

// A photograph of noise, which no format makes small.
async function noise(page, width, height, seed) {
  const base64 = await page.evaluate(
    ([w, h, from]) => {
      const canvas = new OffscreenCanvas(w, h);
      const context = canvas.getContext("2d");
      const pixels = context.createImageData(w, h);
      let state = from + 1;
      for (let at = 0; at < pixels.data.length; at++) {
        state = (state * 1103515245 + 12345) & 0x7fffffff;
        pixels.data[at] = at % 4 === 3 ? 255 : 90 + ((state >> 16) % 100);
      }
      context.putImageData(pixels, 0, 0);
      return canvas.convertToBlob({ type: "image/jpeg", quality: 0.9 }).then(async (blob) => {
        const bytes = new Uint8Array(await blob.arrayBuffer());
        let text = "";
        for (const byte of bytes) text += String.fromCharCode(byte);
        return btoa(text);
      });
    },
    [width, height, seed],
  );
  return Buffer.from(base64, "base64");
}

before(async () => {
  book = demoBook(room.path);
  chart = "D-001";
  addAccount(book, mona.name, "owner", mona.password);
  const record = (...words) => needlebook(...words, ...by, "--book", book);
  record(
    "consent-form",
    "add",
    "--name",
    "File",
    "--edition",
    "1",
    "--scope",
    "patients_file",
    "--text-en",
    "I agree.",
  );
  record("consent", "record", chart, "--form", "1", "--language", "en", "--at", "2026-01-05");
  const { page, close } = await openFile(emptyPage());
  for (let seed = 0; seed < 2; seed++) {
    const picture = join(room.path, `photo${seed}.jpg`);
    writeFileSync(picture, await noise(page, 300, 200, seed));
    record("photo", "add", chart, "--file", picture, "--view", "front", "--at", `2026-01-0${5 + seed}T10:30`);
  }
  await close();
  whole = giveFile("whole.html");
  locked = giveFile("locked.html", ["--passphrase-stdin"], `${passphrase}\n`);
});
after(async () => {
  await closeBrowser();
  room.remove();
});

const textOf = (page) => page.evaluate(() => document.body.innerText.replace(/[\u2066-\u2069]/g, ""));
const opened = (page) => page.waitForSelector("h2");

for (const [language, direction] of [
  ["en", "ltr"],
  ["ar", "rtl"],
]) {
  for (const [width, scheme] of [
    [1280, "light"],
    [360, "dark"],
  ]) {
    test(`A file in ${language} is whole, quiet and accessible in ${scheme} at ${width} px`, async () => {
      const path = giveFile(`${language}${width}.html`, ["--language", language]);
      const { page, consoleMessages, strangers, close } = await openFile(path, { width, scheme });
      await opened(page);
      assert.deepEqual(await page.evaluate(() => [document.documentElement.lang, document.documentElement.dir]), [
        language,
        direction,
      ]);
      assert.doesNotMatch(await textOf(page), /NaN|undefined|\b(frame|plot|word|file|own|records)\.[a-z]/);
      assert.deepEqual(codeIn(await readText(page)), []);
      assert.deepEqual(await violations(page), []);
      assert.ok((await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)) <= 0);
      assert.ok((await page.pdf({ format: "A4" })).length > 10_000);
      assert.deepEqual(consoleMessages, []);
      assert.deepEqual(strangers, [], "0 requests");
      await close();
    });
  }
}

test("A file shows what was used, the photographs with consent, and whose signature it has", async () => {
  const { page, close } = await openFile(whole);
  await opened(page);
  const [session] = read(book, "session", "list", chart, ...by);
  const [key] = read(book, "key", "show", ...by);
  const text = await textOf(page);
  for (const part of [session.lot ?? "", "Device", "Where and how deep", "mm ×", "What these numbers mean"])
    assert.ok(text.includes(part), part);
  const short = (key.fingerprint ?? key).slice(0, 16).match(/.{4}/g).join(" ");
  assert.ok(text.includes(short), `the key's short form ${short}`);
  assert.ok(text.includes("of the data only, not of the page"));
  assert.equal(await page.locator(".file-photos img").count(), 2);
  const sizes = await page.evaluate(() =>
    [...document.querySelectorAll(".file-photos img")].map((one) => one.naturalWidth),
  );
  assert.deepEqual(sizes, [300, 300]);
  assert.ok((await page.locator("figure .chart-picture").count()) > 0);
  await close();
});

test("The other language is a touch away, and the way back another", async () => {
  const { page, close } = await openFile(whole);
  await opened(page);
  const state = () => page.evaluate(() => [document.documentElement.lang, document.documentElement.dir]);
  const [first] = await state();
  await page.click(`button[lang="${first === "en" ? "ar" : "en"}"]`);
  assert.deepEqual(await state(), first === "en" ? ["ar", "rtl"] : ["en", "ltr"]);
  await page.click(`button[lang="${first}"]`);
  assert.equal((await state())[0], first);
  await close();
});

test("What is saved from a file is exact", async () => {
  const { page, close } = await openFile(whole);
  await opened(page);
  const waiting = page.waitForEvent("download");
  await page.click('button:text-is("sessions (CSV)")');
  const saved = readFileSync(await (await waiting).path(), "utf8");
  const out = join(room.path, "export");
  needlebook("export", out, "--patient", chart, ...by, "--book", book);
  assert.equal(saved, readFileSync(join(out, "sessions.csv"), "utf8"));
  await close();
});

describe("A file with a passphrase", () => {
  test("shows nothing of the patient before it, or after a wrong one", async () => {
    const { page, consoleMessages, strangers, close } = await openFile(locked);
    await page.waitForSelector("input[type=password]");
    const name = read(book, "patient", "show", chart, ...by).name;
    const before = await page.content();
    for (const hidden of [name, chart]) assert.ok(!before.includes(hidden), hidden);
    assert.equal(await page.title(), "Needlebook");
    assert.deepEqual(await violations(page), []);
    await page.fill("input[type=password]", "a cup of hot tea");
    await page.click("button[type=submit]");
    await page.waitForSelector("text=It did not open");
    const after = await page.content();
    for (const hidden of [name, chart]) assert.ok(!after.includes(hidden), hidden);
    assert.equal(await page.locator("img").count(), 0);
    assert.deepEqual(consoleMessages, []);
    assert.deepEqual(strangers, []);
    await close();
  });

  test("opens with the right one", async () => {
    const { page, close } = await openFile(locked);
    await page.fill("input[type=password]", passphrase);
    await page.click("button[type=submit]");
    await opened(page);
    assert.equal(await page.locator(".file-photos img").count(), 2);
    assert.notEqual(await page.title(), "Needlebook");
    await close();
  });
});

// One letter of a text that stands in the data, which keeps their shape.
function changedFile(path, name) {
  const html = readFileSync(path, "utf8");
  const [, data] = /data-patient-file>(.*?)<\/script>/.exec(html);
  const file = JSON.parse(data);
  const bytes = Buffer.from(file.data, "base64");
  const at = bytes.indexOf('"as_of":"20') + 11;
  bytes[at] = "9".charCodeAt(0);
  file.data = bytes.toString("base64");
  const changed = join(room.path, name);
  writeFileSync(
    changed,
    html.replace(data, () => JSON.stringify(file)),
  );
  return changed;
}

test("A changed byte of the data is said, by the page and by another book", async () => {
  const path = changedFile(whole, "changed.html");
  const { page, close } = await openFile(path);
  await opened(page);
  await page.waitForSelector('[role="alert"]:has-text("were changed after the clinic signed them")');
  await close();
  const other = freshBook(room.path);
  assert.throws(() => needlebook("import", path, "--book", other), /was changed after the clinic made it/);
  assert.match(needlebook("import", whole, "--book", other), /imported \d+ records/);
});

test("A check-in is saved from a file, and waits in the clinic's book once, however often it comes", async () => {
  const { page, consoleMessages, close } = await openFile(whole);
  await opened(page);
  await page.click('button:text-is("Save for the clinic")');
  await page.waitForSelector("text=Nothing is told yet.");
  await page.getByRole("radio", { name: "3", exact: true }).first().check({ force: true });
  await page.getByLabel("Anything else?").fill("a little dry");
  const waiting = page.waitForEvent("download");
  await page.click('button:text-is("Save for the clinic")');
  const path = join(room.path, "check-in.json");
  await (await waiting).saveAs(path);
  await page.waitForSelector("text=Saved. It holds health data and no name");
  assert.deepEqual(consoleMessages, []);
  await close();
  const take = () => needlebook("own-entry", "import", path, ...by, "--book", book);
  assert.equal(take(), `${chart}: 1 of 1 kept\n`);
  assert.equal(take(), `${chart}: 0 of 1 kept\n`);
  const told = read(book, "own-entry", "waiting", ...by).filter((one) => one.note === "a little dry");
  assert.deepEqual(
    told.map(({ patient, pain, state }) => [patient, pain, state]),
    [[chart, 3, "waiting"]],
  );
  const forged = join(room.path, "forged.json");
  writeFileSync(forged, readFileSync(path, "utf8").replace(chart, "D-002"));
  assert.throws(() => needlebook("own-entry", "import", forged, ...by, "--book", book), /its signature is another's/);
});

test("Without script a file says in both languages how to open it", async () => {
  const { page, close } = await openFile(whole, { javaScriptEnabled: false });
  const text = await textOf(page);
  assert.ok(text.includes("Save it, and open it in a browser"));
  assert.ok(text.includes("يُرجى حفظه وفتحه في متصفح"));
  await close();
});

test("Firefox opens it too, with a passphrase and without, and asks nobody", async () => {
  const firefox = await launchFirefox();
  try {
    for (const path of [whole, locked]) {
      const page = await firefox.newPage();
      const asked = [];
      page.on("request", (request) => asked.push(request.url()));
      await page.goto(`file://${path}`);
      if (path === locked) {
        await page.waitForSelector("input[type=password]");
        await page.type("input[type=password]", passphrase);
        await page.click("button[type=submit]");
      }
      await page.waitForSelector(".file-photos img");
      assert.deepEqual(
        asked.filter((url) => !/^(data|file):/.test(url)),
        [],
      );
      await page.close();
    }
  } finally {
    await firefox.close();
  }
});

test("The page of a patient gives the file", async () => {
  const server = await serve(book, { asOf: "2026-05-02" });
  const it = await openPage(server);
  await signIn(it.page, mona);
  await it.page.goto(`${server.base}/patients/${chart}`);
  await settled(it.page);
  await it.page.click('button:text-is("Give the file")');
  await it.page.waitForSelector("dialog");
  assert.deepEqual(await violations(it.page), []);
  await it.page.fill("dialog input", "too short");
  await it.page.click('dialog button:text-is("Make the file")');
  await it.page.waitForSelector("dialog .note");
  await it.page.fill("dialog input", passphrase);
  const waiting = it.page.waitForEvent("download");
  await it.page.click('dialog button:text-is("Make the file")');
  const path = await (await waiting).path();
  await it.page.waitForSelector("text=The file is saved. 2 photographs are in it.");
  assert.ok(statSync(path).size > 100_000);
  assert.match(readFileSync(path, "utf8"), /data-patient-file>/);
  await it.close();
  await server.stop();
});

test("A file of 6 sessions and 30 photographs is of 15 MB at the most", async () => {
  const { page, close } = await openFile(emptyPage());
  const big = join(room.path, "big.jpg");
  const record = (...words) => needlebook(...words, ...by, "--book", book);
  for (let number = 0; number < 30; number++) {
    writeFileSync(big, await noise(page, 1600, 1200, 100 + number));
    const day = String(1 + (number % 28)).padStart(2, "0");
    record(
      "photo",
      "add",
      chart,
      "--file",
      big,
      "--view",
      "front",
      "--at",
      `2026-02-${day}T1${number % 10}:3${number % 7}`,
    );
  }
  await close();
  const path = giveFile("large.html", ["--passphrase-stdin"], `${passphrase}\n`);
  assert.ok(statSync(path).size <= 15_000_000, `${statSync(path).size} bytes`);
  assert.ok(statSync(path).size >= 2_000_000, `${statSync(path).size} bytes: the photographs are in it`);
});
