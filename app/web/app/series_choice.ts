// Which of a patient's series are shown, and in what order: what the course is for comes first. Pure.
import type { Progress, Series } from "./shapes.ts";

export const scaleOf = (instrument: string): string => instrument.split("@")[0] ?? instrument;
export const regionOf = (instrument: string): string => instrument.split("@")[1] ?? "";

// The patient as a whole, or a region of a scale that has no whole here.
export const isMain = (series: Series, all: readonly Series[]): boolean =>
  regionOf(series.instrument) === "" || !all.some((one) => one.instrument === scaleOf(series.instrument));

// Those of the course's own concern, then the others, each in the order of the server.
export function mainSeries({ series, course }: Pick<Progress, "series" | "course">): Series[] {
  const main = series.filter((one) => isMain(one, series));
  const ofCourse = (one: Series): boolean => one.concern === course?.concern;
  return [...main.filter(ofCourse), ...main.filter((one) => !ofCourse(one))];
}

// One chart of each concern, at most so many.
export function chiefSeries(progress: Pick<Progress, "series" | "course">, most: number): Series[] {
  const main = mainSeries(progress).filter((one) => one.n > 1);
  return main.filter((one, index) => main.findIndex((other) => other.concern === one.concern) === index).slice(0, most);
}
