import "../texts/in_english.ts";
import assert from "node:assert/strict";
import { test } from "node:test";

import type { DayPoint, SeriesModel } from "../../../../app/web/chart/model.ts";
import { discsOf, stripLayout, timeMarks, type Label } from "../../../../app/web/chart/strip_layout.ts";

const point = (at: string, value: number, remark: string | null = null): DayPoint => ({
  at,
  value,
  label: null,
  remark,
  ratings: [],
});

function model(points: DayPoint[], others: Partial<SeriesModel> = {}): SeriesModel {
  const values = points.map(({ value }) => value);
  const [first, last] = [points[0], points[points.length - 1]];
  return {
    name: "Scars",
    unit: "{score}",
    better: "lower",
    decimals: 0,
    stated: false,
    points,
    baseline: { at: first?.at ?? "", value: first?.value ?? 0 },
    noise: null,
    sessions: [],
    range: { low: 0, high: Math.max(...values) },
    from: first?.at ?? "",
    to: last?.at ?? "",
    ...others,
  };
}

const frame = { width: 420, left: 36, right: 376, top: 16, bottom: 88 };

function boxOf({ x, y, anchor, text, isLast }: Label) {
  const width = text.length * (isLast ? 9 : 7.4);
  const left = anchor === "start" ? x : anchor === "end" ? x - width : x - width / 2;
  return { left, right: left + width, top: y - 11, bottom: y + 2 };
}

test("no line is drawn over more than 45 days without a value, and the gap says how long it is", () => {
  const values = [point("2026-01-01", 20), point("2026-02-15", 18), point("2026-06-01", 12), point("2026-06-20", 9)];
  const { lines, gaps, dots } = stripLayout(model(values), frame);
  assert.equal(lines.length, 2);
  assert.equal(dots.length, 4);
  assert.deepEqual(
    gaps.map(({ days }) => days),
    [106],
  );
});

test("one day more than 45 breaks the line, 45 days do not", () => {
  const over = (day: string) => stripLayout(model([point("2026-01-01", 20), point(day, 18)]), frame).lines.length;
  assert.equal(over("2026-02-15"), 1);
  assert.equal(over("2026-02-16"), 0);
});

test("every value has its number, the last one marked, and none stands on another, on a dot or on the axis", () => {
  const values = ["01-05", "02-02", "03-02", "03-30", "04-27"].map((day, at) => point(`2026-${day}`, 30 - 3 * at));
  const { labels, ends } = stripLayout(model(values), frame);
  assert.deepEqual(labels.map(({ text }) => text).sort(), ["18", "21", "24", "27", "30"]);
  assert.deepEqual(
    labels.filter(({ isLast }) => isLast).map(({ text }) => text),
    ["18"],
  );
  const boxes = labels.map(boxOf);
  boxes.forEach((a, index) =>
    boxes.slice(index + 1).forEach((b) => {
      assert.ok(a.right <= b.left || b.right <= a.left || a.bottom <= b.top || b.bottom <= a.top);
    }),
  );
  for (const { y } of ends) assert.ok(boxes.every((box) => box.left >= 32 || box.top >= y + 7 || box.bottom <= y - 8));
});

test("where many values crowd, those that would collide are left to the table, the last one never", () => {
  const values = Array.from({ length: 40 }, (_, at) => point(`2026-01-${String((at % 28) + 1).padStart(2, "0")}`, 10));
  values.sort((a, b) => a.at.localeCompare(b.at));
  const { labels } = stripLayout(model(values), frame);
  assert.ok(labels.length < 40);
  assert.equal(labels.filter(({ isLast }) => isLast).length, 1);
});

test("a value that is not compared stands hollow beside the line", () => {
  const values = [point("2026-01-01", 20), point("2026-01-20", 28, "too soon"), point("2026-02-10", 15)];
  const { lines, dots } = stripLayout(model(values), frame);
  assert.equal(dots.filter(({ isHollow }) => isHollow).length, 1);
  assert.deepEqual(lines, [`M${dots[0]?.x} ${dots[0]?.y}L${dots[2]?.x} ${dots[2]?.y}`]);
});

test("the noise band lies round the value at the start; of one value there is neither band nor start", () => {
  const values = [point("2026-01-01", 20), point("2026-02-01", 15)];
  const noise = { low: 16, high: 20 };
  const both = stripLayout(model(values, { noise }), frame);
  assert.ok(both.noise && both.baseline);
  assert.equal(both.noise.y, both.baseline.y);
  assert.equal(Math.round(both.noise.height), Math.round((4 / 20) * 72));
  const one = stripLayout(model(values.slice(0, 1), { noise }), frame);
  assert.deepEqual([one.noise, one.baseline], [null, null]);
});

test("the axis names months, the year at the first and at January; of a short time its ends", () => {
  const texts = (from: string, to: string) => timeMarks({ from, to }, frame).map(({ text }) => text);
  assert.deepEqual(texts("2026-11-03", "2027-02-20"), ["Dec 2026", "Jan 2027", "Feb"]);
  assert.deepEqual(texts("2026-11-03", "2026-11-20"), ["3 Nov 2026", "20 Nov 2026"]);
  assert.deepEqual(texts("2026-11-03", "2026-11-03T10:00"), ["3 Nov 2026"]);
});

test("the number of a session gives way where there is no room, the last one never", () => {
  assert.deepEqual(discsOf([10, 40, 70]), [true, true, true]);
  assert.deepEqual(discsOf([10, 60, 70]), [true, false, true]);
  assert.deepEqual(discsOf([]), []);
});
