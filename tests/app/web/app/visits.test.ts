import "../texts/in_english.ts";
import assert from "node:assert/strict";
import { test } from "node:test";

import { entriesOf, type Noun } from "../../../../app/web/app/record_line.ts";
import type { Kept } from "../../../../app/web/app/shapes.ts";
import { lineOfVerb, lotsOf, overridesOf, peopleOf, sessionNumbers, visitsOf } from "../../../../app/web/app/visits.ts";

const kept = (id: number, fields: Record<string, unknown>): Kept => ({ id, version: 1, voided: false, ...fields });
const area = (region: string) => ({ region, depth_mm: 1, passes: 2 });
const session = (id: number, at: string, others = {}) =>
  kept(id, { at, areas: ["forehead", "nose", "chin", "left_cheek", "right_cheek"].map(area), ...others });

const lists: { noun: Noun; records: Kept[] }[] = [
  {
    noun: "session",
    records: [
      session(1, "2026-01-06T10:00", { lot: "K1", operator: "Amal" }),
      session(2, "2026-02-03T10:00", { lot: "K2", operator: "Amal" }),
      session(3, "2026-02-03T09:00", { voided: true }),
    ],
  },
  {
    noun: "acne",
    records: [
      kept(1, {
        on: "2026-02-03",
        rater: "Sami",
        regions: [
          { region: "chin", papules: 3 },
          { region: "nose", cysts: 1 },
        ],
      }),
    ],
  },
  { noun: "condition", records: [kept(1, { kind: "eczema", from: null })] },
  { noun: "appointment", records: [kept(1, { at: "2026-03-03T10:00", status: "planned" })] },
];
const findings = [
  kept(9, { session: 1, rule: "eczema", level: "stop", because: "eczema", override: "healed", signed_by: null }),
];
const entries = entriesOf(lists, findings);
const visits = visitsOf(entries, "2026-02-10");
const numbers = sessionNumbers(entries);
const on = (day: string) => {
  const found = visits.find((visit) => visit.day === day);
  assert.ok(found, day);
  return found;
};

test("records of one day are one visit, newest first, what has no day last, and what lies ahead is marked", () => {
  assert.deepEqual(
    visits.map(({ day, ahead, entries: of }) => [day, ahead, of.length]),
    [
      ["2026-03-03", true, 1],
      ["2026-02-03", false, 3],
      ["2026-01-06", false, 1],
      ["", false, 1],
    ],
  );
});

test("a visit's line says in short what was seen and done, with the session's number, and no voided record", () => {
  assert.deepEqual(lineOfVerb(on("2026-02-03"), "saw", numbers), ["4 lesions"]);
  assert.deepEqual(lineOfVerb(on("2026-02-03"), "did", numbers), ["Session 2: forehead, nose, chin and 2 more"]);
  assert.deepEqual(lineOfVerb(on("2026-01-06"), "did", numbers), ["Session 1: forehead, nose, chin and 2 more"]);
  assert.deepEqual(lineOfVerb(on(""), "has", numbers), ["eczema"]);
  assert.deepEqual(lineOfVerb(on("2026-03-03"), "plan", numbers), ["appointment: planned"]);
});

test("lots and people are those of the visit", () => {
  assert.deepEqual(lotsOf(on("2026-02-03")), ["K2"]);
  assert.deepEqual(peopleOf(on("2026-02-03")), ["Sami", "Amal"]);
});

test("a visit at which a rule was gone over says so, another does not", () => {
  assert.equal(overridesOf(on("2026-01-06")).length, 1);
  assert.equal(overridesOf(on("2026-02-03")).length, 0);
});
