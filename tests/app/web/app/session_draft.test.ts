import "../texts/in_english.ts";
import assert from "node:assert/strict";
import { test } from "node:test";

import {
  answerKey,
  lastOf,
  prefilled,
  sessionBody,
  settingsFor,
  toggled,
  unanswered,
} from "../../../../app/web/app/session_draft.ts";
import type { Finding, Kept, Kind } from "../../../../app/web/app/shapes.ts";
import { field } from "./kind.ts";

const kind: Kind = {
  noun: "session",
  plural: "sessions",
  summary: "",
  fields: [
    ...["device", "operator"].map((name) => field(name, "text", "last_visit")),
    field("pain", "whole"),
    ...["lot", "lot_expiry", "serial", "consent", "note"].map((name) => field(name, "text")),
  ],
  parts: null,
};

const active = (region: Finding["region"]): Finding => ({
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
    ...prefilled(kind, null, "2026-01-10T10:00"),
    overrides: { "active_lesions@chin": "left out", "active_lesions@nose": "gone" },
  };
  assert.deepEqual(sessionBody(draft, null, new Set([answerKey(active("chin"))])).overrides, {
    "active_lesions@chin": "left out",
  });
});

const session = (id: number, at: string, fields: Record<string, unknown> = {}): Kept => ({
  id,
  version: 1,
  voided: false,
  patient: "C-001",
  at,
  ...fields,
});
const areas = [{ region: "chin", depth_mm: 1.5, passes: 4 }];

test("nothing of one use, and nothing that proves something of one visit, is carried over", () => {
  const ofOneUse = {
    course: 4,
    endpoint: "erythema",
    pain: 3,
    downtime_days: 2,
    note: "calm",
    treated_cm2: 120,
    consent: "v3",
    lot: "L1",
    lot_expiry: "2027-01-01",
    anaesthetic_min: 40,
    anaesthetic_grams: 5,
    anaesthetic_area_cm2: 100,
  };
  const last = session(7, "2026-01-05T10:30", { ...ofOneUse, areas });
  const body = sessionBody(prefilled(kind, last, "2026-02-02T09:00"), null, new Set());
  assert.deepEqual(body, { at: "2026-02-02T09:00", areas });
});

test("how it was done is carried over: device, operator, regions with depth and passes", () => {
  const last = session(7, "2026-01-05T10:30", { device: "pen", operator: "Amal", serial: "S1", lot: null, areas });
  assert.deepEqual(prefilled(kind, last, "2026-02-02T09:00"), {
    fields: { at: "2026-02-02T09:00", device: "pen", operator: "Amal" },
    areas: { chin: { depth: "1.5", passes: "4" } },
    overrides: {},
  });
});

test("the last session is the latest that counts", () => {
  const all = [session(1, "2026-03-01"), session(2, "2026-01-01"), { ...session(3, "2026-04-01"), voided: true }];
  assert.equal(lastOf(all)?.id, 1);
  assert.equal(lastOf([]), null);
});

test("a region is taken as it was last needled, a new one as its neighbours, and goes when chosen again", () => {
  const draft = { ...prefilled(kind, null, "2026-02-02T09:00"), areas: { nose: { depth: "0.5", passes: "2" } } };
  const sessions = [
    session(1, "2025-12-01", { areas: [{ region: "chin", depth_mm: 1, passes: 1 }] }),
    session(2, "2026-01-01", { areas }),
    { ...session(3, "2026-01-09", { areas: [{ region: "chin", depth_mm: 3, passes: 9 }] }), voided: true },
  ];
  assert.deepEqual(settingsFor("chin", draft, sessions), { depth: "1.5", passes: "4" });
  assert.deepEqual(settingsFor("neck", draft, sessions), { depth: "0.5", passes: "2" });
  const chosen = toggled(draft, "chin", sessions);
  assert.deepEqual(Object.keys(chosen.areas), ["nose", "chin"]);
  assert.deepEqual(toggled(chosen, "chin", sessions).areas, draft.areas);
});

test("numbers go as numbers, with a comma too, texts as they are, and what is no number as it was typed", () => {
  const draft = {
    fields: { at: "2026-02-02T09:00", pain: "3", lot: "0012", note: " " },
    areas: { nose: { depth: "0,75", passes: "three" }, forehead: { depth: "1", passes: "2" } },
    overrides: {},
  };
  assert.deepEqual(sessionBody(draft, kind, new Set()), {
    at: "2026-02-02T09:00",
    pain: 3,
    lot: "0012",
    areas: [
      { region: "forehead", depth_mm: 1, passes: 2 },
      { region: "nose", depth_mm: 0.75, passes: "three" },
    ],
  });
});
