// Days as people type them.
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { typedDay, typedMoment, typedPartialDay, typedTime } from "../../../../app/web/texts/typed_day.ts";

const today = "2026-11-23"; // a Monday
const ofAll = (cases: Record<string, string | null>, leaning: "nearest" | "ahead" = "nearest"): void => {
  for (const [typed, day] of Object.entries(cases)) assert.equal(typedDay(typed, today, leaning), day, typed);
};

describe("A day that is typed", () => {
  test("is read day first, with or without its year", () => {
    ofAll({
      "28.11": "2026-11-28",
      "28.11.": "2026-11-28",
      "28/11": "2026-11-28",
      "28-11-2026": "2026-11-28",
      "28 11 26": "2026-11-28",
      "3.4.2027": "2027-04-03",
      "2026-11-28": "2026-11-28",
    });
  });

  test("may have the name of its month", () => {
    ofAll({
      "28 nov": "2026-11-28",
      "28nov": "2026-11-28",
      "28. November 2026": "2026-11-28",
      "5 Sept": "2026-09-05",
      "Sat 28 Nov 2026": "2026-11-28",
      "1 march 27": "2027-03-01",
    });
  });

  test("may be a word: today, or the last such day of the week", () => {
    ofAll({
      today,
      Yesterday: "2026-11-22",
      tomorrow: "2026-11-24",
      sat: "2026-11-21",
      Monday: today,
      tue: "2026-11-17",
    });
  });

  test("is read in Arabic too", () => {
    ofAll({
      "٢٨.١١": "2026-11-28",
      "28 نوفمبر": "2026-11-28",
      "٢٨ تشرين الثاني ٢٠٢٦": "2026-11-28",
      "السبت 28 نوفمبر 2026": "2026-11-28",
      اليوم: today,
      السبت: "2026-11-21",
    });
  });

  test("without a year is the nearest, or the next where days lie ahead", () => {
    ofAll({ "30.3": "2027-03-30", "28.12": "2026-12-28", "1.7": "2026-07-01" });
    ofAll({ "1.7": "2027-07-01", sat: "2026-11-28", "23.11": today, "29.2": "2028-02-29" }, "ahead");
  });

  test("that is none is refused, and nothing is made of it", () => {
    ofAll({
      "31.2": null,
      "29.2.2027": null,
      "0.5": null,
      "28.13": null,
      "11/28/2026": null,
      nov: null,
      "28": null,
      "28 nove": null,
      "28.11.026": null,
      "x 28.11": null,
      "2026-13-01": null,
      "": null,
    });
  });
});

describe("A time that is typed", () => {
  test("is read in 24 hours", () => {
    const cases = {
      "14:30": "14:30",
      "14.30": "14:30",
      "1430": "14:30",
      "9": "09:00",
      "٩:٠٥": "09:05",
      "905": "09:05",
    };
    for (const [typed, time] of Object.entries(cases)) assert.equal(typedTime(typed), time, typed);
  });

  test("that is none is refused", () => {
    for (const typed of ["24:00", "9:60", "2 pm", "", "14:3", "12345"]) assert.equal(typedTime(typed), null, typed);
  });
});

describe("A day in other digits", () => {
  test("is the day that it is in Western ones", () => {
    ofAll({
      "٢٨.١١": "2026-11-28",
      "۲۸/۱۱/۲۰۲۶": "2026-11-28",
      "٢٨٫١١": "2026-11-28",
      "٢٨ نوفمبر ٢٠٢٦": "2026-11-28",
    });
    assert.equal(typedTime("٢٠:٣٠"), "20:30");
    assert.equal(typedTime("۹"), "09:00");
  });
});

describe("A day of which not all is known", () => {
  const read = (typed: string): string | null => typedPartialDay(typed, today);
  test("may be a year or a month alone", () => {
    for (const [typed, day] of Object.entries({
      "1999": "1999",
      "١٩٩٩": "1999",
      "5.1999": "1999-05",
      "05/1999": "1999-05",
      "may 1999": "1999-05",
      "مايو ١٩٩٩": "1999-05",
      "1999-05": "1999-05",
    }))
      assert.equal(read(typed), day, typed);
  });

  test("is else read as every other day", () => {
    for (const [typed, day] of Object.entries({
      "14.6": "2026-06-14",
      "14/06/2026": "2026-06-14",
      yesterday: "2026-11-22",
      "4.5.1999": "1999-05-04",
      "4 may 1999": "1999-05-04",
      "13.1999": null,
      "1999-13": null,
      may: null,
    }))
      assert.equal(read(typed), day, typed);
  });

  test("of a birth is never ahead", () => {
    assert.equal(typedPartialDay("4.5.99", today, "behind"), "1999-05-04");
    assert.equal(typedPartialDay("4.5.26", today, "behind"), "2026-05-04");
    assert.equal(typedPartialDay("24.11", today, "behind"), "2025-11-24");
    assert.equal(typedPartialDay("29.2", today, "behind"), "2024-02-29");
  });
});

describe("A day with a time of day behind it", () => {
  test("is typed whole", () => {
    for (const [typed, moment] of Object.entries({
      "28.11 20:00": "2026-11-28T20:00",
      "30.11.2026 20:00": "2026-11-30T20:00",
      "28 nov 2026, 8.30": "2026-11-28T08:30",
      "today 14:30": "2026-11-23T14:30",
      "2026-11-28T20:00": "2026-11-28T20:00",
      "٢٨.١١ ٢٠:٠٠": "2026-11-28T20:00",
      "28.11": "2026-11-28",
      "28.11 20:0": null,
      "28.11 25:00": null,
      "20:00": null,
    }))
      assert.equal(typedMoment(typed, today), moment, typed);
  });
});
