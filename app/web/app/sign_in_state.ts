// Who is signed in at this browser, as the server says, and what follows for the pages. Pure.
import { plainFigures } from "../texts/typed_figures.ts";
import type { Digits } from "../texts/language.ts";

export interface SignedIn {
  name: string; // the actor of what they do
  display_name: string | null;
  role: string;
  second_factor: boolean; // a code of an app is asked for beside the password
  language: string | null; // of their pages; null: as the browser asks
  rights: string[];
}

// Somebody who can take their turn here by PIN.
export interface Colleague {
  id: number;
  name: string;
  display_name: string | null;
}

export interface SignIn {
  accounts: boolean; // no: the book is of one person, who does not sign in
  clinic: string | null;
  signed_in: SignedIn | null;
  locked: boolean;
  people: Colleague[];
  lock_minutes: number;
  digits: Digits; // of Arabic texts, as the clinic chose
  umm_al_qura: boolean; // whether patients' days are those of that calendar too
  key?: string | null;
}

// What stands in front of the page.
export type Cover = "none" | "sign_in" | "locked";

export function coverOf(said: SignIn | null, lockedHere: boolean): Cover {
  if (said === null || !said.accounts) return "none";
  if (said.signed_in === null) return "sign_in";
  return said.locked || lockedHere ? "locked" : "none";
}

// Whose page is shown: "" in a book without accounts, null while something stands in front of it.
export function ownerOf(said: SignIn | null, lockedHere: boolean): string | null {
  return coverOf(said, lockedHere) === "none" ? (said?.signed_in?.name ?? "") : null;
}

export const mayDo = (said: SignIn | null, right: string): boolean =>
  said === null || !said.accounts || (said.signed_in?.rights.includes(right) ?? false);

export const shownName = (person: Pick<SignedIn, "name" | "display_name">): string =>
  person.display_name === null || person.display_name.trim() === "" ? person.name : person.display_name;

// "Dr Salma Nabil" → "SN": of the first and the last word that begins with a letter, without a title.
export function initialsOf(name: string): string {
  const words = name.split(/\s+/u).filter((word) => /^\p{L}/u.test(word) && !/^(dr|prof|mr|mrs|ms)\.?$/iu.test(word));
  const letters = words.length === 0 ? [name.trim()] : [words[0] ?? "", ...words.slice(1).slice(-1)];
  return letters.map((word) => [...word.toLocaleUpperCase("en")][0] ?? "").join("");
}

// What a browser calls itself, for the list of devices: "Chrome on Windows".
export function deviceLabel(agent: string): string {
  const browser = [
    ["Edg/", "Edge"],
    ["Firefox/", "Firefox"],
    ["Chrome/", "Chrome"],
    ["Safari/", "Safari"],
  ].find(([sign = ""]) => agent.includes(sign))?.[1];
  const system = [
    ["Android", "Android"],
    ["iPad", "iPad"],
    ["iPhone", "iPhone"],
    ["Windows", "Windows"],
    ["Mac OS", "Mac"],
    ["Linux", "Linux"],
  ].find(([sign = ""]) => agent.includes(sign))?.[1];
  return `${browser ?? "Browser"}${system === undefined ? "" : ` on ${system}`}`;
}

export const pinLength = 6;
export const digitsOf = (text: string): string => plainFigures(text).replace(/\D/g, "").slice(0, pinLength);
