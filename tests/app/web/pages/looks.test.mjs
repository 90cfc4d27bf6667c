// How pages look where windows are small, colours are the system's, and lines run from right to left. Every page by
// itself in one window and language; NEEDLEBOOK_LOOKS=all looks at all of them in all (tests/nightly).
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, before, describe, test } from "node:test";
import { violations } from "../support/accessibility.mjs";
import { demoBook, folder } from "../support/book.mjs";
import { closeBrowser, openPage, visit } from "../support/browser.mjs";
import { cutText, drawnAlike, isFocusCovered, leftOver, placesOf } from "../support/layout.mjs";
import { clinicPages } from "../support/paths.mjs";
import { serve } from "../support/server.mjs";

const isWhole = process.env.NEEDLEBOOK_LOOKS === "all";
const pages = Object.entries(clinicPages);
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

async function open(language, view) {
  const it = await openPage(server, view);
  await it.context.addCookies([{ name: "language", value: language, url: server.base }]);
  return it;
}

test("Every place that the router knows is looked at", () => {
  const source = readFileSync(new URL("../../../../app/web/app/pages.tsx", import.meta.url), "utf8");
  const known = [...source.matchAll(/case "([^"]*)":/g)].map(([, place]) => place);
  const paths = Object.values(clinicPages).map((path) => path.replace(/[?#].*/, ""));
  const looked = new Set(paths.flatMap((path) => path.split("/").slice(1)));
  assert.ok(known.includes("visit"));
  assert.deepEqual(
    known.filter((place) => place !== "" && !looked.has(place)),
    [],
  );
});

// 1280 × 1024 px at 200 % and at 400 %.
const zooms = [
  { width: 640, height: 512 },
  { width: 320, height: 256 },
];

for (const language of ["en", "ar"])
  describe(`Enlarged, in ${language}`, () => {
    let it;
    before(async () => {
      it = await open(language, zooms[0]);
    });
    after(() => it.close());

    for (const [name, path] of pages)
      test(`the page "${name}" is not cut`, async () => {
        await it.page.setViewportSize(zooms[0]);
        await visit(it.page, server, path);
        for (const size of zooms) {
          await it.page.setViewportSize(size);
          await it.page.waitForTimeout(100);
          assert.deepEqual(await cutText(it.page), [], `${size.width} px`);
        }
      });
  });

test("Text that a window or a box cuts is found, and not what scrolls within its box", async () => {
  const it = await open("en", zooms[1]);
  await visit(it.page, server, "/no/such/page");
  const cutWith = async (style) => {
    await it.page.evaluate((text) => {
      const box = document.querySelector("h1");
      box.setAttribute("class", "tried");
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(`.tried { white-space: nowrap; font-size: 60px; ${text} }`);
      document.adoptedStyleSheets = [sheet];
    }, style);
    return (await cutText(it.page)).length > 0;
  };
  assert.deepEqual(
    [await cutWith(""), await cutWith("overflow: hidden"), await cutWith("overflow-x: auto")],
    [true, true, false],
  );
  await it.close();
});

describe("What has the focus is in sight", () => {
  for (const size of [{ width: 360, height: 740 }, zooms[1]])
    for (const name of isWhole ? Object.keys(clinicPages) : ["visitSession"])
      test(`on the page "${name}" at ${size.width} px`, async () => {
        const it = await open("en", size);
        await visit(it.page, server, clinicPages[name]);
        const covered = [];
        for (let pressed = 0; pressed < 45; pressed++) {
          await it.page.keyboard.press("Tab");
          covered.push(await isFocusCovered(it.page));
        }
        assert.deepEqual(covered.filter(Boolean), []);
        await it.close();
      });
});

describe("With the colours of the system", () => {
  for (const scheme of isWhole ? ["light", "dark"] : ["dark"])
    test(`in ${scheme}, what is chosen and what has the focus is told apart`, async () => {
      const it = await open("en", { forcedColors: "active", scheme });
      const faults = [];
      for (const [name, path] of pages) {
        await visit(it.page, server, path);
        for (let pressed = 0; pressed < 6; pressed++) {
          await it.page.keyboard.press("Tab");
          faults.push(...(await drawnAlike(it.page)).map((fault) => `${name}: ${fault}`));
        }
      }
      assert.deepEqual([...new Set(faults)], []);
      await it.close();
    });
});

describe("In Arabic", () => {
  let it;
  before(async () => {
    it = await openPage(server);
  });
  after(() => it.close());
  const placed = async (language, path) => {
    await it.context.addCookies([{ name: "language", value: language, url: server.base }]);
    await visit(it.page, server, path);
    return placesOf(it.page);
  };

  for (const [name, path] of pages)
    test(`the page "${name}" has nothing left over from left to right`, async () => {
      const english = await placed("en", path);
      assert.ok(english.length > 3);
      assert.deepEqual(leftOver(english, await placed("ar", path)), []);
    });

  test("a box that stays where it is in English is found", async () => {
    const english = await placed("en", "/settings");
    await placed("ar", "/settings");
    await it.page.evaluate(() => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync("main { direction: ltr } h1 { width: 200px }");
      document.adoptedStyleSheets = [sheet];
    });
    assert.ok(leftOver(english, await placesOf(it.page)).length > 0);
  });
});

// In English, and in Arabic by day, others ask (accessible.test.mjs, texts.test.mjs, both_languages.test.mjs).
describe("In Arabic by night", () => {
  for (const width of [1280, 360])
    test(`at ${width} px pages are accessible`, async () => {
      const it = await open("ar", { scheme: "dark", width });
      const asked = isWhole ? pages : pages.filter((_, index) => index % 2 === (width === 360 ? 0 : 1));
      for (const [name, path] of asked) {
        await visit(it.page, server, path);
        assert.deepEqual(await violations(it.page), [], name);
      }
      await it.close();
    });
});
