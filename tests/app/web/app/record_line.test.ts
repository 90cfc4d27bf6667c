import assert from "node:assert/strict";
import { test } from "node:test";

import { entriesOf, keptLines } from "../../../../app/web/app/record_line.ts";
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
    finding({ because: "nose: 3 papules", not_asked: true }),
    finding({ because: "“Zorbital”", level: "not_judged" }),
    finding({ because: "nose: 2 mm", level: "caution" }),
    finding({ override: "entered in error", voided: true }),
    finding({ override: "of another", session: 8 }),
  ];
  const lines = [
    "chin: 3 papules; done because needled around",
    "nose: 3 papules; not asked at the time",
    "“Zorbital”; not judged",
  ];
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
