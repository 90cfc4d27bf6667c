// What charts say, in one place.

import { figure } from "./figure.ts";
import type { Better, Interval, IntervalModel, Point, ResponseModel, SeriesModel } from "./model.ts";

const hints: Record<Better, string> = { lower: "less is better", higher: "more is better", neither: "" };

export const words = {
  noise: "rater noise",
  day: "Day",
  value: "Value",
  too_wide: "These values are too far apart to be drawn.",
  keys: "chart; arrow keys move from value to value",
  at_risk: "followed",
  few: "few",
};

// "lesions, less is better"
export function scale_words(unit: string, better: Better): string {
  return [unit, hints[better]].filter((part) => part !== "").join(", ");
}

// "The last 200 of 5000 values"
export function table_words(shown: number, count: number): string {
  if (shown < count) {
    return `The last ${shown} of ${count} values`;
  }
  return count === 1 ? "The value" : `The ${count} values`;
}

// "2026-01-05: 12 lesions"; with the time of day where one is known
export function point_words(model: SeriesModel, point: Point): string {
  const value = figure(point.value, model.decimals);
  return `${point.at.replace("T", " ")}: ${model.unit === "" ? value : `${value} ${model.unit}`}`;
}

export function series_words(model: SeriesModel): string {
  const first = model.points[0] ?? model.baseline;
  const last = model.points[model.points.length - 1] ?? first;
  const said = [
    model.points.length === 1
      ? `One value, on ${point_words(model, first)}.`
      : `${model.points.length} values, from ${point_words(model, first)}, to ${point_words(model, last)}.`,
  ];
  if (hints[model.better] !== "") {
    said.push(`${capitalised(hints[model.better])}.`);
  }
  if (model.noise) {
    const { low, high } = model.noise;
    said.push(
      `Shaded: ${figure(low, model.decimals)} to ${figure(high, model.decimals)}, what raters differ by around the baseline.`,
    );
  }
  if (model.sessions.length > 0) {
    said.push(`Sessions marked: ${model.sessions.length}.`);
  }
  return `${model.name}. ${said.join(" ")}`;
}

export function interval_words(model: IntervalModel): string {
  const what = model.kind === "change" ? "mean change" : "share of patients";
  return `${model.name}: ${what} with 95 % interval, groups: ${model.rows.length}.`;
}

// "Fitzpatrick IV · n 4, few", the name cut where the whole has more letters than there is room
export function row_words(row: Interval, room: number): string {
  const rest = ` · n ${row.n}${row.small ? `, ${words.few}` : ""}`;
  const most = Math.max(1, room - rest.length);
  return (row.label.length <= most ? row.label : `${row.label.slice(0, most - 1).trimEnd()}…`) + rest;
}

export function response_words(model: ResponseModel): string {
  return `${model.label}: ${model.responded} of ${model.n} responded; the share over time.`;
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
