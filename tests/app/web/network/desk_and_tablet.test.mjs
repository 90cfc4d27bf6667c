// A desk and a tablet on two wires of a clinic's network, over TLS, with the clinic's own authority in the browsers'
// store: people sign in, record at once, take turns, the server starts again: everything is there, by the right name.
import assert from "node:assert/strict";
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { folder, freshBook, needlebook } from "../support/book.mjs";
import { settled } from "../support/browser.mjs";
import { authority, browserAt, homeThatTrusts, network, readyForNetwork, whyNone } from "../support/network.mjs";
import { atWork, codeOf, huda, mona, pressPin, rami, setPin, signIn, switchTo } from "../support/people.mjs";
import { serve } from "../support/server.mjs";

const asOf = "2026-11-23";
const acne = "/patients/C-001/observe?what=acne";
const note = "textarea";
const send = 'button[type="submit"]:has-text("Record")';
const port = 8443;
const bases = [`https://10.77.1.1:${port}`, `https://10.77.2.1:${port}`];
const none = whyNone();
let room, book, wires, server, second;
const devices = [];

const begin = async (atPort = 0) => {
  server = await serve(book, { port: atPort, asOf, listen: ["10.77.1.1", "10.77.2.1"], within: wires.server });
};
const kept = (page, path) => page.evaluate(async (address) => (await fetch(`/api/v1${address}`)).json(), path);

async function device(number, { trusts = true } = {}) {
  const home = join(room.path, `home-${number}-${trusts}`);
  mkdirSync(home);
  homeThatTrusts(home, trusts ? authority() : null);
  const browser = await browserAt(wires.device(number), home);
  devices.push(browser);
  const context = await browser.newContext({ viewport: number === 2 ? { width: 820, height: 1180 } : null });
  const page = await context.newPage();
  page.setDefaultTimeout(Number(process.env.NEEDLEBOOK_WAIT_MS ?? 15_000));
  return { page, context };
}

// Sends the form, and says yes where the same places were rated today.
async function recorded(page) {
  if (await page.locator(send).isVisible()) await page.click(send);
  const asked = page.locator('button:has-text("Yes, record it")');
  const left = page.waitForURL("**/patients/C-001");
  await Promise.race([left, asked.click()]);
  await left;
}

