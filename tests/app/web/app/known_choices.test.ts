import "../texts/in_english.ts";
import assert from "node:assert/strict";
import { test } from "node:test";

import { courseChoices, scaleChoices, sessionChoices } from "../../../../app/web/app/known_choices.ts";
import type { Kept } from "../../../../app/web/app/shapes.ts";

const kept = (id: number, fields: Record<string, unknown>): Kept => ({ id, version: 1, voided: false, ...fields });

test("a session and a course are chosen by their day and what they were for, newest first, none that is voided", () => {
  const areas = [{ region: "left_cheek" }];
  const sessions = [
    kept(1, { at: "2026-01-06T10:00:00", areas }),
    kept(2, { at: "2026-02-03T10:00:00", areas }),
    kept(3, { at: "2026-02-04T10:00:00", areas, voided: true }),
  ];
  assert.deepEqual(sessionChoices(sessions), [
    { value: "2", label: "Tue 3 Feb 2026, 10:00: left cheek" },
    { value: "1", label: "Tue 6 Jan 2026, 10:00: left cheek" },
  ]);
  assert.deepEqual(courseChoices([kept(4, { on: "2026-01-05", concern: "acne_scars" })]), [
    { value: "4", label: "Acne scars: Mon 5 Jan 2026" },
  ]);
});

test("a scale is chosen by its name", () => {
  const [first] = scaleChoices([{ code: "dlqi", name: "DLQI" }]);
  assert.deepEqual(first, { value: "dlqi", label: "Dermatology Life Quality Index" });
});
