import assert from "node:assert/strict";
import { test } from "node:test";

import { acne_body, counted, fresh_acne, unseen_of_face } from "../../../../app/web/app/acne_count.ts";

test("a count of part of the face says what nobody looked at", () => {
  const fresh = fresh_acne("2026-05-05");
  const chin = counted(fresh, "chin", "papules", 2);
  assert.deepEqual(unseen_of_face(fresh), []);
  assert.ok(unseen_of_face(chin).includes("forehead"));
  assert.ok(!unseen_of_face(chin).includes("chin"));
  assert.deepEqual(unseen_of_face({ ...chin, rest: true }), []);
});

test("the rater is sent as it was typed, and not where nobody was named", () => {
  const chin = counted(fresh_acne("2026-05-05"), "chin", "papules", 2);
  assert.equal(acne_body({ ...chin, fields: { rater: "Amal 2" } }).rater, "Amal 2");
  assert.ok(!("rater" in acne_body(chin)));
});
