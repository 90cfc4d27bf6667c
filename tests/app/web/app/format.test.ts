import "../texts/in_english.ts";
import assert from "node:assert/strict";
import { test } from "node:test";

import * as format from "../../../../app/web/app/format.ts";

test("a date is written with what is known of it", () => {
  assert.equal(format.dayText("2026-05-29"), "Fri 29 May 2026");
  assert.equal(format.dayText("2012-02"), "Feb 2012");
  assert.equal(format.dayText("2012"), "2012");
  assert.equal(format.momentText("2026-05-29T14:30:10"), "Fri 29 May 2026, 14:30");
  assert.equal(format.momentText("2026-05-29"), "Fri 29 May 2026");
  assert.match(format.shortMomentText("2026-05-29T14:30"), /^Fri,? 29 May, 14:30$/);
});

test("days and hours are counted over the end of a month, a leap day and the change of clocks", () => {
  assert.equal(format.daysBetween("2024-02-28", "2024-03-01"), 2);
  assert.equal(format.daysBetween("2026-02-28T23:59", "2026-03-01T00:01"), 1);
  assert.equal(format.daysBetween("2026-03-28", "2026-03-30"), 2);
  assert.equal(format.daysBetween("2026-05-02", "2026-05-01"), -1);
  assert.equal(format.hoursBetween("2026-03-28T23:30", "2026-03-29T05:00"), 5.5);
});

test("nobody is a year older before the birthday", () => {
  assert.equal(format.ageText("1996-04-02", "2026-04-01"), "29 years");
  assert.equal(format.ageText("1996-04-02", "2026-04-02"), "30 years");
  assert.equal(format.ageText("1996", "2026-01-01"), "about 30 years");
  assert.equal(format.ageText("1996", "2026-12-31"), "30 years");
  assert.equal(format.ageText("1996-04", "2026-04-15"), "about 30 years");
  assert.equal(format.ageText("1996-04", "2026-05-01"), "30 years");
  assert.equal(format.ageText("1996-04", "2026-03-31"), "29 years");
});

test("a number has at most two decimals, below 1 three figures, and a change says which way", () => {
  assert.equal(format.numberText(0.0456), "0.0456");
  assert.equal(format.numberText(1000000), "1,000,000");
  assert.equal(format.numberText(12.346), "12.35");
  assert.equal(format.numberText(-3), "−3");
  assert.deepEqual([2.5, -2.5, 0].map(format.changeText), ["+2.5", "−2.5", "±0"]);
});

test("units and names are written as people write them", () => {
  assert.equal(format.unitText("{lesions}"), "lesions");
  assert.equal(format.unitText("g/(m2.h)"), "g/(m²·h)");
  assert.equal(format.unitText("cm2"), "cm²");
  assert.equal(format.unitText("1"), "");
  assert.equal(format.shortName("IGA (0 to 4) of the face"), "IGA of the face");
  assert.equal(format.capital(format.plain("left_cheek")), "Left cheek");
});

test("a duration is in the units that are read at once", () => {
  const durations = [3.5, 30, 24, 49, 0.25, -1].map(format.durationText);
  assert.deepEqual(durations, ["3 h 30 min", "1 day 6 h", "1 day", "2 days 1 h", "15 min", "0 min"]);
  assert.equal(format.durationText(23.9999), "1 day");
});
