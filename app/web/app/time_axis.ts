// What happened to a patient, on one axis: pure, from the JSON to marks.
import { listText, toUtcDate } from "./format.ts";
import { measureName } from "./measure.ts";
import { areaText, nameOf } from "./words.ts";
import type { Kept, Progress } from "./shapes.ts";

export interface Mark {
  at: string;
  until: string | null; // an interval when it is one
  label: string;
}

export interface Lane {
  name: "sessions" | "observations" | "treatments" | "events";
  marks: Mark[];
}

const text = (value: unknown): string | null => (typeof value === "string" && value !== "" ? value : null);

// A partial date stands for its first day.
const wholeDay = (at: string): string => (at.length === 4 ? `${at}-01-01` : at.length === 7 ? `${at}-01` : at);

export function lanesOf(progress: Progress, treatments: readonly Kept[]): Lane[] {
  const seen = new Map<string, Set<string>>();
  for (const series of progress.series) {
    for (const point of series.points) {
      const day = point.at.slice(0, 10);
      for (const rating of point.ratings) {
        const what = rating.record ? nameOf(rating.record.kind) : measureName(series);
        seen.set(day, (seen.get(day) ?? new Set()).add(rating.rater === null ? what : `${what} (${rating.rater})`));
      }
    }
  }
  return [
    {
      name: "sessions",
      marks: progress.sessions.map((one, index) => ({
        at: one.at,
        until: null,
        label: `${index + 1}: ${listText(one.areas.map(areaText))}`,
      })),
    },
    {
      name: "observations",
      marks: [...seen].sort().map(([at, what]) => ({ at, until: null, label: listText([...what]) })),
    },
    {
      name: "treatments",
      marks: treatments.flatMap((one) => {
        const from = text(one.from);
        return from === null || one.voided
          ? []
          : [
              {
                at: wholeDay(from),
                until: wholeDay(text(one.until) ?? progress.as_of),
                label: text(one.name) ?? nameOf(String(one.kind)),
              },
            ];
      }),
    },
    {
      name: "events",
      marks: progress.events.flatMap((one) => {
        const onset = text(one.onset);
        return onset === null
          ? []
          : [
              {
                at: wholeDay(onset),
                until: one.resolved === null ? null : wholeDay(one.resolved),
                label: listText([nameOf(one.kind), String(one.severity)]),
              },
            ];
      }),
    },
  ];
}

// First and last moment of everything; null when there is nothing.
export function spanOf(lanes: readonly Lane[]): { from: string; to: string } | null {
  const all = lanes.flatMap((lane) => lane.marks.flatMap((mark) => (mark.until ? [mark.at, mark.until] : [mark.at])));
  const sorted = all.sort();
  const [from, to] = [sorted[0], sorted[sorted.length - 1]];
  return from === undefined || to === undefined ? null : { from, to };
}

// Where a moment lies on an axis, in px; outside of it, at its ends.
export function placeOf(at: string, axis: { from: string; to: string; left: number; right: number }): number {
  const [first, last] = [toUtcDate(axis.from).getTime(), toUtcDate(axis.to).getTime()];
  const share = last === first ? 0.5 : (toUtcDate(at).getTime() - first) / (last - first);
  return axis.left + Math.min(1, Math.max(0, share)) * (axis.right - axis.left);
}
