import "../texts/in_english.ts";
import assert from "node:assert/strict";
import { test } from "node:test";

import {
  changeModel,
  improvedModel,
  overviewModel,
  responseModels,
  resultsOf,
  type OutcomesJson,
  type ResultJson,
} from "../../../../app/web/chart/gather_outcomes.ts";
import { rowText } from "../../../../app/web/chart/messages.ts";

function result(others: Partial<ResultJson> = {}): ResultJson {
  return {
    instrument: "iga",
    name: "Investigator's Global Assessment (IGA)",
    unit: "{score}",
    better: "lower",
    size: "enough",
    change: { n: 12, mean: -1.5, sd: 1.2, low95: -2.2, high95: -0.8 },
    improved: {
      confirmed: { k: 6, n: 12, share: 0.5, low95: 0.25, high95: 0.75 },
      unconfirmed: { k: 3, n: 12, share: 0.25, low95: 0.09, high95: 0.53 },
    },
    worsened: null,
    noise: { source: null },
    time_to_response: {
      n: 12,
      responded: 2,
      steps: [
        { days: 28, at_risk: 12, survival: 1, low95: null, high95: null },
        { days: 84, at_risk: 11, survival: 0.5, low95: 0.2, high95: 0.8 },
      ],
    },
    ...others,
  };
}

function outcomes(...groups: ResultJson[][]): OutcomesJson {
  return { groups: groups.map((instruments) => ({ instruments })) };
}

const none = { change: null, improved: null, time_to_response: null };

test("a scale has a row for each group with values on it", () => {
  const all = resultsOf(outcomes([result(), result({ instrument: "dlqi" })], [result()]));
  assert.deepEqual([...all.keys()], ["iga", "dlqi"]);
  assert.deepEqual(
    all.get("iga")?.map((row) => row.group),
    [0, 1],
  );
});

test("the scale of changes holds every interval and no change", () => {
  const rows = resultsOf(outcomes([result()], [result({ ...none })])).get("iga") ?? [];
  const model = changeModel(rows, ["TRT", "PBO"]);
  assert.deepEqual(model?.range, { low: -2.2, high: 0 });
  assert.equal(model?.decimals, 1);
  assert.deepEqual(
    model?.rows.map((row) => [row.label, row.n, row.value]),
    [["TRT", 12, -1.5]],
  );
});

test("where nobody has a later value there is no chart", () => {
  const rows = resultsOf(outcomes([result({ ...none })])).get("iga") ?? [];
  assert.equal(changeModel(rows, ["all"]), null);
  assert.equal(improvedModel(rows, ["all"]), null);
  assert.deepEqual(responseModels(rows, ["all"]), []);
});

test("those whom two visits call better stand apart from those whom one does", () => {
  const rows = resultsOf(outcomes([result()], [result({ ...none })])).get("iga") ?? [];
  assert.deepEqual(improvedModel(rows, ["TRT", "PBO"])?.rows, [
    { label: "TRT", n: 12, size: "enough", confirmed: 6, unconfirmed: 3, low: 0.25, high: 0.75 },
  ]);
});

test("where no noise is known there is no share of those who got better", () => {
  const nobody = { k: 0, n: 12, share: 0, low95: 0, high95: 0.24 };
  const unknown = result({ noise: null, improved: { confirmed: nobody, unconfirmed: nobody } });
  assert.equal(improvedModel([{ group: 0, result: unknown }], ["all"]), null);
  // By the clinic's own study.
  assert.notEqual(improvedModel([{ group: 0, result: result({ noise: null }) }], ["all"]), null);
});

test("a mean of one patient has no interval and a scale all the same", () => {
  const change = { n: 1, mean: 0, sd: null, low95: null, high95: null };
  const model = changeModel(resultsOf(outcomes([result({ change, size: "small" })])).get("iga") ?? [], ["all"]);
  assert.deepEqual(model?.range, { low: -1, high: 1 });
  assert.equal(model?.rows[0]?.low, null);
});

test("who has responded is the rest of who has not, and its interval turns over", () => {
  const [model] = responseModels(resultsOf(outcomes([result()])).get("iga") ?? [], ["all"]);
  assert.deepEqual(model?.steps, [
    { days: 0, share: 0, low: null, high: null },
    { days: 28, share: 0, low: null, high: null },
    { days: 84, share: 0.5, low: 1 - 0.8, high: 0.8 },
  ]);
  assert.deepEqual(model?.marks, [
    { days: 0, atRisk: 12 },
    { days: 28, atRisk: 12 },
    { days: 56, atRisk: 11 },
    { days: 84, atRisk: 11 },
  ]);
});

test("the overview is of one group: each scale by its name", () => {
  const model = overviewModel(outcomes([result(), result({ instrument: "sebum", ...none })]));
  assert.deepEqual(
    model?.rows.map((row) => row.label),
    ["Investigator's Global Assessment (IGA)"],
  );
  assert.equal(overviewModel(outcomes([result()], [result()])), null);
  assert.equal(overviewModel(outcomes()), null);
});

test("a long name is cut, what follows it is not", () => {
  const row = {
    label: "Investigator's Global Assessment",
    n: 3,
    value: 0,
    low: null,
    high: null,
    size: "small" as const,
  };
  assert.equal(rowText(row, 60), "Investigator's Global Assessment · n 3, very few");
  assert.equal(rowText(row, 30), "Investigator'… · n 3, very few");
});
