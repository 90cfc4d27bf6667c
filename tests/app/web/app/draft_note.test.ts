import "../texts/in_english.ts";
import assert from "node:assert/strict";
import { test } from "node:test";

import { draftLine } from "../../../../app/web/app/parts/draft_note.tsx";

const now = Date.parse("2026-05-05T12:00:00Z");
const found = (foundAt: string): string => draftLine({ state: "found", foundAt }, now);

test("a draft that is found says how old it is", () => {
  assert.match(found("2026-05-05T11:59:30Z"), /typed a moment ago/);
  assert.match(found("2026-05-05T11:58:00Z"), /typed 2 min ago/);
  assert.match(found("2026-05-05T08:30:00Z"), /typed 3 h 30 min ago/);
  assert.match(found("2026-05-03T11:00:00Z"), /typed 2 days 1 h ago/);
});

test("a draft that was kept by a clock that is ahead is a moment old", () => {
  assert.match(found("2026-05-05T12:00:30Z"), /typed a moment ago/);
});

test("only a draft that somebody typed says anything", () => {
  assert.equal(draftLine({ state: "untouched", foundAt: "" }, now), "");
  assert.match(draftLine({ state: "kept", foundAt: "" }, now), /not yet recorded/);
  assert.match(draftLine({ state: "unknown", foundAt: "" }, now), /never written twice/);
  assert.match(draftLine({ state: "away", foundAt: "" }, now), /kept on this device, encrypted, until it does/);
});
