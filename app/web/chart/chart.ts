// The charts of pages and reports. This is the only file that knows the chart library: plain data in, an element out.

import { axisX, axisY, dot, gridY, line, plot, rect, ruleX, ruleY, text } from "@observablehq/plot";
import type { Markish, PlotOptions } from "@observablehq/plot";

import { element } from "./dom.ts";
import { figure, share_figure, signed_figure } from "./figure.ts";
import type { Interval, IntervalModel, ResponseModel, SeriesModel } from "./model.ts";
import { day_of, moment, shifted } from "./moment.ts";
import { readout } from "./readout.ts";
import { round_scale } from "./scale.ts";
import { values_table } from "./values_table.ts";
import { interval_words, point_words, response_words, scale_words, series_words, words } from "./words.ts";

export interface ChartOptions {
  width?: number; // of the drawing, in CSS pixels; it shrinks to its place
  height?: number;
  table?: boolean; // the values as a table below, folded away; true by itself
  live?: boolean; // values are read out under the pointer and by the arrow keys; true by itself
}

const most_dots = 60;
const most_numbered_sessions = 12;
const label_height = 14;
const compact_height = 130; // below it a chart has no numbers of sessions, and only the ends of its time axis
const letter = 6.6; // the width of a figure at the size of labels

// A series over time: its values, its baseline with the raters' noise around it, the sessions on the same axis. The element
// says where that axis begins and ends (data-left, data-right, in the drawing's px), for what is drawn below it.
export function series_chart(model: SeriesModel, options: ChartOptions = {}): HTMLElement {
  const { width = 340, height = 190, table = true, live = true } = options;
  const parts: Node[] = [];
  const place: Record<string, string> = {};
  if (Number.isFinite(model.range.high - model.range.low)) {
    const drawn = series_picture(model, width, height);
    parts.push(drawn.svg);
    place["data-left"] = String(drawn.x(moment(model.from)));
    place["data-right"] = String(drawn.x(moment(model.to)));
    if (live) {
      const marks = model.points.map((point) => ({
        x: drawn.x(moment(point.at)),
        y: drawn.y(point.value),
        text: point_words(model, point),
      }));
      parts.push(readout(drawn.svg, marks));
    }
  } else {
    parts.push(element("p", {}, [words.too_wide]));
  }
  if (table) {
    parts.push(values_table(model));
  }
  return element("div", { class: "chart", ...place }, parts);
}

interface Picture {
  svg: SVGSVGElement;
  x: (value: number) => number;
  y: (value: number) => number;
}

function series_picture(model: SeriesModel, width: number, height: number): Picture {
  const scale = round_scale(model.range, Math.max(3, Math.floor(height / 42)), model.decimals === 0);
  const tick = (value: number): string => figure(value, tick_decimals(scale.ticks));
  const last = model.points[model.points.length - 1] ?? model.baseline;
  const axis = time_axis(model, width, height < compact_height);
  const left = 10 + letter * Math.max(...scale.ticks.map((value) => tick(value).length));
  const compact = height < compact_height;
  const [top, bottom] = compact ? [14, 18] : [28, 34];
  const headroom = label_height / (height - top - bottom - label_height); // for the label of the highest value
  const dense = model.points.length > most_dots;
  return picture(
    {
      width,
      height,
      marginTop: top,
      marginLeft: left,
      marginRight: 12 + letter * figure(last.value, model.decimals).length,
      marginBottom: bottom,
      x: { type: "utc", axis: null, domain: [new Date(axis.from), new Date(axis.to)] },
      y: { type: "linear", axis: null, domain: [scale.low, scale.high + headroom * (scale.high - scale.low)] },
      marks: [
        noise_marks(model, axis),
        gridY(scale.ticks, { className: "chart-grid" }),
        axisY(scale.ticks, { label: null, tickSize: 0, tickPadding: 6, tickFormat: tick, className: "chart-scale" }),
        axis.mark,
        session_marks(model, scale.low, compact),
        baseline_marks(model, axis),
        line(model.points, { x: date_of, y: "value", className: dense ? "chart-line chart-dense" : "chart-line" }),
        dot(dense ? [last] : model.points, {
          x: date_of,
          y: "value",
          r: 3,
          className: "chart-dot",
        }),
        label_marks(model),
        text([scale_words(model.unit, model.better)], {
          frameAnchor: "top-left",
          textAnchor: "start",
          dx: -left,
          dy: -top,
          lineAnchor: "top",
          className: "chart-unit",
        }),
      ],
    },
    series_words(model),
  );
}

function date_of(each: { at: string }): Date {
  return new Date(moment(each.at));
}

