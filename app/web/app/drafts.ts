// What was typed and is not yet recorded: kept by the server beside the book under person, page and patient, with the
// key of its submission, until the server has said yes. What the server does not take is kept on this device until it
// does (away/unsent.ts); else nothing is left in the browser.
import { useCallback, useEffect, useRef, useState } from "preact/hooks";
import { discardDraft, keepDraft, newKey, read } from "./api.ts";
import { forgetUnsent, keepUnsent, unsentOf } from "./away/unsent.ts";

interface Stored<T> {
  value: T;
  base?: T; // what the form had begun with; older drafts have none
  sent: boolean; // an answer is still owed
  edit: number; // counts the changes of this draft
}

// As the server has it.
interface StoredDraft {
  name: string;
  key: string; // one submission key for all tries
  kept_at: string;
  value: Stored<unknown>;
}

const isPlain = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

// What was typed, over what the form begins with now: a field that nobody has touched follows, as the day does after
// midnight.
function rebased(value: unknown, base: unknown, fresh: unknown): unknown {
  if (JSON.stringify(value) === JSON.stringify(base)) return fresh;
  if (!isPlain(value) || !isPlain(base) || !isPlain(fresh)) return value;
  const known = Object.entries(value).map(([name, each]) => [
    name,
    name in base && name in fresh ? rebased(each, base[name], fresh[name]) : each,
  ]);
  const added = Object.entries(fresh).filter(([name]) => !(name in value) && !(name in base));
  return Object.fromEntries([...known, ...added]);
}

// One whose answer is still owed is sent again unchanged.
function valueOf<T>(stored: Stored<T> | null, fresh: T): T {
  if (stored === null) return fresh;
  return stored.sent || stored.base === undefined ? stored.value : (rebased(stored.value, stored.base, fresh) as T);
}

const pauseMs = 300; // of typing, until it is kept
const retryMs = 3000;

let known = new Map<string, StoredDraft>();

interface PendingWrite {
  key: string;
  kept: StoredDraft | null; // null: to be discarded
  onAnswer: (done: boolean) => void;
}
const pending = new Map<string, PendingWrite>();
const inFlight = new Map<string, PendingWrite>();

// Whose drafts these are; "" in a book without accounts.
let owner = "";
let isPaused = false; // nobody is signed in, or the page is locked
// What could not be sent while its person's turn lasted: sent when they are back.
const unsent = new Map<string, Map<string, PendingWrite>>();

function keepForLater(person: string, name: string, write: PendingWrite): void {
  const theirs = unsent.get(person) ?? new Map<string, PendingWrite>();
  unsent.set(person, theirs.set(name, write));
}

let isAway = false; // the server did not take the last one

// What waits goes to the device too, as long as the server does not answer.
function noteAnswer(person: string, name: string, write: PendingWrite, wasTaken: boolean): void {
  isAway = !wasTaken;
  if (!wasTaken) void keepUnsent(person, name, write.kept);
  else if (!pending.has(name)) void forgetUnsent(person, name);
}

// One after the other for each name, the latest only.
async function flush(name: string): Promise<void> {
  if (isPaused || inFlight.has(name)) return;
  for (let next = pending.get(name); next && !isPaused; next = pending.get(name)) {
    const person = owner;
    pending.delete(name);
    inFlight.set(name, next);
    const answer = next.kept === null ? await discardDraft(name) : await keepDraft(name, next.kept);
    noteAnswer(person, name, next, answer.ok);
    next.onAnswer(answer.ok);
    if (person !== owner) {
      if (!answer.ok && !unsent.get(person)?.has(name)) keepForLater(person, name, next);
    } else if (!answer.ok && !pending.has(name)) {
      pending.set(name, next);
      setTimeout(() => void flush(name), retryMs);
      break;
    }
  }
  inFlight.delete(name);
}

function schedule(person: string, name: string, next: PendingWrite): void {
  if (person !== owner) return keepForLater(person, name, next);
  const waits = pending.has(name);
  pending.set(name, next);
  if (isAway) void keepUnsent(person, name, next.kept);
  if (!waits) setTimeout(() => void flush(name), next.kept === null ? 0 : pauseMs);
}

