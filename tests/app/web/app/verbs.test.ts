import assert from "node:assert/strict";
import { test } from "node:test";

import { nouns } from "../../../../app/web/app/record_line.ts";
import { formAddress, forms, formsOf, verbOf, verbs } from "../../../../app/web/app/verbs.ts";

test("every kind of record has a form under a verb, and every verb has forms", () => {
  for (const noun of nouns)
    assert.ok(
      forms.some((form) => form.noun === noun),
      noun,
    );
  for (const verb of verbs) assert.ok(formsOf(verb).length > 0, verb);
  assert.equal(new Set(forms.map(({ what }) => what)).size, forms.length);
});

test("a session is a step of the visit, everything else a form", () => {
  const others = forms.filter((form) => !formAddress(form).startsWith("/observe"));
  assert.deepEqual(others.map(formAddress), ["/visit#session"]);
});

test("a medicine is what the patient has, a peel is what was done, and an allergy is had as any condition is", () => {
  assert.equal(verbOf("treatment", { kind: "oral_medicine" }), "has");
  assert.equal(verbOf("treatment", { kind: "peel" }), "did");
  assert.equal(verbOf("condition", { kind: "allergy" }), "has");
  assert.equal(verbOf("condition", { kind: "eczema" }), "has");
  assert.equal(verbOf("acne", {}), "saw");
  assert.equal(verbOf("appointment", { status: "planned" }), "plan");
});

test("no kind of treatment is lost between the two forms of it", () => {
  const choices = forms.flatMap(({ noun, only }) => (noun === "treatment" ? (only?.choices ?? []) : []));
  assert.deepEqual([...choices].sort(), [
    "botulinum",
    "dermabrasion",
    "filler",
    "injection",
    "laser",
    "light",
    "oral_medicine",
    "other",
    "peel",
    "topical_medicine",
  ]);
});
