import assert from "node:assert/strict";
import { test } from "node:test";
import { signOffOf, standingOf, type SignOff } from "../../../../app/web/app/sign_off.ts";

const finding = { rule: "eczema", level: "sign_off", because: "eczema, chin", region: "chin" } as const;
const asked: SignOff = {
  id: 1,
  patient: "C-001",
  on: "2026-06-15",
  rule: "eczema",
  region: "chin",
  because: "eczema, chin",
  reason: "dry by now",
  asked_by: "mona",
  asked_at: "2026-06-15T10:00",
  state: "asked",
  answered_by: null,
  answer: null,
};

test("A sign-off answers the finding that it was asked for, on its day, and no other", () => {
  assert.equal(signOffOf(finding, [asked], "2026-06-15"), asked);
  assert.equal(signOffOf(finding, [asked], "2026-06-16"), null);
  for (const other of [{ rule: "rosacea" }, { because: "eczema, chin, until 2026-06" }, { region: "nose" as const }])
    assert.equal(signOffOf({ ...finding, ...other }, [asked], "2026-06-15"), null);
});

test("Of several the latest counts: what was declined is asked for anew", () => {
  const declined: SignOff = { ...asked, state: "declined", answered_by: "huda", answer: "still wet" };
  const again: SignOff = { ...asked, id: 2 };
  assert.equal(signOffOf(finding, [again, declined], "2026-06-15"), again);
});

test("A signature of who records the session is none for them", () => {
  const signed: SignOff = { ...asked, state: "signed", answered_by: "huda" };
  assert.equal(standingOf(null, "mona"), "unasked");
  assert.equal(standingOf(asked, "huda"), "asked");
  assert.equal(standingOf(signed, "mona"), "signed");
  assert.equal(standingOf(signed, "huda"), "own");
});
