// What the rules say of a visit, for its bar.
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { Finding } from "../../../../app/web/app/shapes.ts";
import * as gate from "../../../../app/web/app/visit_gate.ts";

const found = (rule: string, level: Finding["level"], region?: string): Finding =>
  ({ rule, level, because: rule, region: region ?? null }) as Finding;
const all = [
  found("traceability", "caution"),
  found("stale_lesions", "sign_off", "chin"),
  found("active_lesions", "stop", "left_cheek"),
  found("depth_not_evaluated", "caution", "chin"),
];

describe("The bar", () => {
  test("says the gravest first and counts each level", () => {
    assert.deepEqual(
      gate.inOrder(all).map(({ rule }) => rule),
      ["active_lesions", "stale_lesions", "traceability", "depth_not_evaluated"],
    );
    assert.equal(gate.gravest(all), "stop");
    assert.equal(gate.gravest([]), null);
    assert.equal(gate.countOf(all, "caution"), 2);
  });

  test("offers what answers a finding, and nothing where only a decision does", () => {
    assert.deepEqual(gate.remedyOf(found("stale_lesions", "sign_off", "chin")), { kind: "look", region: "chin" });
    assert.deepEqual(gate.remedyOf(found("active_lesions", "stop", "nose")), { kind: "leave_out", region: "nose" });
    assert.deepEqual(gate.remedyOf(found("cartridge_expired", "stop")), { kind: "field", field: "lot" });
    assert.deepEqual(gate.remedyOf(found("anaesthetic", "stop")), { kind: "no_anaesthetic" });
    assert.deepEqual(gate.remedyOf(found("cartridge_lot_short", "caution")), { kind: "field", field: "lot" });
    assert.equal(gate.remedyOf(found("anticoagulant", "sign_off")), null, "it is signed");
    assert.equal(gate.remedyOf(found("photosensitiser", "caution")), null);
    assert.equal(gate.remedyOf(found("stale_lesions", "sign_off")), null, "it names no region");
  });

  test("offers to needle nobody today where no field answers a stop", () => {
    for (const rule of ["metal_allergy", "pregnancy", "breastfeeding", "bleeding_disorder", "herpes_active"])
      assert.deepEqual(gate.remedyOf(found(rule, "stop")), { kind: "no_session" }, rule);
    assert.deepEqual(gate.remedyOf(found("minor", "sign_off")), { kind: "person" });
    assert.deepEqual(gate.remedyOf(found("allergy_substance", "stop")), { kind: "no_anaesthetic" });
    assert.deepEqual(gate.remedyOf(found("open_wound", "stop", "chin")), { kind: "leave_out", region: "chin" });
  });

  test("asks of a depth at its own field alone", () => {
    assert.deepEqual(gate.askedOfDepth(all, "chin"), ["depth_not_evaluated"]);
    assert.deepEqual(gate.askedOfDepth(all, "left_cheek"), []);
    assert.equal(gate.stopsAt(all, "left_cheek"), true);
    assert.equal(gate.stopsAt(all, "chin"), false);
  });

  test("knows in which step something that was refused is put right", () => {
    assert.deepEqual(gate.placeOfFault("session/areas/0/depth_mm"), { step: "session", noun: "session" });
    assert.deepEqual(gate.placeOfFault("acne/on"), { step: "session", noun: "acne" });
    assert.deepEqual(gate.placeOfFault("scars/note"), { step: "skin", noun: "scars" });
    assert.deepEqual(gate.placeOfFault("application/0/active"), { step: "aftercare", noun: "application" });
  });

  test("knows what of a pointer lies within a part", () => {
    assert.equal(gate.within("session/areas/0/depth_mm", "session"), "areas/0/depth_mm");
    assert.equal(gate.within("session", "session"), "");
    assert.equal(gate.within("sessions/areas", "session"), null);
    assert.equal(gate.within("areas/10/depth_mm", "areas/1"), null);
  });
});