// Sends at once what waits; whether all of it is kept now.
export async function settleDrafts(longestMs = 3000): Promise<boolean> {
  const end = Date.now() + longestMs;
  await Promise.race([
    Promise.all([...pending.keys()].map(flush)),
    new Promise((resolve) => setTimeout(resolve, longestMs)),
  ]);
  while (inFlight.size > 0 && Date.now() < end) await new Promise((resolve) => setTimeout(resolve, 20));
  return pending.size + inFlight.size === 0;
}

export const pauseDrafts = (): void => void (isPaused = true);

export function resumeDrafts(): void {
  isPaused = false;
  for (const name of pending.keys()) void flush(name);
}

// Another person works here from now on, or one who was here before.
export async function changeOwner(person: string): Promise<void> {
  for (const [name, write] of pending) keepForLater(owner, name, write);
  pending.clear();
  owner = person;
  known = new Map();
  isPaused = false;
  await loadDrafts();
  const theirs = unsent.get(person) ?? new Map<string, PendingWrite>();
  unsent.delete(person);
  for (const [name, write] of theirs) takeUp(person, name, write);
  for (const { name, kept } of await unsentOf<StoredDraft>(person)) {
    if (theirs.has(name)) continue;
    if (isNews(kept, known.get(name))) takeUp(person, name, { key: kept?.key ?? "", kept, onAnswer: () => undefined });
    else void forgetUnsent(person, name);
  }
}

function takeUp(person: string, name: string, write: PendingWrite): void {
  if (write.kept === null) known.delete(name);
  else known.set(name, write.kept);
  schedule(person, name, write);
}

// Whether what an earlier page kept on this device says more than the server has by now.
function isNews(kept: StoredDraft | null, stored: StoredDraft | undefined): boolean {
  if (stored === undefined) return kept !== null;
  if (kept === null) return false; // written on another device since, perhaps
  return kept.key === stored.key ? kept.value.edit > stored.value.edit : kept.kept_at > stored.kept_at;
}

// What a page that went away had sent and not heard of: the next page of this tab may ask before it has arrived.
interface Awaited {
  key: string;
  edit: number | null; // null: discarded
}
const awaitedItem = "needlebook.awaited"; // in sessionStorage: neither name nor value, and only until the next page
const awaitedTries = 20;
const awaitedPauseMs = 100;

// What waits when the page goes away is sent after it.
addEventListener("pagehide", () => {
  const unheard = [...new Map([...inFlight, ...pending]).values()];
  for (const [name, { kept }] of pending) void (kept === null ? discardDraft(name) : keepDraft(name, kept));
  pending.clear();
  if (unheard.length === 0) return;
  const awaited: Awaited[] = unheard.map(({ key, kept }) => ({ key, edit: kept?.value.edit ?? null }));
  sessionStorage.setItem(awaitedItem, JSON.stringify(awaited));
});

function takeAwaited(): Awaited[] {
  const text = sessionStorage.getItem(awaitedItem);
  sessionStorage.removeItem(awaitedItem);
  return text === null ? [] : (JSON.parse(text) as Awaited[]);
}

function hasArrived({ key, edit }: Awaited, drafts: StoredDraft[]): boolean {
  const draft = drafts.find((stored) => stored.key === key);
  return edit === null ? draft === undefined : draft !== undefined && draft.value.edit >= edit;
}

// Before the first page is shown.
export async function loadDrafts(): Promise<void> {
  const awaited = takeAwaited();
  for (let tries = 0; tries < awaitedTries; tries++) {
    const answer = await read<StoredDraft[]>("/drafts", "list");
    if (!answer.ok) return;
    known = new Map(answer.value.map((kept) => [kept.name, kept]));
    if (awaited.every((one) => hasArrived(one, answer.value))) return;
    await new Promise((resolve) => setTimeout(resolve, awaitedPauseMs));
  }
}

// The tabs of one browser show one draft: what is typed in one of them stands in all, so that none goes over the other.
interface Shared {
  owner: string;
  name: string;
  kept: StoredDraft | null; // null: it is over
}
const tabs = new BroadcastChannel("needlebook.drafts");
const shown = new Map<string, Set<(kept: StoredDraft | null) => void>>();

