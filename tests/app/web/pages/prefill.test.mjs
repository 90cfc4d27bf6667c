// What a form starts with: of the last visit only what its description says, and nothing that belongs to one use. Every
// field that can be typed is walked, in every form.
import assert from "node:assert/strict";
import { after, afterEach, before, beforeEach, describe, test } from "node:test";
import { folder, freshBook, needlebook } from "../support/book.mjs";
import { closeBrowser, kept, openPage, settled, visit } from "../support/browser.mjs";
import { serve } from "../support/server.mjs";

const today = "2026-11-23";
let room, book, server, it;

before(() => {
  room = folder();
  book = freshBook(room.path);
});
beforeEach(async () => {
  server = await serve(book, { asOf: today });
  it = await openPage(server);
});
afterEach(async () => {
  await it.close();
  await server.stop();
});
after(async () => {
  await closeBrowser();
  room.remove();
});

// Values that cannot be made from the description alone, or that the others need.
const given = {
  session: {
    device: "rf_insulated",
    at: "2026-11-02T10:17",
    needle_mm: "0.27",
    lot_expiry: "2027-03-16",
    anaesthetic_percent: "4.75",
    anaesthetic_grams: "0.65",
  },
  acne: { on: "2026-11-02" },
  scars: {
    on: "2026-11-02",
    goodman_baron_grade: "2",
    goodman_baron: "contour=yes,visible_at_50cm=no,coverable=yes,flattens=yes",
  },
  pigmentation: { on: "2026-11-02", kind: "pih", pahpi: "size=4,intensity=6,number=2", marks: null },
  questionnaire: { on: "2026-11-02", which: "dlqi", answers: "1,0,2,1,0,2,1,0,2,1", total: "10" },
  course: { on: "2026-10-19", ended: "2026-11-02", every: "5w" },
  condition: { from: "2026-05-13", until: "2026-11-02" },
  treatment: { from: "2026-05-13", until: "2026-11-02" },
  application: { at: "2026-11-02T10:17" },
  event: { onset: "2026-11-02", resolved: "2026-11-03" },
  reading: { on: "2026-11-02" },
  patient: {
    chart: "C-001",
    status: "active",
    status_on: "2026-11-02",
    telephone: "0100 123 4567",
    email: "huda@example.org",
  },
};
const parts = {
  session: ["--area", "chin:0.85:7"],
  acne: ["--region", "chin:papules=17"],
  scars: ["--count", "dish_mild=13"],
  pigmentation: ["--mmasi", "forehead:5:4:4"],
};

// Every kind but the session, by the command that enters one.
const observed = [
  ["course", "start"],
  ["condition", "add"],
  ["application", "record"],
  ["acne", "record"],
  ["scars", "record"],
  ["pigmentation", "record"],
  ["reading", "record"],
  ["questionnaire", "record"],
  ["event", "record"],
  ["treatment", "add"],
];

// A text that no form starts with by itself.
function markOf(noun, field, index) {
  const own = given[noun]?.[field.name];
  if (own !== undefined) return own;
  const low = field.low ?? 0;
  const high = field.high ?? 90;
  switch (field.kind) {
    case "text":
      return `mark of ${field.name}`;
    case "whole":
      return String(Math.floor(low + (high - low) * 0.9));
    case "number":
      return String(Math.round(low + ((high - low) * (30 + index)) / 97) + 0.25);
    case "choice":
      return field.choices.at(-1);
    case "yes_no":
      return "yes";
    case "day":
    case "partial_day":
      return `1996-03-${String(10 + index).padStart(2, "0")}`;
    default:
      return null; // ids and items, which the forms do not offer alone
  }
}

function record(noun, verb, kind, chart = "C-001") {
  const marks = {};
  kind.fields.forEach((field, index) => {
    const mark = markOf(noun, field, index);
    if (mark !== null && field.name !== "substance") marks[field.name] = mark; // that is of an allergy only
  });
  const words = Object.entries(marks).flatMap(([name, text]) => [`--${name.replaceAll("_", "-")}`, text]);
  const confirm = ["duplicate", ...kind.fields.map((field) => field.name)].flatMap((name) => ["--confirm", name]);
  needlebook(
    noun,
    verb,
    ...(noun === "patient" ? [] : [chart]),
    ...words,
    ...(parts[noun] ?? []),
    ...confirm,
    "--book",
    book,
  );
  return marks;
}

// What the controls of the page's forms hold; of a choice, what is chosen.
const held = (page, place = "form") =>
  page.$$eval(`${place} :is(input, select, textarea)`, (controls) =>
    controls
      .filter((each) => (["radio", "checkbox"].includes(each.type) ? each.checked : each.value !== ""))
      .map((each) => each.dataset.day || each.value),
  );

describe("A form for something new", () => {
  let kinds;
  const kindOf = (noun) => kinds.find((kind) => kind.noun === noun);
  beforeEach(async () => {
    kinds = await kept(it.page, "/kinds");
  });

  test("holds of the last record only what its description says, and today's day", async () => {
    const { page } = it;
    record("patient", "add", kindOf("patient"));
    needlebook(
      "patient",
      "correct",
      "C-001",
      "--clear",
      "status",
      "--clear",
      "status_on",
      "--reason",
      "x",
      "--book",
      book,
    );
    for (const [noun, verb] of observed) {
      const kind = kindOf(noun);
      const marks = record(noun, verb, kind);
      await visit(page, server, `/patients/C-001/observe?what=${noun}`);
      const taken = kind.fields.filter((field) => field.prefill === "last_visit").map((field) => marks[field.name]);
      const own = noun === "acne" ? ["forehead", "0"] : [];
      const filled = (await held(page)).filter((text) => text !== today && !own.includes(text));
      assert.deepEqual(filled, taken, noun);
    }
  });

  test("of a session holds of the last one what its description says, and nothing else", async () => {
    const { page } = it;
    const kind = kindOf("session");
    needlebook("patient", "add", "--chart", "C-002", "--book", book);
    const marks = record("session", "record", kind, "C-002");
    await visit(page, server, "/patients/C-002/visit#session");
    const filled = await held(page, "main");
    const walked = { nothing: 0, last_visit: 0 };
    for (const { name, prefill } of kind.fields.filter((field) => field.name in marks && field.name !== "at")) {
      assert.equal(filled.includes(marks[name]), prefill === "last_visit", `${name}: ${marks[name]} in ${filled}`);
      ++walked[prefill];
    }
    assert.ok(walked.nothing >= 10 && walked.last_visit >= 10, JSON.stringify(walked));
  });

  test("of a patient is empty", async () => {
    const { page } = it;
    await visit(page, server, "/patients");
    await page.click('button:has-text("New patient")');
    await settled(page);
    assert.ok((await page.$$("dialog form input, [role=dialog] form input")).length > 5);
    assert.deepEqual(await held(page), []);
  });
});
