// What people read, on every page and in every language that the program has: no word of the program's own, and in
// Arabic everything from right to left.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { offered } from "../../../../app/web/texts.mjs";
import { demoBook, folder, read } from "../support/book.mjs";
import { closeBrowser, openPage, settled, visit } from "../support/browser.mjs";
import { faultsOfText } from "../support/foreign.mjs";
import { misplaced } from "../support/layout.mjs";
import { openOwnPage } from "../support/own_page.mjs";
import { clinicPages } from "../support/paths.mjs";
import { codeIn, instrumentCodeIn, readText } from "../support/read_text.mjs";
import { serve } from "../support/server.mjs";

let room, server, names;

before(async () => {
  room = folder();
  const book = demoBook(room.path);
  names = read(book, "patient", "list").flatMap(({ name }) => (name ? [name] : []));
  server = await serve(book, { asOf: "2026-05-02" });
});
after(async () => {
  await closeBrowser();
  await server?.stop();
  room?.remove();
});

const kinds = ["reading", "event", "treatment", "application", "course", "score"];
kinds.push("allergy", "medicine", "appointment", "contact");
const pages = {
  ...clinicPages,
  ...Object.fromEntries(kinds.map((kind) => [kind, `/patients/D-001/observe?what=${kind}`])),
  people: "/settings?part=people",
  "outcomes by device": "/outcomes?by=device",
  own: null,
};

async function openAll(page) {
  await page.evaluate(() => document.querySelectorAll("details").forEach((each) => (each.open = true)));
}

// What a form says to one that is sent as it is, and each dialog of a patient.
const states = {
  "an empty observation that is recorded": async (page) => {
    await visit(page, server, "/patients/D-001/observe?what=condition");
    await page.keyboard.press("Control+Enter");
    await settled(page);
  },
  "the form of a new patient": async (page) => {
    await visit(page, server, "/patients");
    await page.keyboard.press("Alt+KeyN");
    await page.waitForSelector("dialog[open]");
  },
  "a patient's data": openDialog,
  "a visit that a rule stops": async (page) => {
    await visit(page, server, "/patients/D-001/visit");
    await page.locator(".gate-counts").click();
    await page.waitForSelector("dialog[open]");
  },
  "a file that is not a table": async (page) => {
    await visit(page, server, "/import");
    const file = { name: "rows.csv", mimeType: "text/csv", buffer: Buffer.from("a,b\n1\n") };
    await page.locator("input[type=file]").setInputFiles(file);
    await settled(page);
  },
  "a page that is not there": (page) => visit(page, server, "/patients/N-999"),
  "a search that finds nobody": async (page) => {
    await visit(page, server, "/");
    await page.keyboard.press("Control+KeyK");
    await page.keyboard.type("nobody at all");
    await page.waitForSelector(".search-none");
  },
};

async function openDialog(page) {
  await visit(page, server, "/patients/D-001");
  await page.locator("main button[type=button]").first().click();
  await settled(page);
}

// Boxes that begin on the other side than the page does: labels beside their fields, heads, the menu, cells.
const leftOver = (page) =>
  page.evaluate(() => {
    const found = [];
    const box = (node) => node.getBoundingClientRect();
    const isShown = (node) => box(node).width > 0 && getComputedStyle(node).visibility !== "hidden";
    const name = (node) => `${node.tagName.toLowerCase()}.${node.className}: ${node.textContent.trim().slice(0, 40)}`;
    for (const field of document.querySelectorAll(".field")) {
      const [label, input] = [field.querySelector("label"), field.querySelector("input, select, textarea")];
      if (!label || !input || !isShown(label)) continue;
      const range = document.createRange();
      range.selectNodeContents(label);
      if (Math.abs(range.getBoundingClientRect().right - box(field).right) > 2) found.push(`label ${name(label)}`);
    }
    const links = [...document.querySelectorAll(".bar nav a")].filter(isShown);
    for (const [index, link] of links.entries()) {
      const before = links[index - 1];
      if (before && Math.abs(box(before).top - box(link).top) < 2 && box(before).left < box(link).right)
        found.push(`menu ${name(link)}`);
    }
    for (const head of document.querySelectorAll("main h1, main h2, main h3")) {
      if (!isShown(head) || head.closest("[dir=ltr], .chart")) continue;
      const range = document.createRange();
      range.selectNodeContents(head);
      const inner = head.parentElement;
      const isAlone = getComputedStyle(inner).display === "block";
      if (isAlone && Math.abs(range.getBoundingClientRect().right - box(head).right) > 2)
        found.push(`head ${name(head)}`);
    }
    for (const row of document.querySelectorAll("main tr")) {
      const cells = [...row.cells].filter(isShown);
      for (const [index, cell] of cells.entries()) {
        const before = cells[index - 1];
        if (before && Math.abs(box(before).top - box(cell).top) < 2 && box(before).left < box(cell).right - 1)
          found.push(`cell ${name(cell)}`);
      }
    }
    for (const node of document.querySelectorAll("main *")) {
      if (getComputedStyle(node).textAlign === "left") found.push(`aligned ${name(node)}`);
    }
    return found;
  });

// Time goes from left to right in every language.
const timeRuns = (page) =>
  page.evaluate(() =>
    [...document.querySelectorAll(".chart[data-left]")].every(
      ({ dataset }) => Number(dataset.left) <= Number(dataset.right),
    ),
  );

for (const language of offered()) {
  describe(`In ${language}`, () => {
    let it;
    before(async () => {
      it = await openPage(server);
      await it.context.addCookies([{ name: "language", value: language, url: server.base }]);
    });
    after(() => it.close());

    for (const [name, path] of Object.entries(pages)) {
      test(`the page "${name}" says nothing in code words`, async () => {
        await (path ? visit(it.page, server, path) : openOwnPage(it.page, server, "D-001"));
        await openAll(it.page);
        await it.page.waitForTimeout(150);
        assert.equal(await it.page.evaluate(() => document.documentElement.lang), language);
        assert.deepEqual(await faultsOfText(it.page, { language, own: names }), []);
        assert.deepEqual(await misplaced(it.page), []);
        const lines = await readText(it.page);
        // The ledger shows a row as the book holds it: the code of an instrument beside its name.
        if (name !== "ledger") assert.deepEqual(instrumentCodeIn(lines), []);
        assert.ok(await timeRuns(it.page));
        if (language !== "ar") return;
        assert.equal(await it.page.evaluate(() => document.documentElement.dir), "rtl");
        assert.deepEqual(await leftOver(it.page), []);
      });
    }

    for (const [name, reach] of Object.entries(states)) {
      test(`${name}: nothing in code words`, async () => {
        await reach(it.page);
        assert.deepEqual(codeIn(await readText(it.page)), []);
      });
    }
  });
}

test("A code word is found where there is one", () => {
  const found = ["give --on", "run `check`", "regions[0].depth", "left_cheek", "_", "/api/v1/me"];
  assert.deepEqual(codeIn([...found, "left cheek, 3–4 (a/b)"]), found);
  assert.deepEqual(instrumentCodeIn(["tewl 14.2", "DLQI 9", "TEWL"]), ["tewl 14.2"]);
});
