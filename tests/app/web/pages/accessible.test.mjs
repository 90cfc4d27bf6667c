// Every page, light and dark: nothing that axe-core objects to, nothing on the console, nobody asked outside, and the
// design kept. By itself in two views, because design.test.mjs measures the other two and both_languages.test.mjs asks
// axe-core on a telephone; NEEDLEBOOK_LOOKS=all looks at all four (tests/nightly).
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { gzipSync } from "node:zlib";
import { violations } from "../support/accessibility.mjs";
import { demoBook, folder } from "../support/book.mjs";
import { closeBrowser, openPage, settled, visit } from "../support/browser.mjs";
import { faultsOfDesign } from "../support/design.mjs";
import { openOwnPage } from "../support/own_page.mjs";
import { clinicPages } from "../support/paths.mjs";
import { serve } from "../support/server.mjs";

const bundleLimit = 250_000;
let room, server;

before(async () => {
  room = folder();
  server = await serve(demoBook(room.path), { asOf: "2026-05-02" });
});
after(async () => {
  await closeBrowser();
  await server?.stop();
  room?.remove();
});

const views = [
  { scheme: "light", width: 1280 },
  { scheme: "dark", width: 360 },
];
if (process.env.NEEDLEBOOK_LOOKS === "all")
  views.push({ scheme: "light", width: 360 }, { scheme: "dark", width: 1280 });

for (const view of views) {
  describe(`In ${view.scheme} at ${view.width} px`, () => {
    let it;
    before(async () => {
      it = await openPage(server, view);
    });
    after(() => it.close());

    for (const [name, path] of Object.entries({ ...clinicPages, own: null })) {
      test(`the page "${name}" is accessible, quiet, fits and keeps to the design`, async () => {
        await (path ? visit(it.page, server, path) : openOwnPage(it.page, server, "D-001"));
        assert.deepEqual(await faultsOfDesign(it.page), []);
        await it.page.waitForTimeout(250);
        assert.deepEqual(await violations(it.page), []);
        const wider = await it.page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
        assert.ok(wider <= 0, `${wider} px wider than the window`);
        assert.deepEqual(it.consoleMessages.splice(0), []);
        assert.deepEqual(it.strangers.splice(0), []);
      });
    }

    test("the dialogs are accessible", async () => {
      await visit(it.page, server, "/patients/D-001");
      for (const opener of ["Change", "Patient's page"]) {
        await it.page.click(`main button:text-is("${opener}")`);
        await it.page.waitForSelector("dialog[open]");
        await settled(it.page);
        assert.deepEqual(await violations(it.page), []);
        await it.page.keyboard.press("Escape");
      }
    });
  });
}

test("The bundle is at most 250 kB", async () => {
  const it = await openPage(server);
  const size = async (name) =>
    gzipSync(Buffer.from(await (await it.page.request.get(`${server.base}/${name}`)).body()), { level: 9 }).length;
  const all = (await size("app.js")) + (await size("app.css"));
  assert.ok(all <= bundleLimit, `${all} bytes`);
  await it.close();
});
