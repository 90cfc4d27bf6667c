// The app on the home screen: what is kept on the device, and what happens while the server is away.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { violations } from "../support/accessibility.mjs";
import { folder, freshBook, needlebook } from "../support/book.mjs";
import { closeBrowser, kept, openPage, visit } from "../support/browser.mjs";
import { addPeople, huda, mona, signIn } from "../support/people.mjs";
import { serve } from "../support/server.mjs";

const asOf = "2026-11-23";
const acne = "/patients/C-001/observe?what=acne";
const note = "textarea";
const away = 'h1:text-is("The program does not answer")';
const longest = { timeout: 20000 };

const isControlled = (page) => page.waitForFunction(() => navigator.serviceWorker.controller !== null);
const cached = (page) =>
  page.evaluate(async () => {
    const all = [];
    for (const name of await caches.keys())
      for (const request of await (await caches.open(name)).keys()) all.push(new URL(request.url).pathname);
    return all.sort();
  });
// What lies in the database of what was not sent, as the bytes say it; null where there is none. The page may remove it
// at any time: opening must not make it again.
const unsent = (page) =>
  page.evaluate(
    () =>
      new Promise((resolve, reject) => {
        const request = indexedDB.open("needlebook.unsent");
        request.onupgradeneeded = () => request.transaction.abort();
        request.onerror = () => (request.error.name === "AbortError" ? resolve(null) : reject(request.error));
        request.onsuccess = () => {
          const rows = request.result.transaction("unsent").objectStore("unsent").getAll();
          rows.onerror = () => reject(rows.error);
          rows.onsuccess = () => {
            request.result.close();
            const bytes = new TextDecoder();
            resolve(rows.result.map((row) => JSON.stringify(row) + bytes.decode(row.data)));
          };
        };
      }),
  );

describe("The home screen", () => {
  let room, book, server, it;
  before(async () => {
    room = folder();
    book = freshBook(room.path);
    needlebook("patient", "add", "--chart", "C-001", "--name", "Huda Saleh", "--book", book);
    addPeople(book, [huda, mona]);
    server = await serve(book, { asOf });
    it = await openPage(server, { letIn: false, width: 360, height: 740 });
    await it.page.goto(server.base);
    await signIn(it.page, huda);
  });
  after(async () => {
    await it?.close();
    await closeBrowser();
    await server?.stop();
    room?.remove();
  });

  test("has a manifest with icons that are pictures of their size", async () => {
    const { page } = it;
    const manifest = await page.evaluate(async () => {
      const link = document.querySelector('link[rel="manifest"]');
      const answer = await fetch(link.href);
      return { type: answer.headers.get("content-type"), ...(await answer.json()) };
    });
    assert.equal(manifest.type, "application/manifest+json");
    assert.equal(manifest.display, "standalone");
    for (const { src, sizes } of manifest.icons) {
      const width = await page.evaluate(async (address) => {
        const image = new Image();
        image.src = address;
        await image.decode();
        return image.naturalWidth;
      }, src);
      if (sizes !== "any") assert.equal(`${width}x${width}`, sizes);
    }
    const session = await page.context().newCDPSession(page);
    const { installabilityErrors: faults } = await session.send("Page.getInstallabilityErrors");
    assert.deepEqual(
      faults.map(({ errorId }) => errorId),
      ["in-incognito"],
      "as every page of a test is",
    );
  });

  test("keeps the shell on the device and nothing that is recorded", async () => {
    const { page } = it;
    await isControlled(page);
    await visit(page, server, "/patients/C-001");
    const paths = await cached(page);
    for (const file of ["/app.js", "/app.css", "/index.html", "/texts_en.json", "/texts_ar.json"])
      assert.ok(paths.includes(file), file);
    for (const path of paths) assert.match(path, /^\/[a-z0-9_]+\.(js|css|html|json|svg|png|woff2|webmanifest)$/);
    assert.deepEqual(it.consoleMessages, []);
  });

  test("opens while the server is away, says so, keeps what was typed, and sends it when it is back", async () => {
    const { page } = it;
    await visit(page, server, acne);
    await page.fill(note, "half a sent");
    await page.waitForSelector("text=Kept beside the book, not yet recorded");
    assert.equal(await unsent(page), null);
    const { port } = server;
    await server.kill();
    await page.fill(note, "half a sentence that the server never saw");
    await page.waitForSelector("text=kept on this device, encrypted");
    await page.reload();
    await page.waitForSelector(away);
    await page.waitForSelector("text=1 form is kept on this device");
    assert.deepEqual(await violations(page), []);
    const rows = await unsent(page);
    assert.equal(rows.length, 1);
    assert.ok(!rows[0].includes("sentence") && !rows[0].includes("C-001") && !rows[0].includes(huda.name));
    server = await serve(book, { asOf, port });
    await page.waitForSelector(note, longest);
    assert.equal(await page.inputValue(note), "half a sentence that the server never saw");
    await page.waitForFunction(
      async () => (await (await fetch("/api/v1/drafts")).text()).includes("never saw"),
      longest,
    );
    for (let tries = 0; tries < 50 && (await unsent(page)) !== null; tries++) await page.waitForTimeout(100);
    assert.equal(await unsent(page), null, "nothing is left");
    assert.equal((await kept(page, "/patients/C-001/acne")).length, 0);
  });

  test("keeps what one person typed from the next", async () => {
    const { page } = it;
    await visit(page, server, acne);
    const { port } = server;
    await server.kill();
    await page.fill(note, "by huda alone");
    await page.waitForSelector("text=kept on this device, encrypted");
    server = await serve(book, { asOf, port });
    await page.context().clearCookies();
    await page.goto(server.base + acne);
    await signIn(page, mona);
    await visit(page, server, acne);
    assert.equal(await page.inputValue(note), "");
    assert.ok(!(await (await page.evaluate(async () => (await fetch("/api/v1/drafts")).text())).includes("alone")));
  });

  test("shows a newer program at once, and drops the shell before", async () => {
    const { page } = it;
    await page.evaluate(async () => {
      const [current] = await caches.keys();
      await (await caches.open(current)).put("/app.js", new Response("document.title = 'old'"));
      await (await caches.open("needlebook-shell-older")).put("/app.js", new Response("document.title = 'older'"));
    });
    await visit(page, server, "/");
    assert.notEqual(await page.title(), "old", "the server is asked first");
    await page.evaluate(async () => {
      for (const one of await navigator.serviceWorker.getRegistrations()) await one.unregister();
    });
    await visit(page, server, "/");
    await page.waitForFunction(async () => (await caches.keys()).length === 1, undefined, longest);
    const [name] = await page.evaluate(() => caches.keys());
    assert.notEqual(name, "needlebook-shell-older");
    const body = await page.evaluate(async () => (await (await caches.match("/app.js")).text()).length);
    assert.ok(body > 100000, "whole again");
  });
});
