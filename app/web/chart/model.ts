// What a chart shows, as plain data: calculated by the gather files, drawn by chart.ts.
import type { components } from "../openapi.ts";

export type Better = components["schemas"]["Series"]["better"];

export interface Point {
  at: string; // civil: 2026-01-05 or 2026-01-05T10:30
  value: number;
}

export interface Range {
  low: number;
  high: number;
}

export interface Session {
  at: string;
  label: string; // what was done, in a line
}

// What was found on one day.
export interface DayPoint extends Point {
  label: string | null; // what was said, on a scale whose values have names
  remark: string | null; // why it is not judged like the others; drawn hollow
  ratings: readonly { value: number; rater: string | null }[]; // that the value is the median of; one is not listed
}

export interface SeriesModel {
  name: string;
  unit: string; // UCUM: "{score}"; "1" or empty without one
  better: Better;
  decimals: number; // that the values are written with
  stated: boolean; // words with their days: no line of numbers
  points: readonly DayPoint[]; // by time; at least one
  baseline: Point;
  noise: Range | null; // around the baseline: what may be chance
  sessions: readonly Session[];
  range: Range; // of the scale: low < high
  from: string; // of the time axis
  to: string;
}

// A mean of one group with its 95 % interval.
export interface Interval {
  label: string;
  n: number;
  value: number;
  low: number | null;
  high: number | null;
  size: Size;
}

// Of fewer than 5 patients, of fewer than 10, or of more.
export type Size = "small" | "few" | "enough";

// Of one group: those whom two visits call better, and those whom the last one alone does.
export interface ConfirmedShare {
  label: string;
  n: number;
  size: Size;
  confirmed: number; // patients
  unconfirmed: number;
  low: number; // the 95 % interval of the confirmed share
  high: number;
}

export interface ShareModel {
  name: string;
  rows: readonly ConfirmedShare[];
}

export interface IntervalModel {
  name: string;
  unit: string;
  better: Better;
  decimals: number;
  rows: readonly Interval[];
  range: Range;
}

export interface Step {
  days: number;
  share: number; // that has responded by then, 0 to 1
  low: number | null;
  high: number | null;
}

// The share of one group that has responded, over time (Kaplan and Meier).
export interface ResponseModel {
  label: string;
  n: number;
  responded: number;
  steps: readonly Step[]; // from day 0, ascending
  marks: readonly { days: number; atRisk: number }[]; // the ticks of the axis
  toDays: number;
}
