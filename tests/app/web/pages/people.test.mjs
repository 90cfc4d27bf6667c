// People take turns at the clinic's browsers: nothing typed is lost, and every entry has the right person.
import assert from "node:assert/strict";
import { after, afterEach, before, beforeEach, describe, test } from "node:test";
import { folder, freshBook, needlebook } from "../support/book.mjs";
import { closeBrowser, kept, openPage, settled, visit } from "../support/browser.mjs";
import { addPeople, allAtWork, atWork, huda, mona, pressPin, rami, signIn, switchTo } from "../support/people.mjs";
import { serve } from "../support/server.mjs";

const asOf = "2026-11-23";
const acne = "/patients/C-001/observe?what=acne";
const note = "textarea";
const send = 'button[type="submit"]:has-text("Record")';
let room, book, server, it;

before(() => {
  room = folder();
  book = freshBook(room.path);
  needlebook("patient", "add", "--chart", "C-001", "--name", "Salma Nabil", "--book", book);
  addPeople(book, [huda, mona, rami]);
});
beforeEach(async () => {
  server = await serve(book, { asOf });
  it = await openPage(server, { letIn: false });
});
afterEach(async () => {
  await it.close();
  await server.stop();
});
after(async () => {
  await closeBrowser();
  room?.remove();
});

const restarted = async () => {
  const { port } = server;
  await server.stop();
  server = await serve(book, { port, asOf });
};
const cookies = async (context) => (await context.cookies()).map(({ name }) => name);
// Who recorded the last entries of acne, as the ledger says.
const recordedBy = async (page, count) =>
  (await kept(page, "/ledger?limit=50"))
    .sort((a, b) => a.seq - b.seq)
    .filter(({ action }) => /acne/.test(action))
    .slice(-count)
    .map(({ actor }) => actor);
// Sends the form, and says yes where the same places were rated today.
async function recorded(page) {
  if (await page.locator(send).isVisible()) await page.click(send);
  const asked = page.locator('button:has-text("Yes, record it")');
  const left = page.waitForURL("**/patients/C-001");
  await Promise.race([left, asked.click()]);
  await left;
}

describe("Signing in", () => {
  test("is asked for on whatever page one came to, and leads back to it", async () => {
    const { page, context } = it;
    await page.goto(`${server.base}/patients/C-001`);
    await page.waitForSelector('h1:text-is("Sign in")');
    assert.equal(await page.locator(".bar").count(), 0);
    await signIn(page, huda);
    await page.waitForSelector('h1:has-text("Salma Nabil")');
    assert.equal(new URL(page.url()).pathname, "/patients/C-001");
    assert.deepEqual(await cookies(context), [`__Host-needlebook-${server.port}`]);
  });

  test("says the same of a wrong name and a wrong password, and counts down when it was tried too often", async () => {
    const { page } = it;
    await page.goto(server.base);
    const tried = async (name, password) => {
      await page.getByLabel("Name", { exact: true }).fill(name);
      await page.getByLabel("Password", { exact: true }).fill(password);
      await page.keyboard.press("Enter");
      await page.waitForSelector(".note-bad");
      return page.locator(".note-bad").innerText();
    };
    const wrong = await tried("nobody", "seven blue herons");
    await page.reload();
    assert.equal(await tried("rami", "not this one at all"), wrong);
    assert.match(wrong, /is not right/);
    let text = wrong;
    for (let tries = 0; tries < 8 && !/Too many/.test(text); tries++) {
      await page.waitForFunction(() => !document.querySelector(".sign-in .main").disabled);
      await page.click(".sign-in .main");
      await page.waitForFunction(() => document.querySelector(".sign-in .main").textContent !== "One moment …");
      await page.waitForSelector(".note-bad");
      text = await page.locator(".note-bad").innerText();
    }
    assert.match(text, /Too many wrong tries. The next one is looked at in \d+ seconds?\./);
    assert.ok(await page.isDisabled(".sign-in .main"));
    await page.waitForSelector("text=You can try again now", { timeout: 20000 });
    assert.equal(await page.isDisabled(".sign-in .main"), false);
  });

  test("outlasts a restart of the server, in a page that is open and in a bookmark", async () => {
    const { page, context } = it;
    await page.goto(server.base + acne);
    await signIn(page, huda);
    await page.waitForSelector(note);
    await page.fill(note, "before the restart");
    await restarted();
    await page.fill(note, "before and after the restart");
    await page.click('button[aria-label="One more: Papules"]');
    await recorded(page);
    assert.equal((await kept(page, "/patients/C-001/acne")).at(-1).note, "before and after the restart");
    const other = await context.newPage();
    await other.goto(`${server.base}/ledger`);
    await other.waitForSelector(".ledger");
  });
});

