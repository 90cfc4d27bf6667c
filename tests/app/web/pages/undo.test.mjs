// After every save there is a way back: the book is as it was before, and the page shows it.
import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { folder, freshBook, needlebook } from "../support/book.mjs";
import { closeBrowser, kept, openPage, settled, visit } from "../support/browser.mjs";
import { serve } from "../support/server.mjs";

const patient = "/patients/C-001";
let room, book, server, it;

before(async () => {
  room = folder();
  book = freshBook(room.path);
  const run = (...line) => needlebook(...line, "--book", book);
  run("patient", "add", "--chart", "C-001", "--name", "Huda Saleh");
  run("acne", "record", "C-001", "--on", "2026-10-20", "--region", "chin:papules=3", "--rest", "clear");
  server = await serve(book, { asOf: "2026-11-23" });
  it = await openPage(server);
});
after(async () => {
  await closeBrowser();
  await server?.stop();
  room?.remove();
});

const content = async () => (await kept(it.page, "/check")).content;
const whole = async () => (await kept(it.page, "/check")).whole;
const undo = '.toast button:has-text("Undo")';

// Does `save`, which must change the book, and takes it back.
async function takenBack(save) {
  const { page } = it;
  const before = await content();
  await save(page);
  await page.waitForSelector(undo);
  const saved = await content();
  assert.notEqual(saved, before);
  await page.click(undo);
  await page.waitForSelector('.toast:has-text("Undone.")');
  assert.equal(await content(), before);
  assert.equal(await whole(), true);
  return { before, saved };
}

async function fillRequired(page) {
  for (const select of await page.locator("form select[required]").all()) await select.selectOption({ index: 1 });
  for (const input of await page.locator("form input[required]").all()) {
    if ((await input.inputValue()) !== "") continue;
    const type = await input.getAttribute("type");
    await input.fill(type === "date" ? "2026-11-20" : "3");
  }
}

const press = async (page) => {
  await page.click('main form button[type="submit"]');
  await page.waitForSelector(`${undo}, .note-bad`);
  const asked = page.locator('button:has-text("Yes, record it")');
  if (await asked.count()) await asked.click();
};

const forms = {
  acne: (page) => page.click('button[aria-label="One more: Papules"]'),
  pigmentation: async (page) => {
    for (const choice of ["Brown marks (PIH)", "3 to 6 mm", "moderately", "16 to 30"])
      await page.click(`.choice:has-text("${choice}")`);
  },
  scars: async (page) => page.locator(".choice").first().click(),
  reading: async (page) => fillRequired(page),
  questionnaire: async (page) => {
    await page.locator(".choice").first().click();
    await fillRequired(page);
    await page.getByLabel("Total").fill("5");
  },
  condition: async (page) => fillRequired(page),
  treatment: async (page) => fillRequired(page),
  course: async (page) => {
    await fillRequired(page);
    await page.getByLabel("Interval (4w, 30d)").fill("4w");
  },
  event: async (page) => fillRequired(page),
  application: async (page) => fillRequired(page),
  score: async (page) => {
    await page.getByLabel("Scale").selectOption("gags");
    await fillRequired(page);
  },
};

