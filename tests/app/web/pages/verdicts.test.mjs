// What the pages say of a change: the server's words, no colour for one visit alone, and nothing to a patient that is
// not for them.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { folder, freshBook, needlebook } from "../support/book.mjs";
import { closeBrowser, kept, openPage, visit } from "../support/browser.mjs";
import { openOwnPage } from "../support/own_page.mjs";
import { serve } from "../support/server.mjs";
import { asWritten } from "../support/written.mjs";

const patient = "/patients/V-001";
let room, server, it;

before(async () => {
  room = folder();
  const book = freshBook(room.path);
  const record = (...words) => needlebook(...words, "--book", book);
  const score = (instrument, at, value) =>
    record("score", "record", "V-001", "--instrument", instrument, "--at", at, "--value", String(value));
  record("patient", "add", "--chart", "V-001", "--name", "Huda Saleh");
  record(
    "course",
    "start",
    "V-001",
    "--concern",
    "acne_scars",
    "--sessions",
    "4",
    "--every",
    "4w",
    "--on",
    "2026-01-05",
  );
  for (const at of ["2026-01-06T10:00", "2026-02-10T10:00"])
    record("session", "record", "V-001", "--at", at, "--device", "pen", "--area", "left_cheek:1.5:4");
  // One visit alone says that scars are better, two that life is.
  score("goodman_baron_score", "2026-01-05", 40);
  score("goodman_baron_score", "2026-02-12", 12);
  score("goodman_baron_score", "2026-05-05", 12);
  score("dlqi", "2026-01-05", 25);
  score("dlqi", "2026-04-01", 8);
  score("dlqi", "2026-05-05", 6);
  score("gais", "2026-04-01", 3);
  score("gais", "2026-05-05", 2);
  record("event", "record", "V-001", "--kind", "infection", "--severity", "3", "--onset", "2026-05-04");
  server = await serve(book, { asOf: "2026-05-06" });
  it = await openPage(server);
});
after(async () => {
  await closeBrowser();
  await server?.stop();
  room?.remove();
});

const colourOf = (locator) => locator.evaluate((node) => getComputedStyle(node).color);
const row = (name) => it.page.locator(".strip", { hasText: name });
const behind = (name) => it.page.locator(".strips > div", { hasText: name }).locator(".strip-behind");

describe("The patient's page of the clinic", () => {
  test("leads with what the course is for, in the server's sentences, and counts no scales", async () => {
    const { page } = it;
    await visit(page, server, patient);
    const { sentences } = await kept(page, `${patient}/progress`);
    const scars = asWritten(sentences.clinic.find((one) => one.about === "goodman_baron_score").text);
    assert.ok((await page.locator(".small-print").innerText()).includes(scars));
    assert.match(
      await page.locator(".patient-lead").first().innerText(),
      /^\s*Acne scars: looks better since the start/,
    );
    assert.doesNotMatch(await page.locator("main").innerText(), /\d+ of \d+ scales/);
  });

  test("shows what one visit says without green, and what two say with it", async () => {
    const [once, twice] = [
      row("Goodman-Baron").locator(".verdict").first(),
      row("Dermatology Life").locator(".verdict").first(),
    ];
    const series = (await kept(it.page, `${patient}/progress`)).series;
    assert.deepEqual(
      series.filter((one) => one.confirmed !== null).map((one) => [one.instrument, one.confirmed, one.words]),
      [
        ["goodman_baron_score", false, "looks better"],
        ["dlqi", true, "better"],
      ],
    );
    assert.equal((await once.innerText()).trim(), "looks better");
    assert.equal((await twice.innerText()).trim(), "better");
    assert.equal(await colourOf(once), await colourOf(it.page.locator("body")));
    assert.notEqual(await colourOf(once), await colourOf(twice));
  });

  test("says beside the verdict what it was held against", async () => {
    assert.match(await row("Dermatology Life").innerText(), /up to 4 \(published\)/);
    await row("Dermatology Life").locator(".strip-open").click();
    assert.match(
      await behind("Dermatology Life").locator(".verdict-notes").innerText(),
      /by chance alone rarely more than/,
    );
  });

  test("marks a value that came too soon after a session, in the picture and in the table", async () => {
    const { page } = it;
    assert.equal(await page.locator(".strip-chart .strip-hollow").count(), 1);
    await row("Goodman-Baron").locator(".strip-open").click();
    await behind("Goodman-Baron").locator(".chart-values summary").first().click();
    assert.match(
      await page.locator(".chart-values tr", { hasText: "Thu 12 Feb 2026" }).innerText(),
      /2 days after a session, too soon to judge/,
    );
  });

  test("shows what was said as words with their days, and draws no line through them", async () => {
    const { page } = it;
    const said = page.locator(".strip", { hasText: "Aesthetic Improvement" });
    if ((await said.count()) === 0) await row("Goodman-Baron").locator(".strip-open").click();
    await page.waitForSelector(".statements");
    const spoken = await page.locator(".statements").innerText();
    assert.match(spoken, /Wed 1 Apr 2026 improved\s+Tue 5 May 2026 much improved/);
    assert.equal(await said.locator(".strip-chart").count(), 0);
  });
});

