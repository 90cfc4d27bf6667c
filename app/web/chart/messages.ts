// What charts say, in one place.

import { figure } from "./figure.ts";
import type { Better, DayPoint, IntervalModel, ResponseModel, SeriesModel, ShareModel, Size } from "./model.ts";

const hints: Record<Better, string> = {
  lower: "less is better",
  higher: "more is better",
  nearer: "nearer to 0 is better",
  neither: "",
};
const sizes: Record<Size, string> = { small: ", very few", few: ", few", enough: "" };
const days = (count: number): string => `${count} ${count === 1 ? "day" : "days"}`;

export const messages = {
  noise: "differences up to here can be chance",
  noiseShort: "can be chance",
  tooSoon: (count: number): string => `${days(count)} after a session, too soon to judge`,
  part: (list: string): string => `only ${list}`,
  medianOf: (list: string): string => `median of ${list}`,
  noRater: "rater not recorded",
  remark: "Beside it",
  raters: "Raters",
  hollow: "too soon after a session, or only part was looked at: not compared with the others",
  day: "Day",
  value: "Value",
  tooWide: "These values are too far apart to be drawn.",
  keys: "chart; arrow keys move from value to value",
  atRisk: "followed",
  better: "Better: confirmed (95 %) + not yet, by one visit alone",
  patients: (count: number): string => `${count} ${count === 1 ? "patient" : "patients"}`,
};

// "lesions, less is better"
export function scaleText(unit: string, better: Better): string {
  return [unit, hints[better]].filter((part) => part !== "").join(", ");
}

// "The last 200 of 5000 values"
export function tableText(shown: number, count: number): string {
  if (shown < count) {
    return `The last ${shown} of ${count} values`;
  }
  return count === 1 ? "The value" : `The ${count} values`;
}

// "12 lesions"; what was said where the values have names
export function valueText(model: SeriesModel, point: { value: number; label?: string | null }): string {
  const value = figure(point.value, model.decimals);
  return point.label ?? (model.unit === "" ? value : `${value} ${model.unit}`);
}

// "Amal 11, Basma 13"
export function ratingText(model: SeriesModel, point: DayPoint): string {
  return point.ratings
    .map(({ value, rater }) => `${rater ?? messages.noRater} ${figure(value, model.decimals)}`)
    .join(", ");
}

// "2026-01-05: 12 lesions"; with the time of day where one is known, and what must be known beside it
export function pointText(model: SeriesModel, point: DayPoint): string {
  const beside = [
    point.ratings.length > 0 ? messages.medianOf(ratingText(model, point)) : "",
    point.remark ?? "",
  ].filter((part) => part !== "");
  return [`${point.at.replace("T", " ")}: ${valueText(model, point)}`, ...beside].join("; ");
}

export function seriesText(model: SeriesModel): string {
  const [first] = model.points;
  const last = model.points[model.points.length - 1];
  if (!first || !last) {
    return `${model.name}.`;
  }
  const sentences = [
    model.points.length === 1
      ? `One value, on ${pointText(model, first)}.`
      : `${model.points.length} values, from ${pointText(model, first)}, to ${pointText(model, last)}.`,
  ];
  if (hints[model.better] !== "") {
    sentences.push(`${capitalised(hints[model.better])}.`);
  }
  if (model.noise) {
    const { low, high } = model.noise;
    sentences.push(
      `Shaded: ${figure(low, model.decimals)} to ` +
        `${figure(high, model.decimals)}, differences from the start that can be ` +
        "chance.",
    );
  }
  const hollow = model.points.filter((point) => point.remark !== null).length;
  if (hollow > 0) {
    sentences.push(`Hollow, not judged like the others: ${hollow}.`);
  }
  if (model.sessions.length > 0) {
    sentences.push(`Sessions marked: ${model.sessions.length}.`);
  }
  return `${model.name}. ${sentences.join(" ")}`;
}

export function intervalText(model: IntervalModel): string {
  return `${model.name}: mean change with 95 % interval, groups: ${model.rows.length}.`;
}

export function shareText(model: ShareModel): string {
  return (
    `${model.name}: patients whom two visits call better, and those whom ` +
    `one visit alone does. Rows: ${model.rows.length}.`
  );
}

// "Fitzpatrick IV · n 4, very few", the name cut where the whole has more letters than there is room
export function rowText(row: { label: string; n: number; size: Size }, room: number): string {
  const rest = ` · n ${row.n}${sizes[row.size]}`;
  const most = Math.max(1, room - rest.length);
  return (row.label.length <= most ? row.label : `${row.label.slice(0, most - 1).trimEnd()}…`) + rest;
}

export function responseText(model: ResponseModel): string {
  return `${model.label}: ${model.responded} of ${model.n} responded; the share over time.`;
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
