// A series over time.

import { element } from "./dom.ts";
import { figure } from "./figure.ts";
import type { DayPoint, SeriesModel } from "./model.ts";
import { axisLabel, moment, monthTick, shifted } from "./moment.ts";
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
import { roundScale, tickDecimals } from "./scale.ts";
import { statementList } from "./statement_list.ts";
import { valuesTable } from "./values_table.ts";
import { pointText, scaleText, seriesText } from "./messages.ts";
import { t } from "../texts/texts.ts";

export interface ChartOptions {
  width?: number; // of the drawing, in CSS pixels; it shrinks to its place
  height?: number;
  table?: boolean; // the values as a table below, folded away; true by itself
  live?: boolean; // values are read out under the pointer and by the arrow keys; true by itself
}

const mostDots = 60;
const mostNumberedSessions = 12;
const labelHeight = 16;
const hintLetter = 6.2; // the width of a letter of a hint, at the most
const compactHeight = 130; // below it a chart has no numbers of sessions, and only the ends of its time axis

// A series over time: its values, its baseline and around it what can be chance, the sessions on the same axis. The
// element says where that axis begins and ends (data-left, data-right, in the drawing's px), for what is drawn below
// it. Words are listed with their days.
export function seriesChart(model: SeriesModel, options: ChartOptions = {}): HTMLElement {
  if (model.stated) {
    return element("div", { class: "chart" }, [statementList(model)]);
  }
  const { width = 340, height = 190, table = true, live = true } = options;
  const parts: Node[] = [];
  const place: Record<string, string> = {};
  if (Number.isFinite(model.range.high - model.range.low)) {
    const drawn = seriesPicture(model, width, height);
    parts.push(drawn.svg);
    place["data-left"] = String(drawn.x(moment(model.from)));
    place["data-right"] = String(drawn.x(moment(model.to)));
    if (live) {
      const marks = model.points.map((point) => ({
        x: drawn.x(moment(point.at)),
        y: drawn.y(point.value),
        text: pointText(model, point),
      }));
      parts.push(readout(drawn.svg, marks));
    }
  } else {
    parts.push(element("p", {}, [t("plot.too_wide")]));
  }
  if (model.points.some((point) => point.remark !== null)) {
    parts.push(element("p", { class: "chart-key" }, [t("plot.hollow")]));
  }
  if (table) {
    parts.push(valuesTable(model));
  }
  return element("div", { class: "chart", ...place }, parts);
}

function seriesPicture(model: SeriesModel, width: number, height: number): Picture {
  const scale = roundScale(model.range, Math.max(3, Math.floor(height / 42)), model.decimals === 0);
  const tick = (value: number): string => figure(value, tickDecimals(scale.ticks));
  const last = model.points[model.points.length - 1] ?? model.baseline;
  const axis = timeAxis(model, width, height < compactHeight);
  const left = 10 + letter * Math.max(...scale.ticks.map((value) => tick(value).length));
  const compact = height < compactHeight;
  const [top, bottom] = compact ? [14, 18] : [28, 34];
  const headroom = labelHeight / (height - top - bottom - labelHeight); // for the label of the highest value
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
        noiseMark(model, axis),
        gridY(scale.ticks, { className: "chart-grid" }),
        axisY(scale.ticks, { label: null, tickSize: 0, tickPadding: 6, tickFormat: tick, className: "chart-scale" }),
        axis.mark,
        sessionMarks(model, scale.low, compact),
        baselineMarks(model, axis),
        noiseHint(model, axis, width - left),
        pointMarks(model.points, last),
        labelMarks(model),
        text([scaleText(model.unit, model.better)], {
          frameAnchor: "top-left",
          textAnchor: "start",
          dx: -left,
          dy: -top,
          lineAnchor: "top",
          className: "chart-unit",
        }),
      ],
    },
    seriesText(model),
  );
}

function dateOf(each: { at: string }): Date {
  return new Date(moment(each.at));
}

interface TimeAxis {
  from: number;
  to: number;
  mark: Markish;
}

