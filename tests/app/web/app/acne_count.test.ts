import "../texts/in_english.ts";
import assert from "node:assert/strict";
import { test } from "node:test";

import * as acne from "../../../../app/web/app/acne_count.ts";

const { acneBody, counted, freshAcne, unseenOfFace } = acne;

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

test("a count is a whole number from 0 to the most that is taken", () => {
  const count = (value: number): number | undefined =>
    counted(freshAcne("2026-05-05"), "chin", "papules", value).regions.chin?.papules;
  assert.deepEqual([-1, 2.9, 1e6].map(count), [0, 2, acne.most]);
});

test("undo goes back step by step, to the beginning and no further", () => {
  const fresh = freshAcne("2026-05-05");
  const chin = counted(fresh, "chin", "papules", 1);
  const nose = acne.examined(chin, "nose");
  assert.deepEqual(acne.undone(nose).regions, chin.regions);
  assert.deepEqual(acne.undone(acne.undone(nose)), fresh);
  assert.deepEqual(acne.undone(fresh), fresh);
});

test("a region that was examined and is clear is sent with noughts, one that was not is not sent", () => {
  const draft = acne.unexamined(acne.examined(acne.examined(freshAcne("2026-05-05"), "nose"), "chin"), "chin");
  const body = acneBody({ ...draft, fields: { iga: "0", redness: " " } });
  const clear = Object.fromEntries(acne.lesions.map((lesion) => [lesion, 0]));
  assert.deepEqual(body, { on: "2026-05-05", iga: 0, regions: [{ region: "nose", ...clear }] });
});

test("examining a region again does not forget what was counted there", () => {
  const chin = counted(freshAcne("2026-05-05"), "chin", "papules", 3);
  assert.equal(acne.totalOf(acne.examined(chin, "chin").regions.chin), 3);
});

test("a form with a note alone has nothing to record, a grade alone has", () => {
  const fresh = freshAcne("2026-05-05");
  assert.ok(acne.isEmptyAcne({ ...fresh, fields: { note: "calm" } }));
  assert.ok(!acne.isEmptyAcne({ ...fresh, fields: { iga: "0" } }));
  assert.ok(!acne.isEmptyAcne({ ...fresh, rest: true }));
});

test("last time's counts are known where the region was examined, or all others were clear", () => {
  const last = { id: 1, version: 1, voided: false, regions: [{ region: "chin", papules: 2 }] };
  assert.equal(acne.lastCounts(last, "chin")?.papules, 2);
  assert.equal(acne.lastCounts(last, "nose"), null);
  assert.deepEqual(acne.lastCounts({ ...last, rest: "clear" }, "nose"), {});
  assert.equal(acne.lastCounts(null, "chin"), null);
});
