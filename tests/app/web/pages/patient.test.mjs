// The page of a patient: what must be read, the answer, one strip for each concern on one axis, four verbs, the visits.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { folder, freshBook, needlebook } from "../support/book.mjs";
import { closeBrowser, openPage, settled, visit } from "../support/browser.mjs";
import { serve } from "../support/server.mjs";

const patient = "/patients/P-001";
const forms = {
  Saw: ["Active acne", "Scars", "Marks", "Side effect", "Reading", "Questionnaire", "Score"],
  Did: ["Session", "Product put on", "Other procedure"],
  Has: ["Condition", "Allergy", "Medicine"],
  Plan: ["Course", "Appointment", "Call or message"],
};
let room, server, it;

before(async () => {
  room = folder();
  const book = freshBook(room.path);
  const run = (...words) => needlebook(...words, "--book", book);
  const score = (instrument, at, value) =>
    run("score", "record", "P-001", "--instrument", instrument, "--at", at, "--value", String(value));
  run(
    "patient",
    "add",
    "--chart",
    "P-001",
    "--name",
    "Huda Saleh",
    "--telephone",
    "04 555 0164",
    "--note",
    "Night shifts",
  );
  run("condition", "add", "P-001", "--kind", "allergy", "--substance", "lidocaine");
  run("course", "start", "P-001", "--concern", "acne_scars", "--sessions", "4", "--every", "4w", "--on", "2026-01-05");
  run("acne", "record", "P-001", "--on", "2026-01-05", "--region", "chin:papules=10", "--rest", "clear");
  run("acne", "record", "P-001", "--on", "2026-02-09", "--region", "chin:papules=40", "--rest", "clear");
  score("goodman_baron_score", "2026-01-05", 28);
  score("goodman_baron_score", "2026-02-09", 19);
  score("dlqi", "2026-01-05", 12);
  score("dlqi", "2026-06-01", 6);
  run(
    "session",
    "record",
    "P-001",
    "--at",
    "2026-01-06T10:00",
    "--device",
    "pen",
    "--area",
    "left_cheek:1.5:4",
    "--lot",
    "K1",
  );
  server = await serve(book, { asOf: "2026-06-02" });
  it = await openPage(server);
});
after(async () => {
  await closeBrowser();
  await server?.stop();
  room?.remove();
});

