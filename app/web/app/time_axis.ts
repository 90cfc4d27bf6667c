// What happened to a patient, on one axis: pure, from the JSON to marks.
import { stand_in } from "./format.ts";
import { name_of } from "./messages.ts";
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
const whole_day = (at: string): string => (at.length === 4 ? `${at}-01-01` : at.length === 7 ? `${at}-01` : at);

export function lanes_of(progress: Progress, treatments: readonly Kept[]): Lane[] {
  const seen = new Map<string, Set<string>>();
  for (const series of progress.series) {
    for (const point of series.points) {
      const day = point.at.slice(0, 10);
      for (const rating of point.ratings) {
        const what = rating.record ? name_of(rating.record.kind) : series.name;
        seen.set(day, (seen.get(day) ?? new Set()).add(rating.rater === null ? what : `${what} (${rating.rater})`));
      }
    }
  }
  return [
    {
      name: "sessions",
      marks: progress.sessions.map((one, index) => ({ at: one.at, until: null, label: `${index + 1}: ${one.areas.map((area) => `${name_of(area.region)} ${area.depth_mm} mm × ${area.passes}`).join(", ")}` })),
    },
    {
      name: "observations",
      marks: [...seen].sort().map(([at, what]) => ({ at, until: null, label: [...what].join(", ") })),
    },
    {
      name: "treatments",
      marks: treatments.flatMap((one) => {
        const from = text(one.from);
        return from === null || one.voided ? [] : [{ at: whole_day(from), until: whole_day(text(one.until) ?? progress.as_of), label: text(one.name) ?? name_of(String(one.kind)) }];
      }),
    },
    {
      name: "events",
      marks: progress.events.flatMap((one) => {
        const onset = text(one.onset);
        return onset === null ? [] : [{ at: whole_day(onset), until: one.resolved === null ? null : whole_day(one.resolved), label: `${name_of(one.kind)}, ${one.severity}` }];
      }),
    },
  ];
}

// First and last moment of everything; null when there is nothing.
export function span_of(lanes: readonly Lane[]): { from: string; to: string } | null {
  const all = lanes.flatMap((lane) => lane.marks.flatMap((mark) => (mark.until ? [mark.at, mark.until] : [mark.at])));
  const sorted = all.sort();
  const [from, to] = [sorted[0], sorted[sorted.length - 1]];
  return from === undefined || to === undefined ? null : { from, to };
}

// Where a moment lies on an axis, in px; outside of it, at its ends.
export function place_of(at: string, axis: { from: string; to: string; left: number; right: number }): number {
  const [first, last] = [stand_in(axis.from).getTime(), stand_in(axis.to).getTime()];
  const share = last === first ? 0.5 : (stand_in(at).getTime() - first) / (last - first);
  return axis.left + Math.min(1, Math.max(0, share)) * (axis.right - axis.left);
}
