import "../texts/in_english.ts";
import assert from "node:assert/strict";
import { test } from "node:test";

import { dayLabel, moment, momentText } from "../../../../app/web/chart/moment.ts";

const day = 86_400_000;

test("a day is the same day in every time zone", () => {
  for (const zone of ["America/Los_Angeles", "Africa/Cairo", "Pacific/Auckland"]) {
    process.env["TZ"] = zone;
    assert.equal(moment("2024-01-05"), 19_727 * day, zone);
    assert.equal(new Date(moment("2024-01-05")).toISOString().slice(0, 10), "2024-01-05", zone);
  }
});

test("every day has 24 hours, also where the clock is put forward", () => {
  process.env["TZ"] = "Africa/Cairo";
  assert.equal(moment("2024-04-27") - moment("2024-04-26"), day);
  assert.equal(moment("2024-04-26T23:30") - moment("2024-04-26"), 23.5 * 3_600_000);
  assert.equal(moment("2024-04-26T00:00:01") - moment("2024-04-26"), 1000);
});

test("what is no civil time is refused", () => {
  for (const text of ["", "2024", "2024-1-5", "2024-01-05 junk", "2024-01-05T10", "2024-01-05Z"]) {
    assert.throws(() => moment(text), RangeError, text);
  }
});

test("a day and a moment are written as everywhere else", () => {
  assert.equal(dayLabel("2024-01-05T23:59"), "Fri 5 Jan 2024");
  assert.equal(momentText("2024-01-05T23:59"), "Fri 5 Jan 2024, 23:59");
});
