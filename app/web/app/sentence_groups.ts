// The server's sentences, put together by what they are about: the answer first, then the others. Pure.
import { said } from "../texts/phrase.ts";
import type { Progress, Sentence, Series } from "./shapes.ts";

// The first line is the verdict; the others are what a reader must know beside it.
export interface SentenceGroup {
  about: string;
  lines: string[];
  series: Series | null; // that it is about
}

// In their order; what follows each other and is about the same belongs together.
export function groupSentences(sentences: readonly Sentence[], series: readonly Series[]): SentenceGroup[] {
  const all: SentenceGroup[] = [];
  for (const sentence of sentences) {
    const { about } = sentence;
    const text = said(sentence);
    const last = all[all.length - 1];
    const ofSeries = series.find((one) => one.instrument === about) ?? null;
    if (last && ofSeries && last.about === about) last.lines.push(text);
    else all.push({ about, lines: [text], series: ofSeries });
  }
  return all;
}

export interface Answer {
  lead: SentenceGroup[]; // contradictions, urgent side effects, and what the course is for
  others: SentenceGroup[];
}

// What is missing has a place of its own, but that nothing was seen of what the course is for is the answer itself.
export function answerOf({
  sentences,
  series,
  course,
  gaps,
}: Pick<Progress, "sentences" | "series" | "course" | "gaps">): Answer {
  const all = groupSentences(sentences.clinic, series).filter((one) => one.about !== "gaps");
  const firstSeries = all.findIndex((one) => one.series !== null);
  const concern = course ? course.concern : all[firstSeries]?.series?.concern;
  const leads = (one: SentenceGroup, index: number): boolean =>
    one.series ? one.series.concern === concern : index < firstSeries;
  const lead = all.filter(leads);
  const unseen = gaps.find((gap) => gap.kind === "no_observation");
  if (unseen) lead.push({ about: "gaps", lines: [said(unseen)], series: null });
  return { lead, others: all.filter((one, index) => !leads(one, index)) };
}

// Of the others what nobody may miss: all that is no scale, and what got worse or stands against its course. The table
// has the verdicts of the rest.
export function weighed(others: readonly SentenceGroup[]): { shown: SentenceGroup[]; folded: SentenceGroup[] } {
  const standsOut = ({ series }: SentenceGroup): boolean =>
    series === null || series.verdict === "worsened" || series.against_trend;
  return { shown: others.filter(standsOut), folded: others.filter((one) => !standsOut(one)) };
}
