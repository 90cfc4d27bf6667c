// Whose turn it is at this browser: as the server last said, and all that changes it.
import { useEffect, useRef, useState } from "preact/hooks";
import { asksWho, change as patch, newKey, onStaleKey, put, read, setWriter, submit, type Answer } from "./api.ts";
import { changeOwner, pauseDrafts, resumeDrafts, settleDrafts } from "./drafts.ts";
import { noteUse } from "./idle.ts";
import { keepLanguage } from "./language_choice.ts";
import { coverOf, mayDo, ownerOf, type Cover, type SignIn } from "./sign_in_state.ts";
import { inDigits } from "../texts/texts.ts";
import { onTab, tellTabs } from "./tabs.ts";
import { forgetWhom } from "./whom.ts";

export interface Turn {
  said: SignIn | null; // null: the server has not said yet
  cover: Cover;
  owner: string | null; // whose page lies there, behind the cover too; null: nobody's yet
  page: number; // another one for another person
  isAway: boolean; // the server did not answer when the page opened
  offersPin: boolean; // somebody has just signed in by password who has no PIN here
}

let said: SignIn | null = null;
let lockedHere = false; // before the server knows
let owner: string | null = null;
let page = 0;
let offersPin = false;
let isAway = false;
const offerItem = "needlebook.offer"; // in sessionStorage, until the page that is drawn anew

const watchers = new Set<() => void>();
const tell = (): void => watchers.forEach((watcher) => watcher());
const now = (): Turn => ({ said, cover: coverOf(said, lockedHere), owner, page, isAway, offersPin });

export function useTurn(): Turn {
  const [turn, setTurn] = useState(now);
  useEffect(() => {
    const watcher = (): void => setTurn(now());
    watcher();
    watchers.add(watcher);
    return () => void watchers.delete(watcher);
  }, []);
  return turn;
}

// Whether the clinic has days of the Umm al-Qura calendar beside those of patients.
export const hasUmmAlQura = (): boolean => said?.umm_al_qura ?? false;

export const may = (right: string): boolean => mayDo(said, right);

// Whose name stands beside what is done here; null in a book without accounts.
export const actorName = (): string | null => said?.signed_in?.name ?? null;

// The same person goes on where the page was locked or signed out.
export function useResumed(run: () => void): void {
  const latest = useRef(run);
  latest.current = run;
  useEffect(() => {
    const resumed = (): void => latest.current();
    addEventListener("resumed", resumed);
    return () => removeEventListener("resumed", resumed);
  }, []);
}

const painted = (): Promise<unknown> => new Promise((resolve) => setTimeout(resolve));

// The page of the one before is gone before anything is sent in the name of the next.
async function take(next: SignIn): Promise<void> {
  said = next;
  inDigits(next.digits);
  const person = ownerOf(said, lockedHere);
  if (person === null) {
    pauseDrafts();
    return tell();
  }
  const isOther = person !== owner;
  if (isOther) {
    owner = null;
    tell();
    await painted();
  }
  setWriter(next.accounts && next.key ? { name: person, key: next.key } : null);
  noteUse();
  if (isOther) {
    forgetWhom();
    await changeOwner(person);
    owner = person;
    page++;
    tell();
  } else {
    resumeDrafts();
    tell();
    dispatchEvent(new CustomEvent("resumed"));
  }
  // Last: from here on the page may be gone at any moment, to be drawn anew in their language.
  if (next.signed_in?.language) keepLanguage(next.signed_in.language);
}

const readSignIn = (): Promise<Answer<SignIn>> =>
  read<SignIn>("/sign-in", ["accounts", "signed_in", "locked", "people"]);

// One change after the other.
let last: Promise<unknown> = Promise.resolve();
function inTurn<T>(work: () => Promise<T>): Promise<T> {
  const mine = last.then(work, work);
  last = mine;
  return mine;
}

let asking: Promise<boolean> | null = null;
let isBookless = false;

// Whether the server said that it has no book yet.
export const hasNoBook = (): boolean => isBookless;

