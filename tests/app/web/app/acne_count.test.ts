import assert from "node:assert/strict";
import { test } from "node:test";

import { acneBody, counted, freshAcne, unseenOfFace } from "../../../../app/web/app/acne_count.ts";

test("a count of part of the face says what nobody looked at", () => {
  const fresh = freshAcne("2026-05-05");
  const chin = counted(fresh, "chin", "papules", 2);
  assert.deepEqual(unseenOfFace(fresh), []);
  assert.ok(unseenOfFace(chin).includes("forehead"));
  assert.ok(!unseenOfFace(chin).includes("chin"));
  assert.deepEqual(unseenOfFace({ ...chin, rest: true }), []);
});

test("the rater is sent as it was typed, and not where nobody was named", () => {
  const chin = counted(freshAcne("2026-05-05"), "chin", "papules", 2);
  assert.equal(acneBody({ ...chin, fields: { rater: "Amal 2" } }).rater, "Amal 2");
  assert.ok(!("rater" in acneBody(chin)));
});