describe("Two browsers, two people", () => {
  test("lock, PIN, switch in the middle of a word, a restart in between: nothing is lost, all is by name", async () => {
    const other = await openPage(server, { letIn: false });
    const first = it.page;
    const second = other.page;
    await allAtWork(first, server, [mona, huda]);
    await allAtWork(second, server, [mona]);
    const records = (await kept(first, "/patients/C-001/acne")).length;

    // Dr Huda types, and locks in the middle of a word.
    await visit(first, server, acne);
    await first.click('button[aria-label="One more: Pustules"]');
    await first.fill(note, "seen by Dr Huda, half a wo");
    await first.keyboard.press("Alt+KeyL");
    await first.waitForSelector('h1:text-is("Locked")');
    assert.equal(await first.locator(note).isVisible(), false);
    assert.equal(await first.locator(".behind").getAttribute("inert"), "");
    assert.doesNotMatch(await first.locator("body").innerText(), /half a wo|Salma/);
    assert.equal(await first.evaluate(async () => (await fetch("/api/v1/patients/C-001")).status), 401);

    // Mona takes her turn there: what Dr Huda typed is not hers to see.
    await first.click('button:text-is("Somebody else")');
    await first.click(`.people button:has-text("${mona.shown}")`);
    await pressPin(first, mona.pin);
    await atWork(first, mona);
    await first.waitForSelector(note);
    assert.equal(await first.inputValue(note), "");
    await first.click('button[aria-label="One more: Nodules"]');
    await first.fill(note, "seen by Mona");

    // At the other browser Mona finds the draft that she has just typed here.
    await first.waitForSelector("text=Kept beside the book");
    await visit(second, server, acne);
    assert.equal(await second.inputValue(note), "seen by Mona");

    // The server starts again under both; Dr Huda is back in two taps and six digits, in the middle of Mona's typing.
    await first.fill(note, "seen by Mona, to the e");
    await restarted();
    await switchTo(first, huda);
    await first.waitForSelector(note);
    assert.equal(await first.inputValue(note), "seen by Dr Huda, half a wo");
    await first.fill(note, "seen by Dr Huda, half a word");
    await recorded(first);

    // Mona again, on the same page: what she typed last is there.
    await switchTo(first, mona);
    await visit(first, server, acne);
    assert.equal(await first.inputValue(note), "seen by Mona, to the e");
    assert.equal(await first.inputValue('input[aria-label="Nodules"]'), "1");
    await first.fill(note, "seen by Mona, to the end");
    await recorded(first);

    const list = await kept(first, "/patients/C-001/acne");
    assert.deepEqual(
      list.slice(records).map((each) => each.note),
      ["seen by Dr Huda, half a word", "seen by Mona, to the end"],
    );
    assert.deepEqual(await recordedBy(first, 2), ["huda", "mona"]);
    assert.deepEqual(await first.evaluate(() => [...Object.keys(localStorage), ...Object.keys(sessionStorage)]), []);
    await other.close();
  });

  test("signed out while it sends, a page keeps what was typed and sends it once its person is back", async () => {
    const other = await openPage(server, { letIn: false });
    const { page } = it;
    await page.goto(server.base + acne);
    await signIn(page, mona);
    await page.waitForSelector(note);
    const before = (await kept(page, "/patients/C-001/acne")).length;
    await page.click('button[aria-label="One more: Cysts"]');
    await page.fill(note, "typed before the device was withdrawn");
    await page.waitForSelector("text=Kept beside the book");
    await other.page.goto(`${server.base}/settings?part=devices`);
    await signIn(other.page, huda);
    await other.page.click('button:text-is("Sign out all but this one")');
    await other.page.locator("dialog").getByText("Sign out all but this one").last().click();
    await other.page.waitForSelector("text=All other devices are signed out");
    await page.click(send);
    await page.waitForSelector('h1:text-is("Sign in")');
    assert.equal(await page.locator(note).isVisible(), false);
    await page.getByLabel("Name", { exact: true }).fill(mona.name);
    await page.getByLabel("Password", { exact: true }).fill(mona.password);
    await page.click('button:text-is("Sign in")');
    await recorded(page);
    const list = await kept(page, "/patients/C-001/acne");
    assert.equal(list.length, before + 1);
    assert.equal(list.at(-1).note, "typed before the device was withdrawn");
    assert.deepEqual(await recordedBy(page, 1), ["mona"]);
    await other.close();
  });

  test("another tab follows: it locks, opens, and is of whoever took their turn", async () => {
    const { page, context } = it;
    await allAtWork(page, server, [mona, huda]);
    const tab = await context.newPage();
    await tab.goto(`${server.base}/settings`);
    await atWork(tab, huda);
    await page.bringToFront();
    await page.keyboard.press("Alt+KeyL");
    await tab.waitForSelector('h1:text-is("Locked")');
    await page.click('button:text-is("Somebody else")');
    await page.click(`.people button:has-text("${mona.shown}")`);
    await pressPin(page, mona.pin);
    await atWork(page, mona);
    await atWork(tab, mona);
    assert.equal(new URL(tab.url()).pathname, "/settings");
  });
});

