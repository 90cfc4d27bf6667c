// One strip for each concern: its chief scale, and the others behind it. Pure.
import { daysBetween } from "./format.ts";
import { mainSeries } from "./series_choice.ts";
import type { Progress, Series } from "./shapes.ts";
import { compares } from "./verdict.ts";

export interface Strip {
  concern: string | null; // null: a scale of the clinic's own that does not say what it is about
  chief: Series;
  others: Series[]; // of the same concern: further scales, and the regions of each
}

// Of a concern the first scale that two visits can be compared on; else the first one.
function stripOf(ofConcern: readonly Series[], all: readonly Series[]): Strip | null {
  const chief = ofConcern.find(compares) ?? ofConcern[0];
  if (!chief) return null;
  const { concern } = chief;
  const same = concern === null ? all.filter((one) => scaleOf(one) === scaleOf(chief)) : all;
  const others = same.filter((one) => one !== chief && one.concern === concern);
  return { concern, chief, others };
}

const scaleOf = ({ instrument }: Series): string => instrument.split("@")[0] ?? instrument;

// That of the course comes first.
export function stripsOf(progress: Pick<Progress, "series" | "course">): Strip[] {
  const main = mainSeries(progress);
  const groups = new Map<string, Series[]>();
  for (const one of main) {
    const group = one.concern ?? one.instrument;
    groups.set(group, [...(groups.get(group) ?? []), one]);
  }
  return [...groups.values()].map((group) => stripOf(group, progress.series)).filter((one) => one !== null);
}

// The last day on which anything was seen; empty where nothing was.
export const lastSeen = ({ series }: Pick<Progress, "series">): string =>
  series.reduce((last, { latest }) => (latest.at.slice(0, 10) > last ? latest.at.slice(0, 10) : last), "");

// After so many days nobody knows how it is now.
export const longAgoDays = 45;

// The day of values that are called those of now; empty where the last ones are too old for it.
export function nowDay(progress: Pick<Progress, "series" | "as_of">): string {
  const seen = lastSeen(progress);
  return seen !== "" && daysBetween(seen, progress.as_of) <= longAgoDays ? seen : "";
}

// What the last value was compared with when the visit before it was: its value, and its day where it is plain.
export function valueBefore({ points, latest, since_last_visit: since }: Series): { at: string; value: number } | null {
  if (since === null) return null;
  const value = latest.value - since.change;
  const earlier = points.filter((point) => point.at < latest.at && Math.abs(point.value - value) < 1e-6);
  const at = earlier[earlier.length - 1]?.at;
  return at === undefined ? null : { at, value: Number(value.toPrecision(12)) };
}

// What got worse from one visit to the next, of each concern one scale: that of its strip where it is among them.
export function worseSinceLast(strips: readonly Strip[]): Series[] {
  return strips.flatMap(({ chief, others }) => {
    const whole = [chief, ...others].filter((one) => one === chief || !one.instrument.includes("@"));
    const worse = whole.find(({ since_last_visit: since }) => since?.verdict === "worsened");
    return worse ? [worse] : [];
  });
}