interface TimeAxis {
  from: number;
  to: number;
  mark: Markish;
}

// Months and years true to scale, or only the first and the last day; of one day, that day.
function time_axis(model: SeriesModel, width: number, compact: boolean): TimeAxis {
  const [from, to] = [moment(model.from), moment(model.to)];
  const look = { label: null, tickSize: 3, tickPadding: 3, className: "chart-scale" };
  if (to < shifted(from, 2)) {
    const day = [new Date(from)];
    return {
      from: shifted(from, -1),
      to: shifted(to, 1),
      mark: axisX(day, { ...look, tickFormat: () => day_of(model.from) }),
    };
  }
  if (compact) {
    const end = (at: string, textAnchor: "start" | "end"): Markish =>
      axisX([date_of({ at })], { ...look, textAnchor, tickFormat: () => day_of(at) });
    return { from, to, mark: [end(model.from, "start"), end(model.to, "end")] };
  }
  return { from, to, mark: axisX({ ...look, ticks: Math.max(2, Math.floor(width / 75)) }) };
}

function noise_marks(model: SeriesModel, axis: TimeAxis): Markish {
  if (!model.noise) {
    return [];
  }
  const { low, high } = model.noise;
  const band = { x1: new Date(axis.from), x2: new Date(axis.to), y1: low, y2: high };
  return [
    rect([band], { x1: "x1", x2: "x2", y1: "y1", y2: "y2", className: "chart-noise" }),
    text([band], {
      x: "x2",
      y: "y2",
      text: () => words.noise,
      textAnchor: "end",
      lineAnchor: "top",
      dx: -3,
      dy: 2,
      className: "chart-hint",
    }),
  ];
}

function session_marks(model: SeriesModel, floor: number, compact: boolean): Markish {
  const { sessions } = model;
  return [
    ruleX(sessions, { x: date_of, className: "chart-session" }),
    dot(sessions, { x: date_of, y: () => floor, symbol: "triangle", r: 3, dy: -2, className: "chart-session-mark" }),
    !compact && sessions.length <= most_numbered_sessions
      ? text(sessions, {
          x: date_of,
          frameAnchor: "top",
          text: (_, index) => String(index + 1),
          lineAnchor: "bottom",
          dy: -2,
          className: "chart-session-number",
        })
      : [],
  ];
}

function baseline_marks(model: SeriesModel, axis: TimeAxis): Markish {
  if (model.points.length === 1) {
    return [];
  }
  const span = { x1: date_of(model.baseline), x2: new Date(axis.to), y: model.baseline.value };
  return ruleY([span], { x1: "x1", x2: "x2", y: "y", className: "chart-baseline" });
}

// The last value beside its dot; the baseline's above it, or below where the curve rises from there.
function label_marks(model: SeriesModel): Markish {
  const last = model.points[model.points.length - 1] ?? model.baseline;
  const label = (point: { value: number }): string => figure(point.value, model.decimals);
  const marks: Markish[] = [
    text([last], { x: date_of, y: "value", text: label, textAnchor: "start", dx: 7, className: "chart-last" }),
  ];
  const start = model.points.findIndex((point) => point.at === model.baseline.at);
  const next = model.points[start + 1];
  if (next) {
    const rises = next.value > model.baseline.value;
    marks.push(
      text([model.baseline], {
        x: date_of,
        y: "value",
        text: label,
        textAnchor: "start",
        dx: 3,
        dy: rises ? 11 : -9,
        className: "chart-first",
      }),
    );
  }
  return marks;
}

// One row for each group: its name and n, the mean or share, and the interval to scale.
export function interval_chart(model: IntervalModel, options: { width?: number } = {}): HTMLElement {
  const { width = 460 } = options;
  const row = 40;
  const is_share = model.kind === "share";
  const scale = round_scale(model.range, 6, false);
  const tick = (value: number): string =>
    is_share ? share_figure(value, 0) : signed_figure(value, tick_decimals(scale.ticks));
  const rows = model.rows.map((each, place) => ({ ...each, bar: place + 0.15, head: place - 0.3 }));
  const { svg } = picture(
    {
      width,
      height: row * rows.length + 28,
      marginTop: 4,
      marginLeft: 16,
      marginRight: 16,
      marginBottom: 24,
      x: { type: "linear", axis: null, domain: [scale.low, scale.high] },
      y: { type: "linear", axis: null, domain: [-0.7, rows.length - 0.5], reverse: true },
      marks: [
        ruleX(scale.ticks, { className: "chart-grid" }),
        is_share ? [] : ruleX([0], { className: "chart-zero" }),
        axisX(scale.ticks, { label: null, tickSize: 0, tickFormat: tick, className: "chart-scale" }),
        ruleY(
          rows.filter((each) => each.low !== null && each.high !== null),
          { y: "bar", x1: "low", x2: "high", className: "chart-interval" },
        ),
        dot(rows, { x: "value", y: "bar", r: 4, className: "chart-dot" }),
        text(rows, {
          x: () => scale.low,
          y: "head",
          text: (each: Interval) => `${each.label}  ·  n ${each.n}${each.small ? `, ${words.few}` : ""}`,
          textAnchor: "start",
          className: "chart-row",
        }),
        text(rows, {
          x: () => scale.high,
          y: "head",
          text: (each: Interval) => interval_figure(model, each),
          textAnchor: "end",
          className: "chart-last",
        }),
      ],
    },
    interval_words(model),
  );
  return element("div", { class: "chart" }, [svg]);
}

