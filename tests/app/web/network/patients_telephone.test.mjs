// A patient's page on a telephone of the clinic's network, over TLS, from an address that is not the server's: it opens
// with the code; expired, withdrawn, or after six wrong codes it shows nothing. Root in network namespaces, as
// desk_and_tablet.test.mjs.
import assert from "node:assert/strict";
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { folder, freshBook, needlebook } from "../support/book.mjs";
import { settled } from "../support/browser.mjs";
import { authority, browserAt, homeThatTrusts, network, readyForNetwork, whyNone } from "../support/network.mjs";
import { linkTo } from "../support/own_page.mjs";
import { huda } from "../support/people.mjs";
import { serve } from "../support/server.mjs";

const address = "10.77.1.1";
const base = `https://${address}:8443`;
const name = "Salma Nabil";
const none = whyNone();
const wrongFor = (code) => (code === "000000" ? "000001" : "000000");

describe("A patient's page on a telephone of the network", { skip: none ?? false }, () => {
  let room, book, wires, server, telephone;
  const begin = async (asOf) => {
    server = await serve(book, { asOf, listen: [address], within: wires.server });
  };
  const link = (...more) => linkTo(book, "C-001", "--actor", huda.name, ...more);
  // A browser that has never been there, in the telephone's size.
  const fresh = async () => {
    const context = await telephone.newContext({
      viewport: { width: 360, height: 740 },
      isMobile: true,
      hasTouch: true,
      locale: "en-GB",
    });
    const page = await context.newPage();
    page.setDefaultTimeout(Number(process.env.NEEDLEBOOK_WAIT_MS ?? 15_000));
    return page;
  };
  const tryCode = async (page, code) => {
    await page.locator(".own-door input").fill(code);
    await page.locator(".own-door button.main").click();
  };
  const opened = async ({ path, code }) => {
    const page = await fresh();
    await page.goto(base + path);
    await tryCode(page, code);
    await page.waitForSelector(`h1:has-text("${name}")`);
    return page;
  };
  // Neither the page nor what it asks for has anything of the patient.
  const showsNothing = async (page, path) => {
    await page.goto(base + path);
    await page.waitForSelector("text=This page is not open any more.");
    assert.ok(!(await page.content()).includes(name));
    for (const rest of ["door", "progress", "access", "calendar", "file", "entries"]) {
      const answer = await page.evaluate(async (where) => {
        const reply = await fetch(where);
        return { status: reply.status, text: await reply.text() };
      }, `${path}/${rest}`);
      assert.equal(answer.status, 404, rest);
      assert.ok(!answer.text.includes(name), rest);
    }
  };

  before(async () => {
    room = folder();
    mkdirSync(join(room.path, "book"));
    book = freshBook(join(room.path, "book"));
    needlebook("patient", "add", "--chart", "C-001", "--name", name, "--book", book);
    readyForNetwork(book, [huda], [address]);
    wires = network(1);
    await begin();
    const home = join(room.path, "home");
    mkdirSync(home);
    telephone = await browserAt(wires.device(1), homeThatTrusts(home, authority()));
  });
  after(async () => {
    await telephone?.close();
    await server?.stop();
    wires?.remove();
    room?.remove();
  });

  test("opens with the code, in that browser only, and fits the telephone", async () => {
    const made = link();
    const page = await fresh();
    await page.goto(base + made.path);
    await page.waitForSelector(".own-door input");
    assert.equal(await page.evaluate(() => isSecureContext), true);
    assert.ok(!(await page.content()).includes(name), "nothing before the code");
    await tryCode(page, wrongFor(made.code));
    await page.waitForSelector("text=5 tries are left");
    await tryCode(page, made.code);
    await page.waitForSelector(`h1:has-text("${name}")`);
    await settled(page);
    assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth));
    const [cookie, ...others] = await page.context().cookies();
    assert.deepEqual(others, []);
    assert.match(cookie.name, /^__Host-/);
    assert.deepEqual([cookie.secure, cookie.httpOnly, cookie.sameSite], [true, true, "Strict"]);
    await page.reload();
    await page.waitForSelector(`h1:has-text("${name}")`);
    const other = await fresh();
    await other.goto(base + made.path);
    await other.waitForSelector(".own-door input");
    assert.ok(!(await other.content()).includes(name), "another browser is asked for the code");
  });

  test("shows nothing once it is withdrawn, where it was open too", async () => {
    const made = link();
    const page = await opened(made);
    needlebook("patient", "unlink", "C-001", "--actor", huda.name, "--book", book);
    await showsNothing(page, made.path);
    await showsNothing(await fresh(), made.path);
  });

  test("shows nothing after the sixth wrong code, whatever is typed then", async () => {
    const made = link();
    const page = await fresh();
    await page.goto(base + made.path);
    for (let left = 5; left > 0; left--) {
      await tryCode(page, wrongFor(made.code));
      await page.waitForSelector(left === 1 ? "text=1 try is left" : `text=${left} tries are left`);
    }
    await tryCode(page, wrongFor(made.code));
    await showsNothing(page, made.path);
    const status = await page.evaluate(
      async ([where, code]) =>
        (
          await fetch(where, {
            method: "POST",
            headers: { "Content-Type": "application/json" },
            body: JSON.stringify({ code }),
          })
        ).status,
      [`${made.path}/open`, made.code],
    );
    assert.equal(status, 404, "the right code comes too late");
  });

  test("shows nothing after its last day", async () => {
    const made = link("--days", "1");
    await opened(made);
    await server.stop();
    await begin("2999-01-01");
    await showsNothing(await fresh(), made.path);
  });
});
