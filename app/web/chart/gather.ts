// One series of the progress JSON, as its chart shows it. Pure: what is drawn is decided here.

import { decimals_of, plain_unit } from "./figure.ts";
import type { Better, DayPoint, Point, Range, SeriesModel, Session } from "./model.ts";
import { moment } from "./moment.ts";
import { words } from "./words.ts";

// The parts of the contract that a chart needs; a series has more.
export interface SeriesJson {
  instrument: string; // "tewl@left_cheek"
  name: string;
  unit: string; // UCUM
  better: Better;
  range: { low: number; high: number | null };
  verdict: string;
  words?: string; // of the verdict: what was said last
  baseline: Point;
  noise: { value: number } | null;
  points: readonly PointJson[];
}

export interface PointJson extends Point {
  places: readonly string[] | null;
  days_too_soon: number | null;
  label?: string | null;
  ratings: readonly { value: number; rater: string | null }[];
}

export interface SessionJson {
  at: string;
  areas: readonly { region: string; depth_mm: number; passes: number }[];
}

export interface ProgressJson {
  series: readonly SeriesJson[];
  sessions: readonly SessionJson[];
}

// A scale of so few steps is always shown from end to end.
const few_steps = 6;

// The chart of a series; all charts of one patient share their time axis, and a scale with its regions.
export function gather(series: SeriesJson, progress: ProgressJson): SeriesModel {
  const family = progress.series.filter((other) => scale_of(other) === scale_of(series));
  return {
    name: series.name,
    unit: plain_unit(series.unit),
    better: series.better,
    decimals: decimals_of(series.points.map((point) => point.value)),
    stated: series.verdict === "stated",
    points: points_of(series),
    baseline: series.baseline,
    noise: noise_of(series),
    sessions: progress.sessions.map(session_of),
    range: range_of(series, family),
    ...axis_of(progress),
  };
}

export function points_of(series: Pick<SeriesJson, "verdict" | "words" | "points">): DayPoint[] {
  const last = series.points[series.points.length - 1];
  const most_places = series.points.reduce((most, { places }) => Math.max(most, places?.length ?? Infinity), 0); // the whole is more than any
  return series.points.map((point) => ({
    at: point.at,
    value: point.value,
    label: point.label ?? (series.verdict === "stated" && point === last ? series.words ?? null : null),
    remark: remark_of(point, most_places),
    ratings: point.ratings.length > 1 ? point.ratings.map(({ value, rater }) => ({ value, rater })) : [],
  }));
}

// Too soon after a session, or of fewer places than others of its series.
function remark_of({ days_too_soon, places }: PointJson, most_places: number): string | null {
  const remarks = [];
  if (days_too_soon !== null) {
    remarks.push(words.too_soon(days_too_soon));
  }
  if (places !== null && places.length < most_places) {
    remarks.push(words.part(places.map((place) => place.replace(/_/g, " ")).join(", ")));
  }
  return remarks.length === 0 ? null : remarks.join("; ");
}

export function region_of(series: SeriesJson): string | null {
  return series.instrument.split("@")[1] ?? null;
}

function scale_of(series: SeriesJson): string {
  return series.instrument.split("@")[0] ?? "";
}

function axis_of(progress: ProgressJson): { from: string; to: string } {
  const all = [...progress.series.flatMap((series) => series.points), ...progress.sessions].map((each) => each.at);
  const earlier = (a: string, b: string): string => (moment(b) < moment(a) ? b : a);
  const later = (a: string, b: string): string => (moment(b) > moment(a) ? b : a);
  return { from: all.reduce(earlier), to: all.reduce(later) };
}

// Not beyond the ends of the scale, where no value can be. Words have none.
function noise_of(series: SeriesJson): Range | null {
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
function range_of(series: SeriesJson, family: readonly SeriesJson[]): Range {
  const { low, high } = series.range;
  const begin = Math.max(low, 0);
  const range = { low: begin, high: high !== null && high - low <= few_steps ? high : begin };
  const reach = (value: number): void => {
    range.low = Math.min(range.low, value);
    range.high = Math.max(range.high, value);
  };
  for (const each of family) {
    each.points.forEach((point) => reach(point.value));
    const noise = noise_of(each);
    if (noise) {
      reach(noise.low);
      reach(noise.high);
    }
  }
  return range.low === range.high ? { low: range.low, high: range.low + 1 } : range;
}

function session_of(session: SessionJson): Session {
  const areas = session.areas.map(
    (area) => `${area.region.replace(/_/g, " ")} ${area.depth_mm} mm × ${area.passes}`,
  );
  return { at: session.at, label: areas.join(", ") };
}