describe("What was recorded is undone", () => {
  for (const [noun, fill] of Object.entries(forms))
    test(`of ${noun}`, async () => {
      await takenBack(async (page) => {
        await visit(page, server, `${patient}/observe?what=${noun}`);
        await fill(page);
        await press(page);
      });
    });

  test("of a session", async () => {
    await takenBack(async (page) => {
      await visit(page, server, patient);
      await page.click('.verb summary:has-text("Did")');
      await page.click('.verb a:text-is("Session")');
      await page.click(".face .region");
      await page.locator('input[aria-label*=": Depth"]').fill("0.5");
      await page.locator('input[aria-label*=": Passes"]').fill("3");
      await page.check('input[type="radio"][value="pen"]', { force: true });
      await page.waitForSelector(".gate-counts");
      await page.click('.gate-bar button:text-is("Record visit")');
    });
  });

  test("of a registration, and of the patient's page nothing is left", async () => {
    await takenBack(async (page) => {
      await visit(page, server, "/");
      await page.keyboard.press("Alt+KeyN");
      await page.locator("dialog input").nth(0).fill("C-009");
      await page.click('dialog button[type="submit"]');
      await page.waitForURL("**/patients/C-009");
    });
    await it.page.waitForSelector('.note-bad:has-text("C-009")');
  });

  test("of a correction, a void and a label, and done again", async () => {
    const { page } = it;
    await visit(page, server, patient);
    await page.click('button:text-is("Open all")');
    await takenBack(async () => {
      await page.click('button[aria-label^="Correct: active acne"]');
      await page.fill('.part-rows input[aria-label="Papules 1"]', "5");
      await page.locator("dialog .field", { hasText: "Why" }).locator("input").fill("misread");
      await page.click('dialog button[type="submit"]');
    });
    await page.waitForSelector('.visit-line:has-text("3 lesions")');
    await page.click('button:text-is("Open all")');
    await page.waitForSelector('.entry-line:has-text("3")');
    const { saved } = await takenBack(async () => {
      await page.click('button[aria-label^="Void: active acne"]');
      await page.locator("dialog input").fill("wrong patient");
      await page.click('dialog button[type="submit"]');
    });
    await page.waitForSelector('.visit-line:has-text("3 lesions")');
    await page.click('.toast button:has-text("Do it again")');
    await page.waitForSelector(undo);
    assert.equal(await content(), saved);
    await takenBack(async () => {
      await page.click(".tag-add");
      await page.locator(".tags input").nth(0).fill("study");
      await page.locator(".tags input").nth(1).fill("A");
      await page.click('.tags button[type="submit"]');
    });
  });
});

describe("What was done", () => {
  test("is said with whom it is of, and goes when one leaves that patient", async () => {
    const { page } = it;
    await visit(page, server, `${patient}/observe?what=acne`);
    await page.click('button[aria-label="One more: Papules"]');
    await press(page);
    await page.waitForURL(`**${patient}`);
    const toast = page.locator(".toast");
    assert.match(await toast.innerText(), /^C-001 Huda Saleh: .*recorded/);
    await page.click('main a:text-is("Report")');
    await page.waitForURL(`**${patient}/report`);
    assert.match(await toast.innerText(), /^C-001 Huda Saleh/, "on every page of that patient");
    await page.goBack();
    await page.click(undo);
    await page.waitForSelector('.toast:has-text("Undone.")');
    assert.match(await toast.innerText(), /^C-001 Huda Saleh: Undone\./);
    await page.click('header nav a:text-is("Today")');
    await page.waitForSelector(".day-head");
    assert.equal(await toast.count(), 0);
  });

  test("lies over no form", async () => {
    const { page } = it;
    await visit(page, server, `${patient}/observe?what=acne`);
    await page.click('button[aria-label="One more: Papules"]');
    await press(page);
    await page.waitForURL(`**${patient}`);
    await page.waitForSelector(undo);
    await page.click('a:text-is("New visit")');
    await page.waitForSelector(".gate-bar");
    assert.equal(await page.locator(".toast").count(), 0);
    await page.goBack();
    await page.waitForSelector(".history");
    assert.equal(await page.locator(".toast").count(), 0, "it does not come back");
  });
});

describe("The ledger", () => {
  test("names what rests on an entry, undoes both, and shows that they are", async () => {
    const { page } = it;
    const status = ["acne", "record", "C-001", "--on", "2026-11-01", "--region", "chin:papules=2", "--book", book];
    const id = needlebook(...status).trim();
    needlebook("acne", "correct", id, "--region", "chin:papules=4", "--reason", "misread", "--book", book);
    await visit(page, server, "/ledger?patient=C-001");
    const entry = page.locator(".entry-ledger", { hasText: "Active acne: record" }).first();
    await entry.locator("summary").click();
    await entry.locator('button:has-text("Undo")').click();
    await page.waitForSelector("text=Later entries rest on it.");
    await page.click('button:has-text("Undo them too")');
    await page.waitForSelector('.struck:has-text("Active acne: correct")');
    assert.equal((await page.locator('.struck:has-text("Active acne: record")').count()) >= 1, true);
    await settled(page);
    assert.equal(await whole(), true);
  });

  test("voids an import as a whole, and undo is the way back", async () => {
    const { page } = it;
    const file = join(room.path, "acne.csv");
    writeFileSync(file, "chart,on,iga\nC-001,2026-09-01,3\nC-001,2026-09-15,2\n");
    needlebook("import", file, "--as", "acne", "--book", book);
    const before = await content();
    await visit(page, server, "/ledger");
    const entry = page.locator(".entry-ledger").first();
    await entry.locator("summary").click();
    await entry.locator('button:has-text("Void all of it")').click();
    await page.locator("dialog input").fill("of another clinic");
    await page.click('dialog button[type="submit"]');
    await page.waitForSelector(undo);
    assert.equal((await kept(page, `${patient}/acne`)).filter((one) => one.on.startsWith("2026-09")).length, 0);
    await page.click(undo);
    await page.waitForSelector('.toast:has-text("Undone.")');
    assert.equal(await content(), before);
  });
});