// Asks the server who is signed in here; whether it answered.
export function refreshTurn(): Promise<boolean> {
  asking ??= inTurn(async () => {
    const answer = await readSignIn();
    asking = null;
    isBookless = !answer.ok && answer.problem.code === "no_book";
    isAway = !answer.ok && answer.problem.status === 0 && owner === null;
    if (answer.ok) await take(answer.value);
    return answer.ok;
  });
  return asking;
}

// Before the first page. Of a server that answers with a fault the pages themselves say so.
export async function beginTurn(): Promise<void> {
  offersPin = sessionStorage.getItem(offerItem) !== null;
  sessionStorage.removeItem(offerItem);
  if ((await refreshTurn()) || isBookless || isAway) return;
  await changeOwner("");
  owner = "";
  tell();
}

async function change(path: string, body: object): Promise<Answer<SignIn>> {
  await settleDrafts();
  return inTurn(async () => {
    const answer = await submit<SignIn>(path, body, newKey());
    if (!answer.ok) {
      if (asksWho(answer.problem)) void refreshTurn(); // the device is not known any more
      return answer;
    }
    lockedHere = false;
    await take(answer.value);
    tellTabs("turn");
    return answer;
  });
}

export interface Credentials {
  name: string;
  password: string;
  code?: string;
  recovery_code?: string;
  device: string;
}

// How somebody shows who they are where a page is locked.
export type Proof = { pin: string } | { password: string; code?: string; recovery_code?: string };

// Of the pages: for whoever is signed in, wherever they sign in; else in this browser.
export async function chooseLanguage(code: string): Promise<Answer<unknown>> {
  await settleDrafts();
  if (said?.signed_in) {
    const answer = await patch("/me", { language: code }, null);
    if (!answer.ok) return answer;
  }
  keepLanguage(code);
  return { ok: true, value: null };
}

export async function signIn(credentials: Credentials): Promise<Answer<SignIn>> {
  const was = owner;
  const answer = await change("/sign-in", credentials);
  const name = answer.ok ? answer.value.signed_in?.name : undefined;
  if (answer.ok && name !== was) offersPin = !answer.value.people.some((one) => one.name === name);
  // The page is drawn anew where their language is another; the offer comes then.
  const { language } = (answer.ok && answer.value.signed_in) || { language: null };
  if (offersPin && language !== null && keepLanguage(language)) sessionStorage.setItem(offerItem, "yes");
  tell();
  return answer;
}

export function endOffer(): void {
  offersPin = false;
  tell();
}

export const unlock = (proof: Proof): Promise<Answer<SignIn>> => change("/unlock", proof);

export const changePassword = (body: { old: string; password: string }): Promise<Answer<SignIn>> =>
  change("/password", body);

export const switchTo = (account: number, pin: string): Promise<Answer<SignIn>> => change("/switch", { account, pin });

export async function setPin(pin: string): Promise<Answer<unknown>> {
  const answer = await put("/pin", { pin });
  if (answer.ok) await refreshTurn();
  return answer;
}

// Nothing can be read from this moment on, whatever the server answers.
export async function lock(): Promise<void> {
  lockedHere = true;
  offersPin = false;
  tell();
  await settleDrafts();
  await inTurn(async () => {
    if (!lockedHere) return; // opened again meanwhile
    pauseDrafts();
    await submit("/lock", {}, newKey());
    tellTabs("turn");
  });
}

// Sends first what is unsent; where that does not work, asks nothing of the server and says no.
export async function signOut(evenUnsent: boolean): Promise<boolean> {
  if (!(await settleDrafts()) && !evenUnsent) return false;
  return inTurn(async () => {
    const answer = await submit<SignIn>("/sign-out", {}, newKey());
    if (!answer.ok) return false;
    owner = null;
    await take(answer.value);
    tellTabs("turn");
    return true;
  });
}

export function watchTurn(): void {
  onStaleKey(refreshTurn);
  onTab("turn", () => void refreshTurn());
  addEventListener("asks-who", () => void refreshTurn());
  addEventListener("focus", () => void refreshTurn());
}
