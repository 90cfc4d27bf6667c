import "../texts/in_english.ts";
import assert from "node:assert/strict";
import { test } from "node:test";

import { noiseFigure, noiseKind, noiseText } from "../../../../app/web/app/noise.ts";

test("noise is rounded up, with its unit and where it is from", () => {
  const noise = {
    value: 4.41,
    kind: "derived" as const,
    same_rater: false,
    medium: "live" as const,
    formula: null,
    source: null,
  };
  assert.equal(noiseText(noise, "{score}"), "4.5 points");
  assert.equal(noiseText({ ...noise, value: 3 }, "{lesions}"), "3 lesions");
  assert.equal(noiseText({ ...noise, value: 1 }, "{score}"), "1 point");
  assert.equal(noiseFigure({ ...noise, value: 12.000000000001 }), "12");
  assert.equal(noiseKind(noise), "derived from a published agreement");
});