describe("The wrong chart", () => {
  test("gives a record to the right patient, and undo brings it back", async () => {
    const { page } = it;
    needlebook("patient", "add", "--chart", "C-002", "--name", "Mona Adel", "--book", book);
    await visit(page, server, patient);
    await takenBack(async () => {
      await page.click('.history button:text-is("Open all")');
      await page.click('button[aria-label^="Void: active acne"]');
      await page.click("text=Wrong patient? Move it");
      await page.locator("dialog input").nth(0).fill("C-002");
      await page.locator("dialog input").nth(1).fill("wrong patient");
      await page.click('dialog button:has-text("Move"):not(:has-text("Wrong"))');
      await page.waitForSelector("dialog", { state: "detached" });
      assert.equal((await kept(page, "/patients/C-002/acne")).length, 1);
    });
    assert.equal((await kept(page, "/patients/C-002/acne")).length, 0);
  });

  test("becomes one with the right one, with the values that were chosen", async () => {
    const { page } = it;
    await takenBack(async () => {
      await visit(page, server, "/patients/C-002");
      await page.click("text=Chart …");
      await page.click('dialog button:has-text("Merge …")');
      await page.locator("dialog input").nth(0).fill("C-001");
      await page.click('dialog button:has-text("Compare")');
      await page.locator("dialog fieldset label", { hasText: "Mona Adel" }).locator("input").check();
      await page.locator("dialog .field", { hasText: "Why" }).locator("input").fill("registered twice");
      await page.click('dialog button[type="submit"]');
      await page.waitForURL("**/patients/C-001");
      assert.equal((await kept(page, patient)).name, "Mona Adel");
    });
    assert.equal((await kept(page, patient)).name, "Huda Saleh");
  });

  test("that was entered in error is voided, and undo brings it back", async () => {
    const { page } = it;
    await visit(page, server, "/patients/C-002");
    await takenBack(async () => {
      await page.click("text=Chart …");
      await page.click('dialog button:has-text("Void …")');
      await page.locator("dialog input").fill("meant C-003");
      await page.click('dialog button:has-text("Void the chart")');
      await page.waitForURL("**/patients");
    });
  });

  test("is erased by law only when it is meant so, with a certificate, and without a way back", async () => {
    const { page } = it;
    await visit(page, server, "/patients/C-002");
    await page.click("text=Chart …");
    await page.click('dialog button:has-text("Erase by law …")');
    await page.waitForSelector("dialog >> text=/ledger entr.* blanked/");
    const field = (label) => page.locator("dialog .field", { hasText: label }).locator("input");
    await field("Legal reason").fill("a court's order");
    await field("Why").fill("request of 2026-11-20");
    await page.click('dialog button:has-text("Erase")');
    assert.equal((await kept(page, "/patients/C-002")).chart, "C-002", "not before the box is ticked");
    await page.check('dialog input[type="checkbox"]');
    await page.click('dialog button:has-text("Erase")');
    await page.waitForSelector(".certificate");
    assert.equal((await page.pdf()).toString("latin1").match(/\/Type \/Page\b/g)?.length, 1, "alone on its paper");
    assert.match(await page.locator(".certificate").innerText(), /C-002[\s\S]*request of 2026-11-20/);
    assert.equal((await kept(page, "/patients/C-002")).status, 404);
    assert.equal(await whole(), true);
    assert.equal(await page.locator(undo).count(), 0);
  });
});
