// What charts say of what they show.

import { figure } from "./figure.ts";
import { quantityText, unitText } from "../texts/units.ts";
import { momentText } from "./moment.ts";
import { wholeLine } from "../texts/language.ts";
import { inUse, t, word } from "../texts/texts.ts";
import type { Better, DayPoint, IntervalModel, ResponseModel, SeriesModel, ShareModel, Size } from "./model.ts";

// "lesions, less is better"
export function scaleText(ucum: string, better: Better): string {
  const unit = unitText(ucum);
  const hint = word("plot.hints", better);
  return wholeLine(unit === "" || hint === "" ? unit + hint : t("plot.scale", { unit, hint }), inUse());
}

// "The last 200 of 5000 values"
export function tableText(shown: number, count: number): string {
  return shown < count ? t("plot.last_values", { shown, count }) : t("plot.all_values", { count });
}

// "12 lesions"; what was said where the values have names
export function valueText(model: SeriesModel, point: { value: number; label?: string | null }): string {
  return point.label ?? quantityText(point.value, model.unit, model.decimals);
}

// "Amal 11, Basma 13"
export function ratingText(model: SeriesModel, point: DayPoint): string {
  return point.ratings
    .map(({ value, rater }) => `${rater ?? t("plot.no_rater")} ${figure(value, model.decimals)}`)
    .join(t("frame.list"));
}

// "5 Jan 2026: 12 lesions"; with the time of day where one is known, and what must be known beside it
export function pointText(model: SeriesModel, point: DayPoint): string {
  const beside = [
    point.ratings.length > 0 ? t("plot.median_of", { list: ratingText(model, point) }) : "",
    point.remark ?? "",
  ].filter((part) => part !== "");
  return [t("plot.point", { at: momentText(point.at), value: valueText(model, point) }), ...beside].join("; ");
}

export function seriesText(model: SeriesModel): string {
  const { name } = model;
  const [first] = model.points;
  const last = model.points[model.points.length - 1];
  if (!first || !last) {
    return t("plot.no_values", { name });
  }
  const count = model.points.length;
  const sentences = [
    count === 1
      ? t("plot.one_value", { point: pointText(model, first) })
      : t("plot.from_to", { count, first: pointText(model, first), last: pointText(model, last) }),
    word("plot.sentences", model.better),
  ];
  if (model.noise) {
    const [low, high] = [model.noise.low, model.noise.high].map((end) => figure(end, model.decimals));
    sentences.push(t("plot.shaded", { low: low ?? "", high: high ?? "" }));
  }
  const hollow = model.points.filter((point) => point.remark !== null).length;
  if (hollow > 0) {
    sentences.push(t("plot.hollow_count", { count: hollow }));
  }
  if (model.sessions.length > 0) {
    sentences.push(t("plot.session_count", { count: model.sessions.length }));
  }
  return t("plot.series", { name, sentences: sentences.filter((one) => one !== "").join(" ") });
}

export function intervalText(model: IntervalModel): string {
  return t("plot.intervals", { name: model.name, count: model.rows.length });
}

export function shareText(model: ShareModel): string {
  return t("plot.shares", { name: model.name, count: model.rows.length });
}

// "Fitzpatrick IV · n 4, very few", the name cut where the whole has more letters than there is room
export function rowText(row: { label: string; n: number; size: Size }, room: number): string {
  const rest = ` · ${t(`plot.group.${row.size}`, { count: row.n })}`;
  const most = Math.max(1, room - rest.length);
  const name = row.label.length <= most ? row.label : `${row.label.slice(0, most - 1).trimEnd()}…`;
  return wholeLine(name + rest, inUse());
}

export function responseText(model: ResponseModel): string {
  return t("plot.responded", { name: model.label, responded: model.responded, count: model.n });
}
