// What is seen: acne, scars, marks.
import { plural } from "./plural.ts";

export const observe = {
  observe: {
    title: "Observation",
    what: "What was seen",
    on: "Seen on",
    acneHint: "Active lesions that are there now. Choose a region, then tap or press + for each lesion.",
    regionNow: "Region",
    total: (count: number) => plural(count, "lesion", "lesions"),
    notExamined: "not examined",
    examinedClear: "examined, none",
    markClear: "Examined: no lesions here",
    unmark: "Not examined after all",
    restClear: "Every other region was examined and is clear",
    partOfFace: (list: string) =>
      `Part of the face so far; not examined: ${list}. Such a count is compared only ` +
      "where both visits looked. If they are clear, tick the box above.",
    raterEmpty: "empty: whoever records",
    scarsRest: "No other types: they were looked for, and there are none",
    scarsRestHint:
      "Without it the scores of the tables (Goodman-Baron points, ECCA) are not " +
      "computed: a type that is not counted may not have been looked for.",
    marksNone: "No marks of this kind: the whole face was looked at",
    marksDevice: "Device that read them",
    marksDeviceHint: "Probe and serial number: readings of different devices do not compare.",
    undo: "Undo",
    oneMore: (what: string) => `One more: ${what}`,
    oneLess: (what: string) => `One less: ${what}`,
    was: (value: string, day: string) => `was ${value} on ${day}`,
    wasShort: (value: string) => `was ${value}`,
    scores: "Scores as you enter",
    scoresNone: "Scores appear here as soon as there is enough to compute one.",
    scarsHint: "Contour, not colour. Count by type, or give the grade; both if you can.",
    marksHint: "Colour, not contour: brown, red, or melasma.",
    pahpi: "PAHPI, after acne",
    masi: "Area and darkness by region (MASI)",
    record: (noun: string) => `Record ${noun}`,
    nothing: "Enter at least one value.",
    gradeHelp: "Questions that decide the grade",
  },
  pahpi: {
    size: {
      label: "Size of the marks",
      options: [
        [2, "under 3 mm"],
        [4, "3 to 6 mm"],
        [6, "7 to 10 mm"],
        [8, "over 10 mm"],
      ],
    },
    intensity: {
      label: "How dark",
      options: [
        [3, "a little darker"],
        [6, "moderately"],
        [9, "much darker"],
      ],
    },
    number: {
      label: "How many",
      options: [
        [1, "1 to 15"],
        [2, "16 to 30"],
        [3, "31 to 45"],
        [4, "46 to 60"],
        [5, "over 60"],
      ],
    },
  } as Record<string, { label: string; options: [number, string][] }>,
};