// Months and years true to scale, or only the first and the last day; of one day, that day.
function timeAxis(model: SeriesModel, width: number, compact: boolean): TimeAxis {
  const [from, to] = [moment(model.from), moment(model.to)];
  const look = { label: null, tickSize: 3, tickPadding: 3, className: "chart-scale" };
  if (to < shifted(from, 2)) {
    const day = [new Date(from)];
    return {
      from: shifted(from, -1),
      to: shifted(to, 1),
      mark: axisX(day, { ...look, tickFormat: () => axisLabel(model.from) }),
    };
  }
  if (compact) {
    const end = (at: string, textAnchor: "start" | "end"): Markish =>
      axisX([dateOf({ at })], { ...look, textAnchor, tickFormat: () => axisLabel(at) });
    return { from, to, mark: [end(model.from, "start"), end(model.to, "end")] };
  }
  return { from, to, mark: axisX({ ...look, ticks: Math.max(2, Math.floor(width / 75)), ...monthTick() }) };
}

// The line goes through what compares; what does not stands beside it, hollow.
function pointMarks(points: readonly DayPoint[], last: { at: string; value: number }): Markish {
  const dense = points.length > mostDots;
  const judged = points.filter((point) => point.remark === null);
  const hollow = points.filter((point) => point.remark !== null);
  const full = dense ? judged.filter((point) => point === last) : judged;
  return [
    line(judged, { x: dateOf, y: "value", className: dense ? "chart-line chart-dense" : "chart-line" }),
    dot(full, { x: dateOf, y: "value", r: 3, className: "chart-dot" }),
    dot(hollow, { x: dateOf, y: "value", r: 3.5, className: "chart-dot chart-hollow" }),
  ];
}

function noiseMark({ noise }: SeriesModel, axis: TimeAxis): Markish {
  if (!noise) {
    return [];
  }
  const band = { x1: new Date(axis.from), x2: new Date(axis.to), y1: noise.low, y2: noise.high };
  return rect([band], { x1: "x1", x2: "x2", y1: "y1", y2: "y2", className: "chart-noise" });
}

// What the band means: over the baseline's line, which it would be struck through by, and under the values.
function noiseHint({ noise }: SeriesModel, axis: TimeAxis, room: number): Markish {
  if (!noise) {
    return [];
  }
  return text([{ x: new Date(axis.to), y: noise.high }], {
    x: "x",
    y: "y",
    text: () => (t("plot.noise").length * hintLetter < room ? t("plot.noise") : t("plot.noise_short")),
    textAnchor: "end",
    lineAnchor: "top",
    dx: -3,
    dy: 2,
    className: "chart-hint",
  });
}

function sessionMarks(model: SeriesModel, floor: number, compact: boolean): Markish {
  const { sessions } = model;
  return [
    ruleX(sessions, { x: dateOf, className: "chart-session" }),
    dot(sessions, { x: dateOf, y: () => floor, symbol: "triangle", r: 3, dy: -2, className: "chart-session-mark" }),
    !compact && sessions.length <= mostNumberedSessions
      ? text(sessions, {
          x: dateOf,
          frameAnchor: "top",
          text: (_, index) => figure(index + 1, 0),
          lineAnchor: "bottom",
          dy: -2,
          className: "chart-session-number",
        })
      : [],
  ];
}

function baselineMarks(model: SeriesModel, axis: TimeAxis): Markish {
  if (model.points.length === 1) {
    return [];
  }
  const span = { x1: dateOf(model.baseline), x2: new Date(axis.to), y: model.baseline.value };
  return ruleY([span], { x1: "x1", x2: "x2", y: "y", className: "chart-baseline" });
}

// The last value beside its dot; the baseline's above it, or below where the curve rises from there.
function labelMarks(model: SeriesModel): Markish {
  const last = model.points[model.points.length - 1] ?? model.baseline;
  const label = (point: { value: number }): string => figure(point.value, model.decimals);
  const marks: Markish[] = [
    text([last], { x: dateOf, y: "value", text: label, textAnchor: "start", dx: 7, className: "chart-last" }),
  ];
  const start = model.points.findIndex((point) => point.at === model.baseline.at);
  const next = model.points[start + 1];
  if (next) {
    const rises = next.value > model.baseline.value;
    marks.push(
      text([model.baseline], {
        x: dateOf,
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
