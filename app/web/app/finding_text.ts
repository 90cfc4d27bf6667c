// What safety rules say, in the language in use. Pure.
import { phraseText, type Phrase } from "../texts/phrase.ts";
import { inUse, textOf, word } from "../texts/texts.ts";

// `lang` where it is not the language in use: what was recorded is in English.
export interface SaidText {
  text: string;
  lang?: "en";
}

interface Said {
  rule: string;
  because: string;
  text?: string;
  phrases?: { text: Phrase; because: Phrase };
}

export const asRecorded = (text: string): SaidText => (inUse().code === "en" ? { text } : { text, lang: "en" });

export const becauseOf = ({ because, phrases }: Said): SaidText =>
  phrases ? { text: phraseText(phrases.because) } : asRecorded(because);

// Of what was recorded: in English as it was, else as the rule says it today, where its text needs no numbers.
export function ruleTextOf({ rule, text, phrases }: Omit<Said, "because">): SaidText | null {
  if (phrases) return { text: phraseText(phrases.text) };
  const today = inUse().code === "en" ? undefined : word("finding.text", rule);
  if (today !== undefined) return { text: today };
  return text ? asRecorded(text) : null;
}

// Why one rule speaks, at several places.
export const becauseOfAll = (findings: readonly Said[]): string =>
  findings
    .map((one) => becauseOf(one).text)
    .reduce((first, next) => textOf("finding.then", { first: { text: first }, next: { text: next } }));