describe("The lock", () => {
  test("warns, comes by itself after the clinic's minutes, and any sign of life puts it off", async () => {
    const { page } = it;
    await page.clock.install({ time: new Date() });
    await page.goto(server.base + acne);
    await signIn(page, huda);
    await page.waitForSelector(note);
    await page.fill(note, "typed before the lock");
    await page.clock.fastForward("14:31");
    await page.clock.runFor(1100);
    await page.waitForSelector("text=It locks in");
    await page.mouse.move(200, 300);
    await page.clock.runFor(1100);
    assert.equal(await page.locator(".idle-warning").count(), 0);
    await page.clock.fastForward("15:01");
    await page.clock.runFor(1100);
    await page.waitForSelector('h1:text-is("Locked")');
    await page.getByLabel("Password", { exact: true }).fill("not my password");
    await page.keyboard.press("Enter");
    await page.clock.runFor(500);
    await page.waitForSelector("text=That is not the password.");
    await page.getByLabel("Password", { exact: true }).fill(huda.password);
    await page.keyboard.press("Enter");
    await page.clock.runFor(500);
    await page.waitForSelector(`${note}:visible`);
    assert.equal(await page.inputValue(note), "typed before the lock");
  });

  test("stays through Escape and a reload, over an open dialog, and gives back its half-typed form", async () => {
    const { page } = it;
    await allAtWork(page, server, [huda]);
    await visit(page, server, "/patients/C-001");
    await page.click('main button:text-is("Patient\'s page")');
    await page.waitForSelector("dialog:has-text('link')");
    await page.keyboard.press("Alt+KeyL");
    await page.waitForSelector('h1:text-is("Locked")');
    for (let times = 0; times < 3; times++) await page.keyboard.press("Escape");
    assert.ok(await page.isVisible('h1:text-is("Locked")'));
    await page.keyboard.type(huda.pin); // by keys, and the sixth is enough
    await atWork(page, huda);
    assert.ok(await page.isVisible("dialog:has-text('link')"));
    await page.keyboard.press("Alt+KeyL");
    await page.waitForSelector('h1:text-is("Locked")');
    await page.reload();
    await page.waitForSelector('h1:text-is("Locked")');
    assert.equal(await page.locator(".bar").count(), 0);
    await page.keyboard.type("111222");
    await page.waitForSelector("text=That is not the PIN. 4 tries left.");
    await page.keyboard.type(huda.pin);
    await atWork(page, huda);
  });

  test("asks for the password after five wrong PINs", async () => {
    const { page } = it;
    await allAtWork(page, server, [huda]);
    await page.keyboard.press("Alt+KeyL");
    await page.waitForSelector('h1:text-is("Locked")');
    for (let left = 4; left >= 1; left--) {
      await page.keyboard.type("111222");
      await page.waitForSelector(`text=/not the PIN. ${left} (try|tries) left/`);
    }
    await page.keyboard.type("111222");
    await page.waitForSelector("text=Use your password");
    await page.click('button:text-is("Use the password")');
    await page.getByLabel("Password", { exact: true }).fill(huda.password);
    await page.keyboard.press("Enter");
    await atWork(page, huda);
  });
});

describe("Rights", () => {
  test("what a reader may not do is not shown, and an address that asks for it says so", async () => {
    const { page } = it;
    await page.goto(`${server.base}/patients/C-001`);
    await signIn(page, rami);
    await settled(page);
    const words = await page.locator("body").innerText();
    assert.match(words, /Salma Nabil/);
    assert.doesNotMatch(words, /Record session|Register|Change|Import|Void|Correct/);
    await visit(page, server, acne);
    await page.waitForSelector("text=Your role does not include this.");
    await visit(page, server, "/settings");
    assert.equal(await page.getByLabel("Clinic's name").isDisabled(), true);
    assert.doesNotMatch(await page.locator(".tabs").innerText(), /People|Devices|Programs/);
  });

  test("a right that was taken away meanwhile is told with what to do, and what was typed stays", async () => {
    const { page } = it;
    await page.goto(server.base + acne);
    await signIn(page, mona);
    await page.waitForSelector(note);
    await page.click('button[aria-label="One more: Cysts"]');
    await page.fill(note, "typed as an assistant");
    await page.waitForSelector("text=Kept beside the book");
    needlebook("account", "role", "mona", "reader", "--actor", "huda", "--book", book);
    await page.click(send);
    await page.waitForSelector(".note-bad");
    assert.match(await page.locator(".note-bad").innerText(), /right|role|may/i);
    assert.equal(await page.inputValue(note), "typed as an assistant");
    needlebook("account", "role", "mona", "assistant", "--actor", "huda", "--book", book);
  });
});

test("Signing out sends what is unsent first; the next person at the browser sees nothing of it", async () => {
  const { page } = it;
  await page.goto(server.base + acne);
  await signIn(page, huda);
  await page.waitForSelector(note);
  await page.fill(note, "typed at the last moment");
  await page.click(".me");
  await page.click('button:text-is("Sign out")');
  await page.waitForSelector('h1:text-is("Sign in")');
  assert.equal(await page.locator(note).count(), 0);
  await signIn(page, mona);
  await page.waitForSelector(note);
  assert.notEqual(await page.inputValue(note), "typed at the last moment");
  await page.click(".me");
  await page.click('button:text-is("Sign out")');
  await signIn(page, huda);
  await page.waitForSelector(note);
  assert.equal(await page.inputValue(note), "typed at the last moment");
});
