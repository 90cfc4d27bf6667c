import "../texts/in_english.ts";
import assert from "node:assert/strict";
import { test } from "node:test";

import { dayOf, entriesOf, keptLines, lineOf } from "../../../../app/web/app/record_line.ts";
import type { Kept } from "../../../../app/web/app/shapes.ts";

const finding = (over: Record<string, unknown>): Kept => ({
  id: 1,
  version: 1,
  voided: false,
  session: 7,
  level: "stop",
  because: "chin: 3 papules",
  override: null,
  not_asked: null,
  ...over,
});

test("what a session was done over stands with it, and with no other", () => {
  const findings = [
    finding({ override: "needled around" }),
    finding({ override: "dry by now", signed_by: "huda" }),
    finding({ because: "nose: 3 papules", not_asked: true }),
    finding({ because: "“Zorbital”", level: "not_judged" }),
    finding({ because: "nose: 2 mm", level: "caution" }),
    finding({ override: "entered in error", voided: true }),
    finding({ override: "of another", session: 8 }),
  ];
  const lines = [
    "chin: 3 papules; done because needled around",
    "chin: 3 papules; done because dry by now, signed by huda",
    "nose: 3 papules; not asked at the time",
    "“Zorbital”; not judged",
  ].map((text) => ({ text }));
  assert.deepEqual(keptLines(findings, 7), lines);
  const record = { id: 7, version: 1, voided: false, at: "2026-01-10T10:00" };
  const [session, course] = entriesOf(
    [
      { noun: "session", records: [record] },
      { noun: "course", records: [record] },
    ],
    findings,
  );
  assert.deepEqual([session?.kept, course?.kept], [lines, []]);
});

test("a record is a line: its parts first, then what else was given, with its label", () => {
  const kept = { id: 1, version: 1, voided: false, patient: "C-001" };
  const session = { ...kept, at: "2026-01-10T10:00", areas: [{ region: "left_cheek", depth_mm: 1.5, passes: 4 }] };
  assert.equal(
    lineOf("session", { ...session, device: "pen", pain: 3, note: null }),
    "left cheek 1.5 mm × 4 · pen · Pain 3",
  );
  const acne = { ...kept, on: "2026-01-10", rest: "clear", regions: [{ region: "chin", papules: 2, cysts: 1 }] };
  assert.equal(lineOf("acne", { ...acne, iga: 3 }), "chin 3 · other regions clear · IGA 3");
});

test("a label in a line says neither unit nor range, in whatever way the language sets them apart", () => {
  const session = { id: 1, version: 1, voided: false, at: "2026-01-10T10:00", needle_mm: 0.25, every: "4w" };
  assert.equal(lineOf("session", session), "Needle diameter 0.25 · every 4 weeks");
});

test("a record stands on the day that its kind has, newest first, without a day last", () => {
  const record = (id: number, fields: Record<string, unknown>): Kept => ({ id, version: 1, voided: false, ...fields });
  assert.equal(dayOf(record(1, { onset: "2026-02" })), "2026-02");
  assert.equal(dayOf(record(1, { from: 12 })), "");
  const lists = [
    { noun: "event" as const, records: [record(1, { onset: "2026-02-01" }), record(2, {})] },
    { noun: "acne" as const, records: [record(3, { on: "2026-02-01" }), record(4, { on: "2026-03-01" })] },
  ];
  assert.deepEqual(
    entriesOf(lists, []).map((entry) => entry.record.id),
    [4, 3, 1, 2],
  );
});

test("a score that was computed from a record does not stand beside it", () => {
  const score = { id: 1, version: 1, voided: false, at: "2026-02-01" };
  const records = [
    { ...score, from: null },
    { ...score, id: 2, from: "acne 3" },
  ];
  assert.deepEqual(
    entriesOf([{ noun: "score", records }], []).map((entry) => entry.record.id),
    [1],
  );
});
