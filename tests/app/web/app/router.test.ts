import "../texts/in_english.ts";
import assert from "node:assert/strict";
import { test } from "node:test";

import { pageOf, stepsOf } from "../../../../app/web/app/router.ts";

test("a chart number of any letters comes back from its address", () => {
  for (const chartNumber of ["C-001", "C 001", "a/b", "100%", "ملف"]) {
    assert.deepEqual(stepsOf(pageOf(chartNumber, "/session")), ["patients", chartNumber, "session"]);
  }
});

test("an address that is no address is taken as it stands", () => {
  assert.deepEqual(stepsOf("/patients/%E0%A4%A/"), ["patients", "%E0%A4%A"]);
  assert.deepEqual(stepsOf("/"), []);
});
