import "../texts/in_english.ts";
import assert from "node:assert/strict";
import { test } from "node:test";

import type { Problem } from "../../../../app/web/app/api.ts";
import { refusalText } from "../../../../app/web/app/parts/people/try_note.tsx";
import { factorAfter, factorBody, noFactor } from "../../../../app/web/app/parts/people/second_factor.tsx";

const problem = (given: Partial<Problem>): Problem => ({
  status: 401,
  title: "",
  detail: "",
  remedy: "",
  id: "",
  values: {},
  errors: [],
  findings: [],
  questions: [],
  stored: null,
  code: "",
  waitS: 0,
  triesLeft: null,
  ...given,
});

test("a wrong proof is told as what it is, whichever part was wrong", () => {
  assert.equal(refusalText(problem({ code: "refused" }), "wrong"), "wrong");
  assert.equal(refusalText(problem({ code: "wrong_pin", triesLeft: 2 }), "wrong"), "wrong");
});

test("a PIN that is not taken any more asks for the password", () => {
  assert.match(refusalText(problem({ status: 409, code: "password_wanted" }), "wrong"), /password/);
});

test("everything else says what the server says and what to do", () => {
  assert.equal(
    refusalText(problem({ status: 422, detail: "is too short", remedy: "take 8 characters" }), "wrong"),
    "is too short take 8 characters",
  );
  assert.match(refusalText(problem({ status: 0 }), "wrong"), /does not answer/);
});

test("a code is sent once the account has asked for it, and typed anew after each refusal", () => {
  assert.deepEqual(factorBody(noFactor), {});
  const asked = factorAfter(noFactor, problem({ code: "second_factor" }));
  assert.deepEqual(asked, { kind: "code", text: "" });
  assert.deepEqual(factorBody({ ...asked, text: " 123456 " }), { code: "123456" });
  const recovery = { kind: "recovery_code", text: "abcd" } as const;
  assert.deepEqual(factorBody(recovery), { recovery_code: "abcd" });
  assert.deepEqual(factorAfter(recovery, problem({ code: "refused" })), { kind: "recovery_code", text: "" });
  assert.deepEqual(factorAfter(noFactor, problem({ code: "refused" })), noFactor);
});