const tellTabs = (name: string, kept: StoredDraft | null): void =>
  tabs.postMessage({ owner, name, kept } satisfies Shared);

tabs.onmessage = ({ data }: MessageEvent<Shared>) => {
  const { name, kept } = data;
  if (data.owner !== owner || isPaused) return;
  if (kept === null) known.delete(name);
  else known.set(name, kept);
  pending.delete(name); // the other tab keeps it
  shown.get(name)?.forEach((show) => show(kept));
};
export interface Begun {
  what: string; // the form it was begun on
  chart: string; // of the patient; of a form of no patient what else names it
  keptAt: string; // UTC
}

// What this person has begun and not recorded.
export const allBegun = (): Begun[] =>
  [...known.values()].map(({ name, kept_at: keptAt }) => ({
    what: name.slice(0, name.indexOf(".")),
    chart: name.slice(name.indexOf(".") + 1),
    keptAt,
  }));

export interface Draft<T> {
  value: T;
  set: (next: T | ((now: T) => T)) => void;
  state: "untouched" | "keeping" | "kept" | "found" | "unknown" | "away";
  foundAt: string; // when it was kept that was found, UTC
  key: () => string;
  markSent: () => void;
  markAnswered: () => void; // refused, so nothing is on its way any more
  discard: (fresh?: T) => void;
}

// `fresh` is what the form shows when nothing is kept; it may arrive late (prefilled from the last session).
export function useDraft<T>(name: string, fresh: T): Draft<T> {
  const first = useRef<StoredDraft | null | undefined>(undefined);
  if (first.current === undefined) first.current = known.get(name) ?? null;
  const found = first.current;
  const [stored, setStored] = useState<Stored<T> | null>((found?.value as Stored<T> | undefined) ?? null);
  const [state, setState] = useState<Draft<T>["state"]>(
    found === null ? "untouched" : found.value.sent ? "unknown" : "found",
  );
  const latest = useRef(stored);
  const person = useRef(owner).current;
  const ownKey = useRef(found?.key ?? null);
  const base = useRef(fresh);
  base.current = fresh;

  const key = (): string => (ownKey.current ??= newKey());

  const write = useCallback(
    (change: Pick<Stored<T>, "value" | "sent">): void => {
      const next = { ...change, base: base.current, edit: (latest.current?.edit ?? 0) + 1 };
      latest.current = next;
      setStored(next);
      setState("keeping");
      const kept = { name, key: key(), kept_at: new Date().toISOString(), value: next };
      if (person === owner) {
        known.set(name, kept);
        tellTabs(name, kept);
      }
      schedule(person, name, {
        key: kept.key,
        kept,
        onAnswer: (done) => {
          if (latest.current === next) setState(done ? "kept" : "away");
        },
      });
    },
    [name, person],
  );

  const set = useCallback(
    (next: T | ((now: T) => T)): void => {
      const now = valueOf(latest.current, base.current);
      const value = typeof next === "function" ? (next as (now: T) => T)(now) : next;
      write({ value, sent: latest.current?.sent ?? false });
    },
    [write],
  );

  const mark = (sent: boolean): void => write({ value: valueOf(latest.current, base.current), sent });

  const discard = useCallback((): void => {
    const was = ownKey.current;
    if (person === owner) {
      known.delete(name);
      tellTabs(name, null);
    }
    if (was !== null) schedule(person, name, { key: was, kept: null, onAnswer: () => undefined });
    latest.current = null;
    ownKey.current = null;
    setStored(null);
    setState("untouched");
  }, [name, person]);

  useEffect(() => {
    const show = (kept: StoredDraft | null): void => {
      latest.current = (kept?.value as Stored<T> | undefined) ?? null;
      ownKey.current = kept?.key ?? null;
      setStored(latest.current);
      setState(kept === null ? "untouched" : "kept");
    };
    const showing = shown.get(name) ?? new Set();
    shown.set(name, showing.add(show));
    return () => void showing.delete(show);
  }, [name]);

  return {
    value: valueOf(stored, fresh),
    set,
    state,
    foundAt: found?.kept_at ?? "",
    key,
    markSent: () => mark(true),
    markAnswered: () => mark(false),
    discard,
  };
}
