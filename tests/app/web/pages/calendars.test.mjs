// Calendar files, read by two programs that others use: libical and ical.js.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { fileURLToPath } from "node:url";
import ICAL from "ical.js";
import { folder, freshBook, needlebook } from "../support/book.mjs";

const reader = fileURLToPath(new URL("../support/read_calendar.py", import.meta.url));
const byLibical = (path) =>
  execFileSync("python3", [reader, path], { encoding: "utf8" })
    .split("\n")
    .filter((line) => line !== "");
const byIcalJs = (path) =>
  new ICAL.Component(ICAL.parse(readFileSync(path, "utf8"))).getAllSubcomponents("vevent").map((event) => {
    const { summary, startDate, endDate, uid } = new ICAL.Event(event);
    assert.ok(uid.endsWith("@needlebook"), uid);
    assert.ok(startDate.toUnixTime() > 0 && endDate.toUnixTime() >= startDate.toUnixTime());
    return summary;
  });

const room = folder();
let book;
const asOf = ["--as-of", "2026-06-15"];
const record = (...words) => needlebook(...words, "--book", book);

before(() => {
  book = freshBook(room.path);
  record("clinic", "set", "telephone=+20 100 000 0000");
  record("patient", "add", "--chart", "C-001", "--name", "Huda Saleh");
  record("patient", "add", "--chart", "C,2;x", "--language", "ar");
  for (const at of ["2026-06-20T10:30", "2026-07-20T10:30", "2026-08-20T09:00"])
    record("appointment", "add", "C-001", "--at", at);
  record("appointment", "add", "C,2;x", "--at", "2026-06-21T09:00");
});
after(() => room.remove());

const made = (name, ...words) => {
  const path = join(room.path, name);
  record(...words, "--out", path, ...asOf);
  return path;
};

describe("A calendar file is read by libical and ical.js alike", () => {
  test("of the clinic's appointments, with chart numbers alone", () => {
    const path = made("clinic.ics", "appointment", "calendar", "--days", "60");
    assert.deepEqual(byLibical(path), ["C-001", "C,2;x", "C-001"]);
    assert.deepEqual(byIcalJs(path), byLibical(path));
  });

  test("of a patient's dates, in their language, without who or what for", () => {
    const path = made("huda.ics", "patient", "calendar", "C-001");
    assert.deepEqual(byLibical(path), Array(3).fill("Visit: Test clinic"));
    assert.deepEqual(byIcalJs(path), byLibical(path));
    assert.doesNotMatch(readFileSync(path, "utf8"), /Huda|C-001|needling|acne|scar/i);
    const arabic = made("arabic.ics", "patient", "calendar", "C,2;x");
    assert.deepEqual(byLibical(arabic), ["موعد: Test clinic"]);
    assert.deepEqual(byIcalJs(arabic), byLibical(arabic));
  });
});

test("A patient without a date ahead has no calendar", () => {
  record("patient", "add", "--chart", "C-003");
  assert.throws(() => made("none.ics", "patient", "calendar", "C-003"), /no date is planned/);
});
