// Which of a patient's series are shown, and in what order: what the course is for comes first. Pure.
import type { Progress, Series } from "./shapes.ts";

export const scale_of = (instrument: string): string => instrument.split("@")[0] ?? instrument;
export const region_of = (instrument: string): string => instrument.split("@")[1] ?? "";

// The patient as a whole, or a region of a scale that has no whole here.
export const is_main = (series: Series, all: readonly Series[]): boolean =>
  region_of(series.instrument) === "" || !all.some((one) => one.instrument === scale_of(series.instrument));

// Those of the course's own concern, then the others, each in the order of the server.
export function main_series({ series, course }: Pick<Progress, "series" | "course">): Series[] {
  const main = series.filter((one) => is_main(one, series));
  const of_course = (one: Series): boolean => one.concern === course?.concern;
  return [...main.filter(of_course), ...main.filter((one) => !of_course(one))];
}

// One chart of each concern, at most so many.
export function chief_series(progress: Pick<Progress, "series" | "course">, most: number): Series[] {
  const main = main_series(progress).filter((one) => one.n > 1);
  return main.filter((one, index) => main.findIndex((other) => other.concern === one.concern) === index).slice(0, most);
}