function interval_figure(model: IntervalModel, row: Interval): string {
  const write = (value: number, decimals: number): string =>
    model.kind === "share" ? share_figure(value, decimals) : signed_figure(value, decimals);
  const value = write(row.value, model.decimals);
  if (row.low === null || row.high === null) {
    return value;
  }
  const ends = model.kind === "share" ? 0 : model.decimals;
  return `${value} (${write(row.low, ends)} to ${write(row.high, ends)})`;
}

// The share that has responded, as a step curve with its interval; below, how many were still followed.
export function response_chart(model: ResponseModel, options: { width?: number; height?: number } = {}): HTMLElement {
  const { width = 340, height = 190 } = options;
  const steps = model.steps.map((step, i) => ({ ...step, until: model.steps[i + 1]?.days ?? model.to_days }));
  const end = { days: model.to_days, share: steps[steps.length - 1]?.share ?? 0 };
  const under = { frameAnchor: "bottom" as const, lineAnchor: "top" as const, className: "chart-scale" };
  const { svg } = picture(
    {
      width,
      height,
      marginTop: 10,
      marginLeft: 60,
      marginRight: 20,
      marginBottom: 40,
      x: { type: "linear", axis: null, domain: [0, model.to_days] },
      y: { type: "linear", axis: null, domain: [0, 1] },
      marks: [
        rect(
          steps.filter((step) => step.low !== null && step.high !== null),
          { x1: "days", x2: "until", y1: "low", y2: "high", className: "chart-noise" },
        ),
        gridY([0, 0.5, 1], { className: "chart-grid" }),
        axisY([0, 0.5, 1], {
          label: null,
          tickSize: 0,
          tickPadding: 6,
          tickFormat: (share: number) => share_figure(share, 0),
          className: "chart-scale",
        }),
        line([...steps, end], { x: "days", y: "share", curve: "step-after", className: "chart-line" }),
        text(model.marks, { x: "days", text: (mark) => `${mark.days / 7} w`, dy: 6, ...under }),
        text(model.marks, { x: "days", text: (mark) => `${mark.at_risk}`, dy: 22, ...under }),
        text([words.at_risk], {
          frameAnchor: "bottom-left",
          textAnchor: "start",
          lineAnchor: "top",
          dx: -60,
          dy: 22,
          className: "chart-scale",
        }),
      ],
    },
    response_words(model),
  );
  return element("div", { class: "chart" }, [svg]);
}

function tick_decimals(ticks: readonly number[]): number {
  const step = (ticks[1] ?? 1) - (ticks[0] ?? 0);
  return step >= 1 ? 0 : Math.min(6, -Math.floor(Math.log10(step) + 1e-9));
}

// Draws, and makes of the drawing one picture: named as a whole, without the style element that a content security policy
// would refuse (chart.css has its rules), from left to right also on pages that read from right to left.
function picture(options: PlotOptions, label: string): Picture {
  const drawn = plot({ ...options, className: "chart-picture", figure: false });
  if (!(drawn instanceof SVGSVGElement)) {
    throw new TypeError("a chart is one svg element");
  }
  drawn.querySelectorAll("style").forEach((style) => style.remove());
  drawn.querySelectorAll("[aria-label]").forEach((part) => part.removeAttribute("aria-label"));
  drawn.setAttribute("role", "img");
  drawn.setAttribute("aria-label", label);
  drawn.setAttribute("direction", "ltr");
  const [x, y] = [drawn.scale("x"), drawn.scale("y")];
  return {
    svg: drawn,
    x: (value) => Number(x?.apply(value)),
    y: (value) => Number(y?.apply(value)),
  };
}
