// What a chart shows, as plain data: calculated by the gather files, drawn by chart.ts.

export type Better = "lower" | "higher" | "neither";

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

export interface SeriesModel {
  name: string;
  unit: string; // as people write it: "points"; empty without one
  better: Better;
  decimals: number; // that the values are written with
  points: readonly Point[]; // by time; at least one
  baseline: Point;
  noise: Range | null; // around the baseline: what raters differ by
  sessions: readonly Session[];
  range: Range; // of the scale: low < high
  from: string; // of the time axis
  to: string;
}

// A mean or a share of one group with its 95 % interval.
export interface Interval {
  label: string;
  n: number;
  value: number;
  low: number | null;
  high: number | null;
  small: boolean; // too few patients to judge by
}

export interface IntervalModel {
  name: string;
  unit: string;
  better: Better;
  kind: "change" | "share";
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
  marks: readonly { days: number; at_risk: number }[]; // the ticks of the axis
  to_days: number;
}
