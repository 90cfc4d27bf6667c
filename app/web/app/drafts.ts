// What was typed and is not yet recorded: kept by the server beside the book under page and patient, with the key of its
// submission, until the server has said yes. Nothing is left in the browser.
import { useCallback, useEffect, useRef, useState } from "preact/hooks";
import { discard_draft, keep_draft, new_key, read } from "./api.ts";

interface Stored<T> {
  value: T;
  sent: boolean; // an answer is still owed
}

// As the server has it.
interface Kept {
  name: string;
  key: string; // one submission key for all tries
  kept_at: string;
  value: Stored<unknown>;
}

const pause_ms = 300; // of typing, until it is kept
const retry_ms = 3000;

let known = new Map<string, Kept>();

interface Due {
  kept: Kept | null; // null: to be discarded
  told: (done: boolean) => void;
}
const due = new Map<string, Due>();
const under_way = new Set<string>();

// One after the other for each name, the latest only.
async function bring(name: string): Promise<void> {
  if (under_way.has(name)) return;
  under_way.add(name);
  for (let next = due.get(name); next; next = due.get(name)) {
    due.delete(name);
    const answer = next.kept === null ? await discard_draft(name) : await keep_draft(name, next.kept);
    next.told(answer.ok);
    if (!answer.ok && !due.has(name)) {
      due.set(name, next);
      setTimeout(() => void bring(name), retry_ms);
      break;
    }
  }
  under_way.delete(name);
}

function soon(name: string, next: Due): void {
  const waits = due.has(name);
  due.set(name, next);
  if (!waits) setTimeout(() => void bring(name), next.kept === null ? 0 : pause_ms);
}

// What waits when the page goes away is sent after it.
addEventListener("pagehide", () => {
  for (const [name, { kept }] of due) void (kept === null ? discard_draft(name) : keep_draft(name, kept));
  due.clear();
});

// Before the first page is shown.
export async function load_drafts(): Promise<void> {
  const answer = await read<Kept[]>("/drafts", "list");
  if (answer.ok) known = new Map(answer.value.map((kept) => [kept.name, kept]));
}

export interface Draft<T> {
  value: T;
  set: (next: T | ((now: T) => T)) => void;
  state: "untouched" | "keeping" | "kept" | "found" | "unknown" | "away";
  found_at: string; // when it was kept that was found, UTC
  key: () => string;
  mark_sent: () => void;
  mark_answered: () => void; // refused, so nothing is on its way any more
  discard: (fresh?: T) => void;
}

// `fresh` is what the form shows when nothing is kept; it may arrive late (prefilled from the last session).
export function use_draft<T>(name: string, fresh: T): Draft<T> {
  const first = useRef<Kept | null | undefined>(undefined);
  if (first.current === undefined) first.current = known.get(name) ?? null;
  const found = first.current;
  const [stored, set_stored] = useState<Stored<T> | null>((found?.value as Stored<T> | undefined) ?? null);
  const [state, set_state] = useState<Draft<T>["state"]>(found === null ? "untouched" : found.value.sent ? "unknown" : "found");
  const latest = useRef(stored);
  const own_key = useRef(found?.key ?? null);
  const base = useRef(fresh);
  base.current = fresh;

  const key = (): string => (own_key.current ??= new_key());

  const write = useCallback((next: Stored<T>): void => {
    latest.current = next;
    set_stored(next);
    set_state("keeping");
    const kept = { name, key: key(), kept_at: "", value: next };
    known.set(name, { ...kept, kept_at: new Date().toISOString() });
    soon(name, { kept, told: (done) => { if (latest.current === next) set_state(done ? "kept" : "away"); } });
  }, [name]);

  const set = useCallback((next: T | ((now: T) => T)): void => {
    const now = latest.current?.value ?? base.current;
    const value = typeof next === "function" ? (next as (now: T) => T)(now) : next;
    write({ value, sent: latest.current?.sent ?? false });
  }, [write]);

  const mark = (sent: boolean): void => write({ value: latest.current?.value ?? base.current, sent });

  const discard = useCallback((): void => {
    const was_kept = known.delete(name);
    if (was_kept) soon(name, { kept: null, told: () => undefined });
    latest.current = null;
    own_key.current = null;
    set_stored(null);
    set_state("untouched");
  }, [name]);

  return {
    value: stored?.value ?? fresh,
    set,
    state,
    found_at: found?.kept_at ?? "",
    key,
    mark_sent: () => mark(true),
    mark_answered: () => mark(false),
    discard,
  };
}

// Counts down to the next try; null when none is due.
export function use_countdown(until: number | null, done: () => void): number | null {
  const [, tick] = useState(0);
  useEffect(() => {
    if (until === null) return undefined;
    const timer = setInterval(() => {
      if (Date.now() >= until) {
        clearInterval(timer);
        done();
      } else tick((n) => n + 1);
    }, 250);
    return () => clearInterval(timer);
  }, [until]);
  return until === null ? null : Math.max(1, Math.ceil((until - Date.now()) / 1000));
}
