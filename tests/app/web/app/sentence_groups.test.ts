import "../texts/in_english.ts";
import assert from "node:assert/strict";
import { test } from "node:test";

import { answerOf, weighed } from "../../../../app/web/app/sentence_groups.ts";
import { chiefSeries, mainSeries } from "../../../../app/web/app/series_choice.ts";
import { progress, series } from "./patient.ts";

const scars = series();
const acne = series({ instrument: "iga", concern: "active_acne" });
// An id that is missing shows itself.
const line = (text: string, about: string) => ({ text, id: text, values: {}, about });
const clinic = [
  line("These contradict each other.", "disagreement"),
  line("Call: burn.", "events"),
  line("Scars: better.", "ecca"),
  line("The start is the worst ever.", "ecca"),
  line("Acne: worse.", "iga"),
  line("One value is missing.", "gaps"),
  line("3 of 4 sessions.", "course"),
];

test("the answer leads with what contradicts, what is urgent, and what the course is for", () => {
  const { lead, others } = answerOf(progress({ series: [acne, scars], sentences: { clinic, patient: [] } }));
  assert.deepEqual(
    lead.map((one) => one.lines),
    [["These contradict each other."], ["Call: burn."], ["Scars: better.", "The start is the worst ever."]],
  );
  assert.deepEqual(
    others.map((one) => one.lines),
    [["Acne: worse."], ["3 of 4 sessions."]],
  );
});

test("without a course the first concern leads", () => {
  const { lead } = answerOf(
    progress({ course: null, series: [acne, scars], sentences: { clinic: clinic.slice(4), patient: [] } }),
  );
  assert.deepEqual(
    lead.map((one) => one.about),
    ["iga"],
  );
});

test("where nothing was seen of what the course is for, that is the answer", () => {
  const unseen = { text: "", id: "gap.no_observation", values: {} };
  const gaps = [{ kind: "no_observation", series: "", ...unseen }];
  const { lead, others } = answerOf(
    progress({ series: [acne], gaps, sentences: { clinic: clinic.slice(4), patient: [] } }),
  );
  assert.deepEqual(
    lead.map((one) => one.lines),
    [["Nothing is recorded yet on what the course is for."]],
  );
  assert.deepEqual(others[0]?.lines, ["Acne: worse."]);
});

test("scales of the course's concern come first, a region only where its scale has no whole", () => {
  const cheek = series({ instrument: "tewl@left_cheek", concern: "barrier" });
  const part = series({ instrument: "iga@chin", concern: "active_acne" });
  const all = progress({ series: [acne, part, cheek, scars] });
  assert.deepEqual(
    mainSeries(all).map((one) => one.instrument),
    ["ecca", "iga", "tewl@left_cheek"],
  );
  assert.deepEqual(
    chiefSeries(all, 2).map((one) => one.instrument),
    ["ecca", "iga"],
  );
});

test("of the other scales those that got worse are never folded away", () => {
  const about = (verdict: "improved" | "worsened", againstTrend = false) => ({
    about: "x",
    lines: ["x"],
    series: series({ verdict, against_trend: againstTrend }),
  });
  const course = { about: "course", lines: ["3 of 4 sessions."], series: null };
  const all = [about("worsened"), about("improved"), about("improved", true), course];
  assert.deepEqual(weighed(all), { shown: [all[0], all[2], course], folded: [all[1]] });
});
