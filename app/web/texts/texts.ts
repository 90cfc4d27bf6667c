// The texts of the language in use, by their ids in app/texts. They are read while a page is drawn, never before
// `setTexts`, which comes first.
import { english, languageOf, type Digits, type Language } from "./language.ts";
import { written, type Given, type Message } from "./message.ts";
import type { PlainId, Values, Words } from "./ids.ts";

export type Catalogue = Record<string, Message>;

let language: Language = english;
let digits: Digits = "latn";
let catalogue: Catalogue | null = null;

export function setTexts(next: Language, texts: Catalogue): void {
  language = next;
  catalogue = texts;
}

// From now on in the digits that the clinic chose, whichever is told first: they or the texts.
export function inDigits(next: Digits): void {
  digits = next;
  language = languageOf(language.code, digits);
}
export const digitsInUse = (): Digits => digits;

export const inUse = (): Language => language;

export function messageOf(id: string): Message | undefined {
  if (catalogue === null) throw new Error(`the text ${id} is asked for before there are any`);
  return catalogue[id];
}

// An id that is missing shows itself.
export function textOf(id: string, values: Readonly<Record<string, Given>> = {}): string {
  const message = messageOf(id) ?? id;
  return written(typeof message === "string" ? [message] : message, values, language);
}

// The same of an id that the compiler knows, with all that it is given.
export function t(id: PlainId): string;
export function t<Id extends keyof Values>(id: Id, values: Values[Id]): string;
export function t(id: string, values: Readonly<Record<string, Given>> = {}): string {
  return textOf(id, values);
}

// The text of a word that records or settings use, from the ids that begin with `group`; nothing where it has none.
export function word<Group extends keyof Words>(group: Group, name: Words[Group]): string;
export function word(group: keyof Words, name: string): string | undefined;
export function word(group: string, name: string): string | undefined {
  const message = messageOf(`${group}.${name}`);
  return typeof message === "string" ? written([message], {}, language) : undefined;
}
