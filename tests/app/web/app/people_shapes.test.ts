import "../texts/in_english.ts";
import assert from "node:assert/strict";
import { test } from "node:test";

import { word } from "../../../../app/web/texts/texts.ts";
import { inOrder, lastDayOf, roleNames, tokenState } from "../../../../app/web/app/people_shapes.ts";

const now = Date.parse("2026-11-29T12:00:00Z");

test("a token is in force until its moment has come or it was revoked", () => {
  assert.equal(tokenState({ revoked: false, until: null }, now), "in_force");
  assert.equal(tokenState({ revoked: false, until: "2026-11-29T12:00:01Z" }, now), "in_force");
  assert.equal(tokenState({ revoked: false, until: "2026-11-29T12:00:00Z" }, now), "expired");
  assert.equal(tokenState({ revoked: true, until: null }, now), "revoked");
});

test("who is disabled stands last", () => {
  const list = [
    { name: "zora", active: true },
    { name: "adel", active: false },
    { name: "mona", active: true },
  ];
  assert.deepEqual(
    inOrder(list, (one) => !one.active).map((one) => one.name),
    ["mona", "zora", "adel"],
  );
});

test("every role has a name and says what it may", () => {
  assert.deepEqual(
    roleNames.filter((role) => !word("people.roles", role) || !word("people.role_texts", role)),
    [],
  );
});

test("a token that ends with a day is told by that day", () => {
  assert.equal(lastDayOf("2027-01-01T00:00:00Z"), "2026-12-31");
  assert.equal(lastDayOf("2026-12-31T09:30:00Z"), "2026-12-31");
});