describe("The page of a patient", () => {
  test("has what must be read on top, with the telephone number", async () => {
    const { page } = it;
    await visit(page, server, patient);
    const alerts = await page.locator(".alerts").innerText();
    assert.match(alerts, /lidocaine/);
    assert.match(alerts, /Night shifts/);
    assert.equal(await page.locator(".patient a[href='tel:045550164']").count(), 1);
  });

  test("begins with what the course is for, and says what got worse at the last visit", async () => {
    const [first, second] = await it.page.locator(".patient-lead").allInnerTexts();
    assert.match(first, /^\s*Acne scars: .* since the start\. .*28, then 19 on Mon 9 Feb\./);
    assert.match(second, /^\s*Since Mon 5 Jan, active acne looks worse:.*10, then 40 on Mon 9 Feb\./);
  });

  test("has one strip for each concern on one axis, without a choice to make", async () => {
    const { page } = it;
    const names = await page.locator(".strips h3").allInnerTexts();
    assert.deepEqual(names, ["Acne scars", "Active acne", "Quality of life"]);
    assert.equal(await page.locator(".patient-answer select").count(), 0);
    const starts = await page.$$eval(".strip-chart", (all) =>
      all.map((one) => {
        const line = one.querySelector(".strip-session");
        return Math.round(one.getBoundingClientRect().x + Number(/M([\d.]+)/.exec(line.getAttribute("d"))[1]));
      }),
    );
    assert.equal(starts.length, 3);
    assert.equal(new Set(starts).size, 1, String(starts));
  });

  test("draws no line where nothing was seen for half a year, and tells what each mark means", async () => {
    const life = it.page.locator(".strip", { hasText: "Quality of life" });
    assert.equal(await life.locator(".strip-line").count(), 0);
    assert.match(await life.locator(".strip-chart").textContent(), /no value for 21 weeks/);
    const legend = await it.page.locator(".strip-legend").innerText();
    for (const mark of ["session", "within it, a change can be chance", "value at the start"])
      assert.ok(legend.includes(mark), mark);
  });

  test("calls nothing of the last visit what was not measured then", async () => {
    const scars = it.page.locator(".strip", { hasText: "Acne scars" });
    assert.match(await scars.innerText(), /28, then 19 on Mon 9 Feb/);
    assert.match(await scars.innerText(), /not measured on Mon 1 Jun/);
  });

  test("has every form under four verbs", async () => {
    const { page } = it;
    for (const [verb, names] of Object.entries(forms)) {
      await page.click(`.verb summary:has-text("${verb}")`);
      assert.deepEqual(await page.locator(".verb[open] a").allInnerTexts(), names);
    }
    await page.keyboard.press("Escape");
    assert.equal(await page.locator(".verb[open]").count(), 0);
    const addresses = await page.$$eval(".verb a", (all) => all.map((one) => one.getAttribute("href")));
    for (const address of addresses) {
      await visit(page, server, address);
      assert.ok(await page.locator('main button[type="submit"], .gate-bar button').count(), address);
    }
  });

  test("offers sessions, courses and scales in words", async () => {
    const { page } = it;
    await visit(page, server, `${patient}/observe?what=event`);
    const session = page.locator(".field", { hasText: "Session" }).locator("select");
    await session.locator("option", { hasText: "Tue 6 Jan 2026, 10:00: left cheek" }).waitFor({ state: "attached" });
    await visit(page, server, `${patient}/observe?what=score`);
    const scale = page.locator(".field", { hasText: "Scale" }).locator("select");
    await scale.locator("option", { hasText: "Dermatology Life Quality Index" }).waitFor({ state: "attached" });
  });

  test("tells of a form that was begun, and leads back to it", async () => {
    const { page } = it;
    await visit(page, server, `${patient}/observe?what=acne`);
    await page.click('button[aria-label="One more: Papules"]');
    await page.waitForSelector(".draft-line:not(:empty)");
    await page.waitForFunction(() => /kept/i.test(document.querySelector(".draft-line")?.textContent ?? ""));
    await visit(page, server, patient);
    await page.click(".patient-drafts a");
    await page.waitForURL("**/observe?what=acne");
    await settled(page);
    assert.equal(await page.inputValue('input[aria-label="Papules"]'), "1");
  });

  test("is a line for each visit, and its records behind it", async () => {
    const { page } = it;
    await visit(page, server, patient);
    const line = page.locator(".visit-line", { hasText: "Tue 6 Jan 2026" });
    assert.match(await line.innerText(), /Session 1: left cheek[\s\S]*K1/);
    assert.equal(await page.locator(".entry-do").count(), 0);
    await page.click('button[aria-label="Open Tue 6 Jan 2026"]');
    assert.match(await page.locator(".visit-detail").innerText(), /left cheek 1.5 mm × 4[\s\S]*Correct[\s\S]*Void/);
  });

  test("prints nothing that is pressed", async () => {
    const { page } = it;
    await page.emulateMedia({ media: "print" });
    const shown = await page.$$eval("main :is(button, summary, select)", (all) =>
      all.filter((one) => one.checkVisibility()).map((one) => one.textContent),
    );
    assert.deepEqual(shown, []);
    await page.emulateMedia({ media: "screen" });
  });

  test("stands still while it loads", async () => {
    const { page } = it;
    await visit(page, server, "/patients");
    await visit(page, server, patient);
    await page.waitForTimeout(300);
    const shift = await page.evaluate(
      () =>
        new Promise((done) => {
          let sum = 0;
          new PerformanceObserver((list) => {
            for (const entry of list.getEntries()) if (!entry.hadRecentInput) sum += entry.value;
          }).observe({ type: "layout-shift", buffered: true });
          setTimeout(() => done(sum), 200);
        }),
    );
    assert.ok(shift <= 0.05, String(shift));
  });
});
