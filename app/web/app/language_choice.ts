// Which language the pages are in: of those that the program has, what was chosen in this browser, else what the
// browser asks for. Whoever signs in has one of their own, and the browser keeps the last one.
import { languageOf, type Language } from "../texts/language.ts";
import { setTexts } from "../texts/texts.ts";
import { readTexts } from "./api.ts";

declare const OFFERED_LANGUAGES: readonly string[]; // app/web/build.mjs
export const offered: readonly string[] = typeof OFFERED_LANGUAGES === "undefined" ? ["en"] : OFFERED_LANGUAGES;

const item = "language"; // in localStorage; no datum of a person
const retryMs = 2000;

// `wanted` in the order of the wish, as "ar-EG" or "en".
export function bestOf(wanted: readonly (string | null)[], available: readonly string[]): string {
  const codes = wanted.flatMap((one) => (one === null ? [] : [one.toLowerCase().split("-")[0] ?? ""]));
  return codes.find((code) => available.includes(code)) ?? "en";
}

const chosen = (): Language => languageOf(bestOf([localStorage.getItem(item), ...navigator.languages], offered));

// Before anything is drawn: the root says language and direction, and the texts are there.
export async function beginLanguage(): Promise<void> {
  const language = chosen();
  document.documentElement.lang = language.code;
  document.documentElement.dir = language.direction;
  let texts = await readTexts(language.code);
  while (texts === null) {
    await new Promise((resolve) => setTimeout(resolve, retryMs));
    texts = await readTexts(language.code);
  }
  setTexts(language, texts);
}

// From now on in this browser. In another language the page is drawn anew, all of it, and the answer is true; what was
// typed is kept as a draft.
export function keepLanguage(code: string): boolean {
  if (!offered.includes(code)) return false;
  localStorage.setItem(item, code);
  if (code === document.documentElement.lang) return false;
  location.reload();
  return true;
}
