import assert from "node:assert/strict";
import { test } from "node:test";

import { answerKey, prefilled, sessionBody, unanswered } from "../../../../app/web/app/session_draft.ts";
import type { Finding } from "../../../../app/web/app/shapes.ts";

const active = (region: string): Finding => ({
  rule: "active_lesions",
  level: "stop",
  because: `${region}: 3 papules`,
  region,
});
const pregnant: Finding = { rule: "pregnancy", level: "stop", because: "pregnancy", region: null };
const caution: Finding = { rule: "depth_of_the_guide", level: "caution", because: "nose: 2 mm", region: "nose" };

test("a reason answers a rule in the region that it was given for, and in no other", () => {
  const findings = [active("chin"), active("nose"), pregnant, caution];
  const left = (reasons: Record<string, string>): string[] => unanswered(findings, reasons).map(answerKey);
  assert.deepEqual(left({}), ["active_lesions@chin", "active_lesions@nose", "pregnancy"]);
  assert.deepEqual(left({ "active_lesions@chin": "left out", pregnancy: " " }), ["active_lesions@nose", "pregnancy"]);
  assert.deepEqual(left({ active_lesions: "left out" }), ["active_lesions@chin", "active_lesions@nose", "pregnancy"]);
  assert.deepEqual(left({ "active_lesions@chin": "a b", "active_lesions@nose": "c d", pregnancy: "e f" }), []);
});

test("only reasons that answer what the rules say now are sent", () => {
  const draft = {
    ...prefilled(null, "2026-01-10T10:00"),
    overrides: { "active_lesions@chin": "left out", "active_lesions@nose": "gone" },
  };
  assert.deepEqual(sessionBody(draft, null, new Set([answerKey(active("chin"))])).overrides, {
    "active_lesions@chin": "left out",
  });
});
