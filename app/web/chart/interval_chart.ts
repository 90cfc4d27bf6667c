// Mean changes of groups, with their intervals.

import { element } from "./dom.ts";
import { signedFigure } from "./figure.ts";
import type { Interval, IntervalModel } from "./model.ts";
import { axisX, dot, picture, ruleX, ruleY, text } from "./plot.ts";
import { roundScale, tickDecimals } from "./scale.ts";
import { intervalText, rowText } from "./messages.ts";
import { roomOfHeads } from "./row_heads.ts";
import { wholeLine } from "../texts/language.ts";
import { inUse, t } from "../texts/texts.ts";

// A chart at least so wide has the names and the figures beside its intervals; in a narrower one they stand above.
const wideIntervals = 600;

// One row for each group: its name and n, the mean, and the interval to scale.
export function intervalChart(model: IntervalModel, options: { width?: number } = {}): HTMLElement {
  const { width = 460 } = options;
  const wide = width >= wideIntervals;
  const scale = roundScale(model.range, 6, false);
  const tick = (value: number): string => signedFigure(value, tickDecimals(scale.ticks));
  const figured = model.rows.map((each) => ({ ...each, figure: wholeLine(intervalFigure(model, each), inUse()) }));
  const [left, right] = wide ? [0.43 * width, 0.23 * width] : [16, 24];
  const { room, stacked } = roomOfHeads(figured, { width, left, right, wide });
  const row = wide ? 24 : stacked ? 58 : 40;
  const rows = figured.map((each, place) => ({
    ...each,
    bar: wide ? place : place + (stacked ? 0.2 : 0.15),
    head: wide ? place : place - (stacked ? 0.4 : 0.3),
    figureAt: wide ? place : place - (stacked ? 0.1 : 0.3),
  }));
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
        dot(
          rows.filter(({ size }) => size === "enough"),
          { x: "value", y: "bar", r: 4, className: "chart-dot" },
        ),
        dot(
          rows.filter(({ size }) => size !== "enough"),
          { x: "value", y: "bar", r: 4, className: "chart-dot chart-hollow" },
        ),
        text(rows, {
          x: () => scale.low,
          y: "head",
          text: (each: Interval) => rowText(each, room),
          textAnchor: "start",
          dx: wide ? -left : 0,
          className: "chart-row",
        }),
        text(rows, {
          x: () => scale.high,
          y: "figureAt",
          text: "figure",
          textAnchor: "end",
          dx: wide ? right : 0,
          className: "chart-last",
        }),
      ],
    },
    intervalText(model),
  );
  return element("div", { class: "chart" }, [svg]);
}

function intervalFigure(model: IntervalModel, row: Interval): string {
  const end = (at: number): string => signedFigure(at, model.decimals);
  const value = end(row.value);
  return row.low === null || row.high === null
    ? value
    : `${value} (${t("plot.interval", { low: end(row.low), high: end(row.high) })})`;
}
