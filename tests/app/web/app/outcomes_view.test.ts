import "../texts/in_english.ts";
import assert from "node:assert/strict";
import { test } from "node:test";

import { groupName, shareText, sizeText } from "../../../../app/web/app/outcomes_view.ts";

test("a share stands with its count and its interval in whole percents", () => {
  assert.equal(shareText({ k: 8, n: 20, share: 0.4, low95: 0.2188, high95: 0.6134 }), "8 of 20 (22 to 61\u00A0%)");
});

test("a group of few says so, and one of unknown patients is not hidden", () => {
  assert.deepEqual((["small", "few", "enough"] as const).map(sizeText), [", very few", ", few", ""]);
  assert.equal(groupName(null), "not recorded");
  assert.equal(groupName("all"), "All patients");
  assert.equal(groupName("rf_insulated"), "Radiofrequency, insulated needles");
  assert.equal(groupName("up to 0.5 mm"), "Up to 0.5 mm");
  assert.equal(groupName("over 1 to 1.5 mm"), "Over 1 to 1.5 mm");
  assert.equal(groupName("over 3 mm"), "Over 3 mm");
  assert.equal(groupName("10 or more"), "10 or more");
  assert.equal(groupName("several"), "Several");
});
