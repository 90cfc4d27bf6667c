// The styles keep to the design (docs/design.md): sizes, weights, spaces and colours stand in tokens.css alone, and
// what is written in a colour can be read on what it stands on, in both schemes.
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, test } from "node:test";
import { fileURLToPath } from "node:url";

const web = join(dirname(fileURLToPath(import.meta.url)), "../../../../app/web");
const sheet = (name) => readFileSync(join(web, name), "utf8").replace(/\/\*[\s\S]*?\*\//g, "");
const tokens = sheet("style/tokens.css");
const [light = "", dark = ""] = tokens.split("@media screen and (prefers-color-scheme: dark)");
const colours = (text) =>
  Object.fromEntries([...text.matchAll(/--([a-z0-9-]+): (#[0-9a-f]{6})/g)].map((m) => [m[1], m[2]]));
const schemes = { light: colours(light), dark: { ...colours(light), ...colours(dark) } };

// Relative luminance and contrast: WCAG 2.2.
function luminance(hex) {
  const [r, g, b] = [1, 3, 5].map((at) => {
    const part = parseInt(hex.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
function contrast(a, b) {
  const [high, low] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (high + 0.05) / (low + 0.05);
}

const written = [
  ...["ink", "quiet", "act", "harm", "ask", "good"].flatMap((text) => [
    [text, "paper"],
    [text, "wash"],
  ]),
  ...["act", "harm", "ask", "good"].flatMap((text) => [
    [text, `${text}-wash`],
    ["ink", `${text}-wash`],
    ["quiet", `${text}-wash`],
  ]),
  ["on-act", "act"],
  ["ink", "skin"],
  ["quiet", "skin"],
  ...[1, 2, 3, 4, 5].map((step) => [`on-depth-${step}`, `depth-${step}`]),
];

describe("A colour", () => {
  for (const [scheme, colour] of Object.entries(schemes)) {
    test(`can be read in ${scheme}`, () => {
      for (const [text, ground] of written) {
        const is = contrast(colour[text], colour[ground]);
        assert.ok(is >= 4.5, `${text} on ${ground}: ${is.toFixed(2)}`);
      }
    });

    test(`of an edge can be seen in ${scheme}`, () => {
      for (const ground of ["paper", "wash"]) assert.ok(contrast(colour.edge, colour[ground]) >= 3, ground);
    });
  }

  test("is measured as WCAG says", () => {
    assert.equal(contrast("#000000", "#ffffff").toFixed(2), "21.00");
    assert.equal(contrast("#777777", "#ffffff").toFixed(2), "4.48");
  });
});

// What stands in an at-rule for paper has sizes of its own, in points.
function onScreen(text) {
  let kept = "";
  for (let at = 0; at < text.length; ) {
    const next = text.indexOf("@media print", at);
    kept += text.slice(at, next < 0 ? undefined : next);
    if (next < 0) break;
    let depth = 0;
    at = text.indexOf("{", next);
    do {
      if (text[at] === "{") depth++;
      if (text[at] === "}") depth--;
      at++;
    } while (depth > 0);
  }
  return kept;
}

const styles = readdirSync(join(web, "style"))
  .filter((name) => name.endsWith(".css") && !["tokens.css", "fonts.css"].includes(name))
  .map((name) => `style/${name}`);

describe("Of sizes, weights and colours", () => {
  test("there are six, three, and those that have a name", () => {
    assert.deepEqual(
      [...tokens.matchAll(/--size-\d: ([\d.]+)rem/g)].map((m) => Number(m[1]) * 16),
      [13, 15, 17, 21, 27, 38],
    );
    assert.deepEqual(
      [...tokens.matchAll(/--(said|named|answer): (\d+)/g)].map((m) => m[2]),
      ["400", "500", "600"],
    );
    assert.deepEqual(
      [...tokens.matchAll(/--space-\d: (\d+)px/g)].map((m) => Number(m[1])),
      [4, 8, 12, 16, 24, 32, 48],
    );
  });

  for (const name of [...styles, "chart/chart.css"]) {
    test(`${name} has none of its own`, () => {
      const text = onScreen(sheet(name));
      const own = [...text.matchAll(/font-size: ([^;}]+)/g)].map((m) => m[1]);
      assert.deepEqual(
        own.filter((size) => !/^(var\(--size-[1-6]\)|100%)$/.test(size)),
        [],
      );
      const weights = [...text.matchAll(/font-weight: ([^;}]+)/g)].map((m) => m[1]);
      assert.deepEqual(
        weights.filter((weight) => !/^(var\(--(said|named|answer)\)|inherit)$/.test(weight)),
        [],
      );
      assert.deepEqual(text.match(/#[0-9a-f]{3,8}\b(?=[;\s)])/g) ?? [], []);
      const unknown = [...text.matchAll(/var\(--([a-z0-9-]+)/g)]
        .map((m) => m[1])
        .filter((token) => !tokens.includes(`--${token}:`) && !text.includes(`--${token}:`));
      assert.deepEqual(unknown, []);
    });
  }
});
