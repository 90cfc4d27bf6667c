import "../texts/in_english.ts";
import assert from "node:assert/strict";
import { test } from "node:test";

import { groupName, groupingText, shareText, sizeText } from "../../../../app/web/app/outcomes_view.ts";

test("a share stands with its count and its interval in whole percents", () => {
  assert.equal(shareText({ k: 8, n: 20, share: 0.4, low95: 0.2188, high95: 0.6134 }), "8 of 20 (22 to 61\u00A0%)");
});

test("a group of few says so, and one of unknown patients is not hidden", () => {
  assert.deepEqual((["small", "few", "enough"] as const).map(sizeText), [", very few", ", few", ""]);
  assert.equal(groupName(null, "device"), "not recorded");
});

test("a group is called as people call it, and a label as the clinic wrote it", () => {
  assert.equal(groupName("all", "all"), "All patients");
  assert.equal(groupName("rf_insulated", "device"), "Radiofrequency, insulated needles");
  assert.equal(groupName("several", "device"), "Several devices");
  assert.equal(groupName("IV", "fitzpatrick"), "Fitzpatrick IV");
  assert.deepEqual(
    ["1", "4"].map((by) => groupName(by, "sessions")),
    ["1 session", "4 sessions"],
  );
  assert.equal(groupName("acne_scars", "course"), "Acne scars");
  assert.equal(groupName("=control", "tag:arm"), "=control");
  assert.deepEqual(["all", "tag:arm", "depth"].map(groupingText), ["", "by tag arm", "by deepest needling"]);
  assert.deepEqual(
    ["up to 0.5 mm", "over 1 to 1.5 mm", "over 3 mm"].map((by) => groupName(by, "depth")),
    ["Up to 0.5 mm", "Over 1 to 1.5 mm", "Over 3 mm"],
  );
});
