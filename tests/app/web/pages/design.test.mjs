// Every page keeps to the design (docs/design.md): six sizes, three weights, 44 px for a finger, nothing to the side;
// here in the two views that accessible.test.mjs does not look at.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { demoBook, folder } from "../support/book.mjs";
import { closeBrowser, openPage, visit } from "../support/browser.mjs";
import { faultsOfDesign } from "../support/design.mjs";
import { openOwnPage } from "../support/own_page.mjs";
import { clinicPages } from "../support/paths.mjs";
import { serve } from "../support/server.mjs";

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

for (const view of [
  { scheme: "light", width: 360 },
  { scheme: "dark", width: 1280 },
]) {
  describe(`In ${view.scheme} at ${view.width} px`, () => {
    let it;
    before(async () => {
      it = await openPage(server, view);
    });
    after(() => it.close());

    for (const [name, path] of Object.entries({ ...clinicPages, own: null })) {
      test(`the page "${name}" keeps to the design`, async () => {
        await (path ? visit(it.page, server, path) : openOwnPage(it.page, server, "D-001"));
        assert.deepEqual(await faultsOfDesign(it.page), []);
      });
    }
  });
}

test("The measure finds what is too small, and a size or weight of its own", async () => {
  const it = await openPage(server);
  await visit(it.page, server, "/");
  await it.page.evaluate(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(
      ".foot { font-size: 14px; font-weight: 700 } .page-head button { min-height: 30px; height: 30px }",
    );
    document.adoptedStyleSheets = [sheet];
  });
  const faults = (await faultsOfDesign(it.page)).join("\n");
  assert.match(faults, /size 14px/);
  assert.match(faults, /weight 700/);
  assert.match(faults, /×30 px: button/);
  await it.close();
});
