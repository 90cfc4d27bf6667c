import "../texts/in_english.ts";
import assert from "node:assert/strict";
import { test } from "node:test";

import {
  allOptions,
  askedValues,
  fieldChoices,
  importBody,
  nothingTold,
  proposalBody,
  templateOf,
  toldOptions,
  withField,
  withKind,
} from "../../../../app/web/app/import_options.ts";
import type { ImportProposal, Kind } from "../../../../app/web/app/shapes.ts";

const column = (place: string, field: string | null, header = place) => ({
  column: 1,
  header,
  place,
  field,
  could_be: [],
  samples: [],
});
const value = (cell: string, as: string | null = null) => ({
  field: "sex",
  column: null,
  cell,
  rows: 2,
  as,
  choices: as === null ? ["female", "male", "other"] : [],
});
const proposal = {
  kind: "patients",
  mapping: [column("Chart", "chart"), column("Full name", "name"), column("note", null), column("#4", null, "")],
  values: [value("W"), value("F", "female")],
  rules: [
    { option: "as", value: "patients" },
    { option: "map", value: "chart=Chart" },
    { option: "map", value: "name=Full name" },
    { option: "dates", value: "dmy" },
    { option: "missing", value: "NA" },
    { option: "missing", value: "-" },
  ],
} as unknown as ImportProposal;
const file = { name: "p.csv", content: "QQ==" };

test("nothing is told at first: all is found by itself", () => {
  assert.deepEqual(proposalBody(file, nothingTold, null), {
    name: "p.csv",
    content_base64: "QQ==",
    options: {},
    dry_run: true,
    propose: true,
  });
});

test("where the headers stand and the first day are told as the options have them", () => {
  assert.deepEqual(proposalBody(file, { ...nothingTold, header: "2-3", origin: "2026-01-05" }, null).options, {
    header_row: "2-3",
    origin: "2026-01-05",
  });
});

test("an import says all that was found, and lets good rows in", () => {
  assert.deepEqual(importBody(file, nothingTold, proposal), {
    name: "p.csv",
    content_base64: "QQ==",
    kind: "patients",
    options: {
      map: ["chart=Chart", "name=Full name"],
      dates: "dmy",
      missing: ["NA", "-"],
      keep_good: true,
    },
  });
});

test("a change of one column leaves the others as they are shown, and those left out are out", () => {
  const told = withField(nothingTold, proposal, "note", "note");
  assert.deepEqual(toldOptions(told, proposal), {
    map: ["chart=Chart", "name=Full name", "note=note"],
    ignore: ["#4"],
  });
  const without = withField(told, proposal, "Full name", "");
  assert.deepEqual(toldOptions(without, proposal), { map: ["chart=Chart", "note=note"], ignore: ["Full name", "#4"] });
});

test("an answer is told with its cell; leaving it empty is an answer too", () => {
  const told = { ...nothingTold, values: { "sex:W": "female", "sex:x": "" } };
  assert.deepEqual(toldOptions(told, proposal), { values: ["sex:W=female", "sex:x="] });
  assert.deepEqual((allOptions(told, proposal) as { values: string[] }).values, ["sex:W=female", "sex:x="]);
});

test("how dates are written is told where a person says it", () => {
  assert.deepEqual(toldOptions({ ...nothingTold, dates: "mdy" }, proposal), { dates: "mdy" });
  assert.deepEqual(toldOptions(nothingTold, proposal), {});
});

test("what was answered stays to be changed, and what was understood is not asked", () => {
  assert.deepEqual(
    askedValues(proposal, [value("M"), value("W")]).map((each) => each.cell),
    ["W", "M"],
  );
});

test("another kind forgets what was told of the columns of the one before", () => {
  const told = {
    kind: "",
    fields: { Chart: "chart" },
    values: { "sex:W": "female" },
    sheet: "May",
    header: "2-3",
    origin: "",
    dates: "dmy",
    create: true,
  };
  assert.deepEqual(withKind(told, "scores"), { ...told, kind: "scores", fields: null, values: {} });
});

const field = (name: string, meaning: string, kind = "text", choices: string[] | null = null) => ({
  name,
  meaning,
  kind,
  choices,
  low: 1,
  required: kind !== "text",
});
const kinds = [
  {
    noun: "patient",
    plural: "patients",
    fields: [field("chart", "chart number"), field("born", "birth", "partial_day")],
    parts: null,
  },
  {
    noun: "session",
    plural: "sessions",
    fields: [field("at", "when", "moment"), field("device", "device class", "choice", ["roller", "pen"])],
    parts: { name: "areas", meaning: "an area" },
  },
] as unknown as Kind[];
const label = (name: string): string => `the ${name}`;

test("a column can be what the kind has, in words", () => {
  assert.deepEqual(
    fieldChoices("sessions", kinds, [], label).map((each) => each.label),
    ["the patient", "the at", "the device", "the areas"],
  );
  assert.deepEqual(
    fieldChoices("patients", kinds, [], label).map((each) => each.name),
    ["chart", "born"],
  );
  assert.deepEqual(fieldChoices("scores", kinds, [{ code: "iga", name: "Global" }], label).at(-1), {
    name: "iga",
    label: "Global",
  });
  assert.deepEqual(fieldChoices("strange", kinds, [], label), []);
});

test("a template has the headers of the kind and one made-up row", () => {
  assert.equal(templateOf("patients", kinds), "chart,born\r\nC-001,1996-04-02\r\n");
  assert.equal(
    templateOf("sessions", kinds),
    "patient,at,device,areas\r\nC-001,2026-01-05T10:30,roller,left_cheek:1.5:4\r\n",
  );
  assert.equal(templateOf("scores", kinds), "patient,at,iga\r\nC-001,2026-01-05,3\r\n");
});
