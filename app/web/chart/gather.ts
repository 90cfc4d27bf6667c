// One series of the progress JSON, as its chart shows it. Pure: what is drawn is decided here.

import { decimalsOf } from "./figure.ts";
import type { components } from "../openapi.ts";
import type { DayPoint, Point, Range, SeriesModel, Session } from "./model.ts";
import { moment } from "./moment.ts";
import { t, word } from "../texts/texts.ts";

type Schemas = components["schemas"];

// The parts of the contract that a chart needs; a series has more, and a report says no more.
export interface SeriesJson extends Pick<Schemas["Series"], "instrument" | "name" | "unit" | "better" | "range"> {
  verdict: string;
  words?: string; // of the verdict: what was said last
  baseline: Point;
  noise: { value: number } | null;
  points: readonly PointJson[];
}

export interface PointJson extends Pick<Schemas["Point"], "at" | "value" | "places" | "days_too_soon"> {
  label?: string | null;
  ratings: readonly { value: number; rater: string | null }[];
}

export type SessionJson = Pick<Schemas["SessionSeen"], "at" | "areas">;

export interface ProgressJson {
  series: readonly SeriesJson[];
  sessions: readonly SessionJson[];
}

// A scale of so few steps is always shown from end to end.
const fewSteps = 6;

// The chart of a series; all charts of one patient share their time axis, and a scale with its regions.
export function gather(series: SeriesJson, progress: ProgressJson): SeriesModel {
  const family = progress.series.filter((other) => scaleOf(other) === scaleOf(series));
  return {
    name: series.name,
    unit: series.unit,
    better: series.better,
    decimals: decimalsOf(series.points.map((point) => point.value)),
    stated: series.verdict === "stated",
    points: pointsOf(series),
    baseline: series.baseline,
    noise: noiseOf(series),
    sessions: progress.sessions.map(sessionOf),
    range: rangeOf(series, family),
    ...axisOf(progress),
  };
}

export function pointsOf(series: Pick<SeriesJson, "verdict" | "words" | "points">): DayPoint[] {
  const last = series.points[series.points.length - 1];
  // The whole is more than any number of places.
  const mostPlaces = series.points.reduce((most, { places }) => Math.max(most, places?.length ?? Infinity), 0);
  return series.points.map((point) => ({
    at: point.at,
    value: point.value,
    label: point.label ?? (series.verdict === "stated" && point === last ? (series.words ?? null) : null),
    remark: remarkOf(point, mostPlaces),
    ratings: point.ratings.length > 1 ? point.ratings.map(({ value, rater }) => ({ value, rater })) : [],
  }));
}

// Too soon after a session, or of fewer places than others of its series.
function remarkOf({ days_too_soon: daysTooSoon, places }: PointJson, mostPlaces: number): string | null {
  const remarks = [];
  if (daysTooSoon !== null) {
    remarks.push(t("plot.too_soon", { count: daysTooSoon }));
  }
  if (places !== null && places.length < mostPlaces) {
    remarks.push(t("plot.part", { list: places.map(placeName).join(t("frame.list")) }));
  }
  return remarks.length === 0 ? null : remarks.join("; ");
}

export function regionOf(series: SeriesJson): string | null {
  return series.instrument.split("@")[1] ?? null;
}

function scaleOf(series: SeriesJson): string {
  return series.instrument.split("@")[0] ?? "";
}

function axisOf(progress: ProgressJson): { from: string; to: string } {
  const all = [...progress.series.flatMap((series) => series.points), ...progress.sessions].map((each) => each.at);
  const earlier = (a: string, b: string): string => (moment(b) < moment(a) ? b : a);
  const later = (a: string, b: string): string => (moment(b) > moment(a) ? b : a);
  return { from: all.reduce(earlier), to: all.reduce(later) };
}

// Not beyond the ends of the scale, where no value can be. Words have none.
function noiseOf(series: SeriesJson): Range | null {
  if (!series.noise || series.verdict === "stated") {
    return null;
  }
  const { low, high } = series.range;
  const { value } = series.baseline;
  return {
    low: Math.max(value - series.noise.value, Math.min(low, value)),
    high: Math.min(value + series.noise.value, Math.max(high ?? Infinity, value)),
  };
}

// As high as its values: the same small step never looks like a great one. A scale that reaches below 0 is one of
// differences, and 0 is where they begin.
function rangeOf(series: SeriesJson, family: readonly SeriesJson[]): Range {
  const { low, high } = series.range;
  const begin = Math.max(low, 0);
  const range = { low: begin, high: high !== null && high - low <= fewSteps ? high : begin };
  const reach = (value: number): void => {
    range.low = Math.min(range.low, value);
    range.high = Math.max(range.high, value);
  };
  for (const each of family) {
    each.points.forEach((point) => reach(point.value));
    const noise = noiseOf(each);
    if (noise) {
      reach(noise.low);
      reach(noise.high);
    }
  }
  return range.low === range.high ? { low: range.low, high: range.low + 1 } : range;
}

function sessionOf(session: SessionJson): Session {
  const areas = session.areas.map((area) =>
    t("frame.area", {
      region: placeName(area.region),
      dose: t("frame.dose", { depth: area.depth_mm, passes: area.passes }),
    }),
  );
  return { at: session.at, label: areas.join(t("frame.list")) };
}

// "left cheek"; a word of the records where the texts have one.
const placeName = (place: string): string => word("records.names", place) ?? place.replace(/_/g, " ");
