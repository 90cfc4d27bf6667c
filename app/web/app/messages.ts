// The texts of the language in use. Another language is another folder with the same list.
export { messages } from "./messages_en.ts";
import { messages } from "./messages_en.ts";
import { capital, plain } from "./format.ts";
import type { Area } from "./shapes.ts";

const named: Record<string, string> = messages.names;

// How a word of the records is written for people: "left_cheek" → "left cheek".
export const nameOf = (word: string): string => named[word] ?? plain(word);
export const titleOf = (word: string): string => capital(nameOf(word));

// "left cheek 1.5 mm × 4"
export const areaText = (area: Area): string => `${nameOf(area.region)} ${area.depth_mm} mm × ${area.passes}`;
