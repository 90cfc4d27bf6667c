import "../texts/in_english.ts";
import assert from "node:assert/strict";
import { test } from "node:test";

import { decimalsOf, figure, shareFigure, signedFigure } from "../../../../app/web/chart/figure.ts";

test("a figure has a real minus sign and no minus zero", () => {
  const table: [number, number, string][] = [
    [3.14159, 2, "3.14"],
    [-3, 0, "−3"],
    [-0.001, 1, "0.0"],
    [0, 0, "0"],
    [1e300, 2, "1.00e300"],
    [-2.5e-7, 3, "0.000"],
  ];
  for (const [value, decimals, text] of table) {
    assert.equal(figure(value, decimals), text, `${value}`);
  }
});

test("a change says which way, nothing says neither", () => {
  assert.equal(signedFigure(3, 0), "+3");
  assert.equal(signedFigure(-3, 0), "−3");
  assert.equal(signedFigure(0, 1), "0.0");
  assert.equal(signedFigure(0.04, 1), "0.0");
  assert.equal(shareFigure(0.2667), "26.7\u00A0%");
});

test("decimals are those that the values were written with", () => {
  const table: [number[], number][] = [
    [[3, 4], 0],
    [[3.5, 4], 1],
    [[16.95, 17.5], 2],
    [[1.2345, 3], 2],
    [[0.125, 0.5], 3],
    [[123456.7, 1], 0],
    [[0.1 + 0.2, 2], 1],
  ];
  for (const [values, decimals] of table) {
    assert.equal(decimalsOf(values), decimals, values.join(" "));
  }
});
