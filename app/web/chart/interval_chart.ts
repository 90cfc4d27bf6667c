// Mean changes of groups, with their intervals.

import { element } from "./dom.ts";
import { signed_figure } from "./figure.ts";
import type { Interval, IntervalModel } from "./model.ts";
import { axisX, dot, letter, picture, ruleX, ruleY, text } from "./plot.ts";
import { round_scale, tick_decimals } from "./scale.ts";
import { interval_words, row_words } from "./words.ts";

// A chart at least so wide has the names and the figures beside its intervals; in a narrower one they stand above.
const wide_intervals = 600;

// One row for each group: its name and n, the mean, and the interval to scale.
export function interval_chart(model: IntervalModel, options: { width?: number } = {}): HTMLElement {
  const { width = 460 } = options;
  const wide = width >= wide_intervals;
  const row = wide ? 24 : 40;
  const scale = round_scale(model.range, 6, false);
  const tick = (value: number): string => signed_figure(value, tick_decimals(scale.ticks));
  const rows = model.rows.map((each, place) => ({
    ...each,
    bar: wide ? place : place + 0.15,
    head: wide ? place : place - 0.3,
    figure: interval_figure(model, each),
  }));
  const [left, right] = wide ? [0.43 * width, 0.23 * width] : [16, 24];
  const figures = letter * Math.max(...rows.map((each) => each.figure.length));
  const room = Math.floor((wide ? left - 16 : width - left - right - figures - 8) / letter);
  const { svg } = picture(
    {
      width,
      height: row * rows.length + 28,
      marginTop: 4,
      marginLeft: left,
      marginRight: right,
      marginBottom: 24,
      x: { type: "linear", axis: null, domain: [scale.low, scale.high] },
      y: { type: "linear", axis: null, domain: [-0.7, rows.length - 0.5], reverse: true },
      marks: [
        ruleX(scale.ticks, { className: "chart-grid" }),
        ruleX([0], { className: "chart-zero" }),
        axisX(scale.ticks, { label: null, tickSize: 0, tickFormat: tick, className: "chart-scale" }),
        ruleY(
          rows.filter((each) => each.low !== null && each.high !== null),
          { y: "bar", x1: "low", x2: "high", className: "chart-interval" },
        ),
        dot(rows.filter(({ size }) => size === "enough"), { x: "value", y: "bar", r: 4, className: "chart-dot" }),
        dot(rows.filter(({ size }) => size !== "enough"), { x: "value", y: "bar", r: 4, className: "chart-dot chart-hollow" }),
        text(rows, {
          x: () => scale.low,
          y: "head",
          text: (each: Interval) => row_words(each, room),
          textAnchor: "start",
          dx: wide ? -left : 0,
          className: "chart-row",
        }),
        text(rows, {
          x: () => scale.high,
          y: "head",
          text: "figure",
          textAnchor: "end",
          dx: wide ? right : 0,
          className: "chart-last",
        }),
      ],
    },
    interval_words(model),
  );
  return element("div", { class: "chart" }, [svg]);
}

function interval_figure(model: IntervalModel, row: Interval): string {
  const end = (at: number): string => signed_figure(at, model.decimals);
  const value = end(row.value);
  return row.low === null || row.high === null ? value : `${value} (${end(row.low)} to ${end(row.high)})`;
}
