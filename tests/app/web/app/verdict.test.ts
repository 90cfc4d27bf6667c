import "../texts/in_english.ts";
import assert from "node:assert/strict";
import { test } from "node:test";

import type { VerdictName } from "../../../../app/web/app/shapes.ts";
import { benefitLook, signOf, toneOf, type Sign, type Tone } from "../../../../app/web/app/verdict.ts";

test("only what two visits say has a colour: one alone is never green or red", () => {
  const table: [VerdictName, boolean | null, Tone][] = [
    ["improved", true, "better"],
    ["improved", false, "unconfirmed"],
    ["improved", null, "unconfirmed"],
    ["worsened", true, "worse"],
    ["worsened", false, "unconfirmed"],
    ["unchanged", null, "plain"],
    ["changed", null, "plain"],
    ["stated", null, "plain"],
    ["not_sure", null, "plain"],
    ["not_enough_data", null, "plain"],
  ];
  for (const [verdict, confirmed, tone] of table) {
    assert.equal(toneOf({ verdict, confirmed }), tone, `${verdict} ${confirmed}`);
  }
});

test("the arrow is the way of the number, broken where it may be chance", () => {
  const table: [VerdictName, boolean | null, number | null, Sign][] = [
    ["improved", true, -5, "down"],
    ["improved", true, 5, "up"],
    ["improved", false, -5, "perhaps_down"],
    ["worsened", true, 5, "up"],
    ["not_sure", null, 5, "perhaps_up"],
    ["changed", null, 5, "up"],
    ["unchanged", null, -2, "same"],
    ["stated", null, null, "stated"],
    ["not_enough_data", null, null, "nothing"],
  ];
  for (const [verdict, confirmed, change, sign] of table) {
    assert.equal(signOf({ verdict, confirmed, change }), sign, `${verdict} ${confirmed} ${change}`);
  }
});

test("a benefit of which nobody can be sure has no colour", () => {
  assert.deepEqual(benefitLook({ verdict: "not_sure" }), { tone: "plain", sign: "perhaps" });
  assert.deepEqual(benefitLook({ verdict: "improved" }), { tone: "better", sign: "yes" });
});
