import assert from "node:assert/strict";
import { test } from "node:test";

import { fieldsOf, guessed, optionsOf, type ImportForm } from "../../../../app/web/app/import_options.ts";

const form: ImportForm = {
  kind: "scores",
  fields: {},
  firstRow: "",
  dates: "",
  decimal: "",
  missing: "",
  create: false,
};

test("a column is found by its name, in any writing, and by what else it is called", () => {
  const fields = fieldsOf("scores", [], ["iga", "ecca"]);
  assert.deepEqual(guessed(["Chart", "Visit", " IGA ", "Colour"], fields), {
    Chart: "patient",
    Visit: "at",
    " IGA ": "iga",
    Colour: "",
  });
});

test("a column of dates is the day of a kind that has no moment", () => {
  assert.deepEqual(guessed(["Date"], ["patient", "on"]), { Date: "on" });
  assert.deepEqual(guessed(["Date"], ["patient", "name"]), { Date: "" });
});

test("a column by another name is none where one has the name itself", () => {
  assert.deepEqual(guessed(["patient", "patient_id", "on"], ["patient", "on"]), {
    patient: "patient",
    patient_id: "",
    on: "on",
  });
});

test("what the first row is can be said", () => {
  assert.deepEqual(optionsOf({ ...form, firstRow: "no_header" }), { map: [], no_header: true });
  assert.deepEqual(optionsOf({ ...form, firstRow: "header" }), { map: [], header: true });
});

test("columns that are left out and options that were not chosen are not sent", () => {
  assert.deepEqual(optionsOf({ ...form, fields: { Chart: "patient", Colour: " " } }), { map: ["patient=Chart"] });
});

test("every option that was chosen is sent, and missing cells may have several writings", () => {
  const chosen = { ...form, dates: "dmy", decimal: ",", missing: "NA, -,,", create: true };
  assert.deepEqual(optionsOf(chosen), {
    map: [],
    dates: "dmy",
    decimal: ",",
    missing: ["NA", "-"],
    create_patients: true,
  });
});
