// Which language the pages are in: of those that the program has, what was chosen in this browser, else what the
// browser asks for. Whoever signs in has one of their own, and the browser keeps the last one.
import { languageOf, type Digits } from "../texts/language.ts";
import { digitsInUse, inDigits, setTexts } from "../texts/texts.ts";
import { readTexts } from "./api.ts";

// Those whose texts are complete (app/web/build.mjs).
declare const OFFERED_LANGUAGES: readonly string[];

// A patient's own page: nobody signs in to it.
export const isOwnPage = (): boolean => location.pathname.startsWith("/p/");

export const offeredHere = (): readonly string[] =>
  typeof OFFERED_LANGUAGES === "undefined" ? ["en"] : OFFERED_LANGUAGES;

// A cookie, which outlasts the clearing of the storage when a browser is let in; no datum of a person.
const kept = (): string | null => /(?:^|; )language=([a-z]+)/.exec(document.cookie)?.[1] ?? null;
function keep(code: string): void {
  const secure = location.protocol === "https:" ? "; Secure" : "";
  document.cookie = `language=${code}; Path=/; SameSite=Strict; Max-Age=${yearS}${secure}`;
}
const yearS = 31_536_000;
const retryMs = 2000;

// `wanted` in the order of the wish, as "ar-EG" or "en".
export function bestOf(wanted: readonly (string | null)[], available: readonly string[]): string {
  const codes = wanted.flatMap((one) => (one === null ? [] : [one.toLowerCase().split("-")[0] ?? ""]));
  return codes.find((code) => available.includes(code)) ?? "en";
}

// `wish` is that of the patient whose page it is.
const chosen = (wish: string | null): string => bestOf([kept(), wish, ...navigator.languages], offeredHere());

// Before anything is drawn: the root says language and direction, and the texts are there.
export async function beginLanguage(wish: string | null = null): Promise<void> {
  const language = languageOf(chosen(wish));
  document.documentElement.lang = language.code;
  document.documentElement.dir = language.direction;
  let texts = await readTexts(language.code);
  while (texts === null) {
    await new Promise((resolve) => setTimeout(resolve, retryMs));
    texts = await readTexts(language.code);
  }
  setTexts(languageOf(language.code, digitsInUse()), texts);
}

// Of a patient's own page, as their record says it: the language, where none was chosen in this browser, and the
// digits. Before the page is drawn.
export async function beginOwnLanguage(wish: string | null, digits: Digits): Promise<void> {
  inDigits(digits);
  if (chosen(wish) !== document.documentElement.lang) await beginLanguage(wish);
}

// From now on in this browser. In another language the page is drawn anew, all of it, and the answer is true; what was
// typed is kept as a draft.
export function keepLanguage(code: string): boolean {
  if (!offeredHere().includes(code)) return false;
  keep(code);
  if (code === document.documentElement.lang) return false;
  location.reload();
  return true;
}