describe("A desk and a tablet on the clinic's network", { skip: none ?? false }, () => {
  let desk, tablet;

  before(async () => {
    room = folder();
    mkdirSync(join(room.path, "book"));
    book = freshBook(join(room.path, "book"));
    needlebook("patient", "add", "--chart", "C-001", "--name", "Salma Nabil", "--book", book);
    second = readyForNetwork(book, [huda, mona, rami], ["10.77.1.1", "10.77.2.1"]);
    wires = network(2);
    await begin();
    desk = await device(1);
    tablet = await device(2);
  });
  after(async () => {
    for (const browser of devices) await browser.close();
    await server?.stop();
    wires?.remove();
    room?.remove();
  });

  test("a browser that was not told of the authority does not open it, and one that was does", async () => {
    const stranger = await device(1, { trusts: false });
    await assert.rejects(stranger.page.goto(bases[0]), /ERR_CERT_AUTHORITY_INVALID/);
    assert.equal((await desk.page.goto(bases[0])).status(), 200);
    assert.equal(await desk.page.evaluate(() => isSecureContext), true);
  });

  test("who types the address without https:// comes to it all the same", async () => {
    await tablet.page.goto(`http://10.77.2.1:${port}/patients/C-001`);
    assert.equal(tablet.page.url(), `${bases[1]}/patients/C-001`);
    await tablet.page.waitForSelector('h1:text-is("Sign in")');
  });

  test("people sign in, an owner with the code of an app too, and are known again by their PIN", async () => {
    await signIn(desk.page, mona);
    await atWork(desk.page, mona);
    await setPin(desk.page, mona);
    await desk.page.click(".me");
    await desk.page.click('button:text-is("Somebody else signs in")');
    await desk.page.getByLabel("Name", { exact: true }).fill(huda.name);
    await desk.page.getByLabel("Password", { exact: true }).fill(huda.password);
    await desk.page.click('button:text-is("Sign in")');
    await desk.page.getByLabel("Code from your app").fill(codeOf(second, 1));
    await desk.page.click('button:text-is("Sign in")');
    await desk.page.waitForSelector('dialog:has-text("A PIN for this device")');
    await desk.page.click('button:text-is("Not now")');
    await atWork(desk.page, huda);
    await setPin(desk.page, huda);
    await signIn(tablet.page, mona);
    await atWork(tablet.page, mona);
    await setPin(tablet.page, mona);
    const cookies = await tablet.context.cookies();
    assert.deepEqual(
      cookies.map(({ name, secure, httpOnly, sameSite }) => [name, secure, httpOnly, sameSite]),
      [[`__Host-needlebook-${port}`, true, true, "Strict"]],
    );
  });

  test("both record at once, take turns, and the server starts again in between", async () => {
    const notes = [];
    const entered = async ({ page }, base, lesion, text) => {
      await page.goto(base + acne);
      await settled(page);
      await page.click(`button[aria-label="One more: ${lesion}"]`);
      await page.fill(note, text);
      notes.push(text);
    };
    await Promise.all([
      entered(desk, bases[0], "Pustules", "by Dr Huda at the desk"),
      entered(tablet, bases[1], "Nodules", "by Mona at the tablet"),
    ]);
    await Promise.all([recorded(desk.page), recorded(tablet.page)]);

    // Dr Huda is in the middle of a word; Mona takes her turn there, and the server starts again under both.
    await entered(desk, bases[0], "Cysts", "Dr Huda once mo");
    await desk.page.waitForSelector("text=Kept beside the book");
    await switchTo(desk.page, mona);
    await entered(desk, bases[0], "Papules", "by Mona at the desk");
    await entered(tablet, bases[1], "Papules", "by Mona, before the server ended");
    await server.stop();
    await tablet.page.fill(note, "by Mona, while the server was away");
    await begin();
    await recorded(desk.page);
    await recorded(tablet.page);
    await switchTo(desk.page, huda);
    await desk.page.goto(bases[0] + acne);
    await desk.page.waitForSelector(note);
    assert.equal(await desk.page.inputValue(note), "Dr Huda once mo");
    await desk.page.fill(note, "Dr Huda once more");
    await recorded(desk.page);

    const list = await kept(desk.page, "/patients/C-001/acne");
    const ledger = (await kept(desk.page, "/ledger?limit=50"))
      .filter(({ action }) => /acne record/.test(action))
      .sort((one, other) => one.seq - other.seq);
    const byName = new Map(list.map((each, index) => [each.note, ledger[index].actor]));
    assert.deepEqual(Object.fromEntries(byName), {
      "by Dr Huda at the desk": "huda",
      "by Mona at the tablet": "mona",
      "by Mona at the desk": "mona",
      "by Mona, while the server was away": "mona",
      "Dr Huda once more": "huda",
    });
    assert.equal(list.length, ledger.length);
  });

  test("the tablet locks, and its PIN opens it there only", async () => {
    await tablet.page.keyboard.press("Alt+KeyL");
    await tablet.page.waitForSelector('h1:text-is("Locked")');
    await pressPin(tablet.page, mona.pin);
    await atWork(tablet.page, mona);
    await desk.page.keyboard.press("Alt+KeyL");
    await desk.page.waitForSelector('h1:text-is("Locked")');
    await desk.page.keyboard.type(huda.pin);
    await atWork(desk.page, huda);
  });

  test("the shell opens over https while the server is away, says so, keeps what is typed, and sends it", async () => {
    const { page } = tablet;
    const longest = { timeout: 30_000 };
    await page.goto(bases[1] + acne);
    await settled(page);
    await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
    await page.fill(note, "half a sent");
    await page.waitForSelector("text=Kept beside the book, not yet recorded");
    await server.kill();
    await page.fill(note, "half a sentence that the server never saw");
    await page.waitForSelector("text=kept on this device, encrypted");
    await page.reload();
    await page.waitForSelector('h1:text-is("The program does not answer")');
    await page.waitForSelector("text=1 form is kept on this device");
    assert.equal(new URL(page.url()).protocol, "https:");
    await begin();
    await page.waitForSelector(note, longest);
    assert.equal(await page.inputValue(note), "half a sentence that the server never saw");
    await page.waitForFunction(
      async () => (await (await fetch("/api/v1/drafts")).text()).includes("never saw"),
      undefined,
      longest,
    );
  });
});
