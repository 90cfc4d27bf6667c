// What a scanner types when it reads a box.
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { folded, scanned } from "../../../../app/web/app/lots/stock_scan.ts";

describe("A scanned code", () => {
  test("says lot and expiry, whatever their order and however it is written", () => {
    const said = { lot: "K2207", expiry: "2027-06-30" };
    assert.deepEqual(scanned("01095060001343521727063010K2207"), said);
    assert.deepEqual(scanned("]d201095060001343521727060010K2207"), said);
    assert.deepEqual(scanned("010950600013435210K2207\u001d17270630"), said);
    assert.deepEqual(scanned("(01)09506000134352(17)270630(10)K2207"), said);
  });

  test("may say no expiry", () => {
    assert.deepEqual(scanned("010950600013435210K2207"), { lot: "K2207", expiry: "" });
    assert.deepEqual(scanned("01095060001343521799990010K2207"), { lot: "K2207", expiry: "" });
  });

  test("is none where a lot was typed, or where it does not end as it should", () => {
    for (const text of ["", "K2207", "0109", "0109506000134352", "01095060001343521727AB3010K1"])
      assert.equal(scanned(text), null, text);
  });
});

test("A lot is the same whatever its case, blanks and dashes", () => {
  assert.equal(folded("k-22 07"), folded("K2207"));
  assert.notEqual(folded("K2207"), folded("K2208"));
});