describe("The patient's own page", () => {
  test("has what is urgent first, the server's sentences in their order, no noise and no responder", async () => {
    const { sentences } = await kept(it.page, `${patient}/progress`);
    const telephone = await openPage(server, { width: 360, letIn: false });
    await openOwnPage(telephone.page, server, patient.split("/").at(-1));
    await telephone.page.waitForSelector(".statements");
    const text = await telephone.page.locator("main").innerText();
    const scaleSentences = sentences.patient.filter(
      (one) => !["due", "course", "status", "urgent", "events", "aftercare"].includes(one.about),
    );
    assert.ok(scaleSentences.length > 0);
    let from = text.indexOf("How it is going");
    for (const { text: sentence } of scaleSentences) {
      const place = text.indexOf(sentence, from);
      assert.ok(place >= 0, `“${sentence}” is not after what comes before it in: ${text}`);
      from = place + sentence.length;
    }
    assert.ok(
      text.indexOf("Call the clinic now: infection") > 0 &&
        text.indexOf("Call the clinic now") < text.indexOf("How it is going"),
      text,
    );
    assert.doesNotMatch(text, /responder|chance explains|unchanged patient|published|convention|rater/i);
    assert.equal(await telephone.page.locator(".chart-noise").count(), 0);
    await telephone.close();
  });
});

describe("The forms", () => {
  test("keep who rated, and that nothing else was there", async () => {
    const { page } = it;
    await visit(page, server, `${patient}/observe?what=scars`);
    await page.fill('input[inputmode="decimal"] >> nth=0', "2");
    await page.click('label:has-text("No other types")');
    await page.locator(".field", { hasText: "Rated by" }).locator("input").fill("Dr Sami");
    await page.waitForSelector(".scores dd");
    await page.click('button[type="submit"]');
    await page.waitForURL(`**${patient}`);
    const [scars] = await kept(page, `${patient}/scars`);
    assert.deepEqual([scars.rest, scars.rater], ["none", "Dr Sami"]);
  });

  test("record that there are no marks", async () => {
    const { page } = it;
    await visit(page, server, `${patient}/observe?what=pigmentation`);
    await page.click('.choice:has-text("Brown marks (PIH)")');
    await page.click('label:has-text("No marks of this kind")');
    assert.equal(await page.locator(".masi").count(), 0);
    await page.click('button[type="submit"]');
    await page.waitForURL(`**${patient}`);
    const [marks] = await kept(page, `${patient}/pigmentation`);
    assert.deepEqual([marks.marks, marks.pahpi, marks.regions], ["none", null, []]);
  });

  test("say when only a part of the face was counted", async () => {
    const { page } = it;
    await visit(page, server, `${patient}/observe?what=acne`);
    await page.click('button[aria-label="One more: Papules"]');
    const part = page.locator('main p.small[role="status"]');
    assert.match(await part.innerText(), /Part of the face so far; not examined: periorbital, nose/);
    await page.click('label:has-text("Every other region")');
    assert.equal(await part.innerText(), "");
    await page.click('button:has-text("Discard")');
  });

  test("have every setting of the clinic", async () => {
    await visit(it.page, server, "/settings");
    assert.equal(
      await it.page.locator(".field", { hasText: "What a questionnaire scores" }).locator("select").inputValue(),
      "items",
    );
  });
});
