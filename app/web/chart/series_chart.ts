// A series over time.

import { element } from "./dom.ts";
import { figure } from "./figure.ts";
import type { DayPoint, SeriesModel } from "./model.ts";
import { day_of, moment, shifted } from "./moment.ts";
import {
  axisX,
  axisY,
  dot,
  gridY,
  letter,
  line,
  picture,
  rect,
  ruleX,
  ruleY,
  text,
  type Markish,
  type Picture,
} from "./plot.ts";
import { readout } from "./readout.ts";
import { round_scale, tick_decimals } from "./scale.ts";
import { statement_list } from "./statement_list.ts";
import { values_table } from "./values_table.ts";
import { point_words, scale_words, series_words, words } from "./words.ts";

export interface ChartOptions {
  width?: number; // of the drawing, in CSS pixels; it shrinks to its place
  height?: number;
  table?: boolean; // the values as a table below, folded away; true by itself
  live?: boolean; // values are read out under the pointer and by the arrow keys; true by itself
}

const most_dots = 60;
const most_numbered_sessions = 12;
const label_height = 14;
const hint_letter = 6.2; // the width of a letter of a hint, at the most
const compact_height = 130; // below it a chart has no numbers of sessions, and only the ends of its time axis

// A series over time: its values, its baseline and around it what can be chance, the sessions on the same axis. The element
// says where that axis begins and ends (data-left, data-right, in the drawing's px), for what is drawn below it. Words are
// listed with their days.
export function series_chart(model: SeriesModel, options: ChartOptions = {}): HTMLElement {
  if (model.stated) {
    return element("div", { class: "chart" }, [statement_list(model)]);
  }
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
  if (model.points.some((point) => point.remark !== null)) {
    parts.push(element("p", { class: "chart-key" }, [words.hollow]));
  }
  if (table) {
    parts.push(values_table(model));
  }
  return element("div", { class: "chart", ...place }, parts);
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
        noise_marks(model, axis, width - left),
        gridY(scale.ticks, { className: "chart-grid" }),
        axisY(scale.ticks, { label: null, tickSize: 0, tickPadding: 6, tickFormat: tick, className: "chart-scale" }),
        axis.mark,
        session_marks(model, scale.low, compact),
        baseline_marks(model, axis),
        point_marks(model.points, last),
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

// The line goes through what compares; what does not stands beside it, hollow.
function point_marks(points: readonly DayPoint[], last: { at: string; value: number }): Markish {
  const dense = points.length > most_dots;
  const judged = points.filter((point) => point.remark === null);
  const hollow = points.filter((point) => point.remark !== null);
  const full = dense ? judged.filter((point) => point === last) : judged;
  return [
    line(judged, { x: date_of, y: "value", className: dense ? "chart-line chart-dense" : "chart-line" }),
    dot(full, { x: date_of, y: "value", r: 3, className: "chart-dot" }),
    dot(hollow, { x: date_of, y: "value", r: 3.5, className: "chart-dot chart-hollow" }),
  ];
}

function noise_marks(model: SeriesModel, axis: TimeAxis, room: number): Markish {
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
      text: () => (words.noise.length * hint_letter < room ? words.noise : words.noise_short),
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
