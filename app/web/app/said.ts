// The server's sentences, put together by what they are about: the answer first, then the others. Pure.
import type { Progress, Sentence, Series } from "./shapes.ts";

// The first line is the verdict; the others are what a reader must know beside it.
export interface Said {
  about: string;
  lines: string[];
  series: Series | null; // that it is about
}

// In their order; what follows each other and is about the same belongs together.
export function together(sentences: readonly Sentence[], series: readonly Series[]): Said[] {
  const all: Said[] = [];
  for (const { text, about } of sentences) {
    const last = all[all.length - 1];
    const of_series = series.find((one) => one.instrument === about) ?? null;
    if (last && of_series && last.about === about) last.lines.push(text);
    else all.push({ about, lines: [text], series: of_series });
  }
  return all;
}

export interface Answer {
  lead: Said[]; // contradictions, urgent side effects, and what the course is for
  others: Said[];
}

// What is missing has a place of its own, but that nothing was seen of what the course is for is the answer itself.
export function answer_of({ sentences, series, course, gaps }: Pick<Progress, "sentences" | "series" | "course" | "gaps">): Answer {
  const all = together(sentences.clinic, series).filter((one) => one.about !== "gaps");
  const first_series = all.findIndex((one) => one.series !== null);
  const concern = course ? course.concern : all[first_series]?.series?.concern;
  const leads = (one: Said, index: number): boolean => (one.series ? one.series.concern === concern : index < first_series);
  const lead = all.filter(leads);
  const unseen = gaps.find((gap) => gap.kind === "no_observation");
  if (unseen) lead.push({ about: "gaps", lines: [unseen.text], series: null });
  return { lead, others: all.filter((one, index) => !leads(one, index)) };
}

// Of the others what nobody may miss: all that is no scale, and what got worse or stands against its course. The table has
// the verdicts of the rest.
export function weighed(others: readonly Said[]): { shown: Said[]; folded: Said[] } {
  const stands_out = ({ series }: Said): boolean => series === null || series.verdict === "worsened" || series.against_trend;
  return { shown: others.filter(stands_out), folded: others.filter((one) => !stands_out(one)) };
}
