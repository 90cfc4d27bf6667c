// The texts of the language in use. Another language is another file with the same list.
export { words } from "./messages_en.ts";
import { words } from "./messages_en.ts";
import { capital, plain } from "./format.ts";

const named: Record<string, string> = words.names;

// How a word of the records is written for people: "left_cheek" → "left cheek".
export const name_of = (word: string): string => named[word] ?? plain(word);
export const title_of = (word: string): string => capital(name_of(word));
