// One series of the progress JSON, as its chart shows it. Pure: what is drawn is decided here.

import { decimals_of, plain_unit } from "./figure.ts";
import type { Better, Point, Range, SeriesModel, Session } from "./model.ts";
import { moment } from "./moment.ts";

// The parts of the contract that a chart needs; a series has more.
export interface SeriesJson {
  instrument: string; // "tewl@left_cheek"
  name: string;
  unit: string; // UCUM
  better: Better;
  range: { low: number; high: number | null };
  baseline: Point;
  noise: { value: number } | null;
  points: readonly Point[];
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
    points: series.points,
    baseline: series.baseline,
    noise: noise_of(series),
    sessions: progress.sessions.map(session_of),
    range: range_of(series, family),
    ...axis_of(progress),
  };
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

// Not beyond the ends of the scale, where no value can be.
function noise_of(series: SeriesJson): Range | null {
  if (!series.noise) {
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
