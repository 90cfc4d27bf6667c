import "../texts/in_english.ts";
import assert from "node:assert/strict";
import { describe, test } from "node:test";

import {
  coverOf,
  deviceLabel,
  digitsOf,
  initialsOf,
  mayDo,
  ownerOf,
  shownName,
  type SignIn,
} from "../../../../app/web/app/sign_in_state.ts";

const nobody: SignIn = {
  accounts: true,
  clinic: "Test clinic",
  signed_in: null,
  locked: false,
  people: [],
  lock_minutes: 15,
  digits: "latn",
  umm_al_qura: false,
  key: null,
};
const huda: SignIn = {
  ...nobody,
  signed_in: {
    name: "huda",
    display_name: "Dr Huda Saleh",
    language: null,
    role: "assistant",
    second_factor: false,
    rights: ["read_records", "void_own"],
  },
  key: "k",
};

describe("What stands in front of the page", () => {
  test("a book without accounts asks nobody to sign in, nor does a server that has not answered", () => {
    assert.equal(coverOf({ ...nobody, accounts: false }, false), "none");
    assert.equal(coverOf(null, false), "none");
  });
  test("with accounts it is the sign-in until somebody is, and the lock while it is locked here or there", () => {
    assert.equal(coverOf(nobody, false), "sign_in");
    assert.equal(coverOf(huda, false), "none");
    assert.equal(coverOf({ ...huda, locked: true }, false), "locked");
    assert.equal(coverOf(huda, true), "locked");
    assert.equal(coverOf(nobody, true), "sign_in");
  });
  test("the page is of whoever is signed in, of nobody behind a cover, and of no name without accounts", () => {
    assert.equal(ownerOf(huda, false), "huda");
    assert.equal(ownerOf(huda, true), null);
    assert.equal(ownerOf(nobody, false), null);
    assert.equal(ownerOf({ ...nobody, accounts: false }, false), "");
  });
});

test("one may what the server lists; without accounts everything, signed out nothing", () => {
  assert.equal(mayDo(huda, "void_own"), true);
  assert.equal(mayDo(huda, "override_stop"), false);
  assert.equal(mayDo(nobody, "read_records"), false);
  assert.equal(mayDo({ ...nobody, accounts: false }, "keep_book"), true);
});

test("a person is shown as they wish, else by their name", () => {
  assert.equal(shownName({ name: "huda", display_name: "Dr Huda Saleh" }), "Dr Huda Saleh");
  assert.equal(shownName({ name: "huda", display_name: null }), "huda");
  assert.equal(shownName({ name: "huda", display_name: " " }), "huda");
});

test("the letters in a disc are of the first and the last name, in any script, without a title", () => {
  assert.equal(initialsOf("Dr Huda Saleh"), "HS");
  assert.equal(initialsOf("Dr. Anna Maria van Dyk"), "AD");
  assert.equal(initialsOf("mona"), "M");
  assert.equal(initialsOf("هدى صالح"), "هص");
  assert.equal(initialsOf("7th desk"), "D");
  assert.equal(initialsOf("42"), "4");
  assert.equal(initialsOf(""), "");
});

test("a browser is called by its name and system", () => {
  const chrome = "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0 Safari/537.36";
  assert.equal(deviceLabel(chrome), "Chrome on Linux");
  assert.equal(deviceLabel(`${chrome} Edg/140.0`), "Edge on Linux");
  assert.equal(
    deviceLabel("Mozilla/5.0 (Windows NT 10.0; rv:140.0) Gecko/20100101 Firefox/140.0"),
    "Firefox on Windows",
  );
  assert.equal(
    deviceLabel("Mozilla/5.0 (iPad; CPU OS 18_0 like Mac OS X) Version/18.0 Safari/604.1"),
    "Safari on iPad",
  );
  assert.equal(deviceLabel("something"), "Browser");
});

test("a PIN is its first six digits, whatever is typed or pasted", () => {
  assert.equal(digitsOf("12 34-56"), "123456");
  assert.equal(digitsOf("1234567"), "123456");
  assert.equal(digitsOf("abc"), "");
});
