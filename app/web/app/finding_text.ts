// What safety rules say, in the language in use. Pure.
import { phraseText, type Phrase } from "../texts/phrase.ts";
import { inUse, textOf, word } from "../texts/texts.ts";
import { sentence, spoken } from "./words.ts";

// `lang` where it is not the language in use: what was recorded is in English.
export interface SaidText {
  text: string;
  lang?: "en";
}

interface Said {
  rule: string;
  because: string;
  text?: string;
  source?: string;
  phrases?: { text: Phrase; because: Phrase; source: Phrase };
}

export const asRecorded = (text: string): SaidText => (inUse().code === "en" ? { text } : { text, lang: "en" });

export const becauseOf = ({ because, phrases }: Said): SaidText =>
  phrases ? { text: phraseText(phrases.because) } : asRecorded(because);

// Of what was recorded: in English as it was, else as the rule says it today, where its text needs no numbers.
export function ruleTextOf({ rule, text, phrases }: Pick<Said, "rule" | "text" | "phrases">): SaidText | null {
  if (phrases) return { text: phraseText(phrases.text) };
  const today = inUse().code === "en" ? undefined : word("finding.text", rule);
  if (today !== undefined) return { text: today };
  return text ? asRecorded(text) : null;
}

export function sourceOf({ source, phrases }: Pick<Said, "source" | "phrases">): SaidText | null {
  if (phrases) return { text: spoken(phraseText(phrases.source)) };
  return source ? asRecorded(spoken(source)) : null;
}

// Where another sentence follows it.
export const asSentence = (said: SaidText): SaidText => ({ ...said, text: sentence(said.text) });

// Why one rule speaks, at several places.
export const becauseOfAll = (findings: readonly Said[]): string =>
  findings
    .map((one) => becauseOf(one).text)
    .reduce((first, next) => textOf("finding.then", { first: { text: first }, next: { text: next } }));
