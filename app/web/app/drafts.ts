// What was typed and is not yet recorded: kept by the server beside the book under page and patient, with the key of
// its submission, until the server has said yes. Nothing is left in the browser.
import { useCallback, useEffect, useRef, useState } from "preact/hooks";
import { discardDraft, keepDraft, newKey, read } from "./api.ts";

interface Stored<T> {
  value: T;
  sent: boolean; // an answer is still owed
}

// As the server has it.
interface StoredDraft {
  name: string;
  key: string; // one submission key for all tries
  kept_at: string;
  value: Stored<unknown>;
}

const pauseMs = 300; // of typing, until it is kept
const retryMs = 3000;

let known = new Map<string, StoredDraft>();

interface PendingWrite {
  kept: StoredDraft | null; // null: to be discarded
  onAnswer: (done: boolean) => void;
}
const pending = new Map<string, PendingWrite>();
const inFlight = new Set<string>();

// One after the other for each name, the latest only.
async function flush(name: string): Promise<void> {
  if (inFlight.has(name)) return;
  inFlight.add(name);
  for (let next = pending.get(name); next; next = pending.get(name)) {
    pending.delete(name);
    const answer = next.kept === null ? await discardDraft(name) : await keepDraft(name, next.kept);
    next.onAnswer(answer.ok);
    if (!answer.ok && !pending.has(name)) {
      pending.set(name, next);
      setTimeout(() => void flush(name), retryMs);
      break;
    }
  }
  inFlight.delete(name);
}

function schedule(name: string, next: PendingWrite): void {
  const waits = pending.has(name);
  pending.set(name, next);
  if (!waits) setTimeout(() => void flush(name), next.kept === null ? 0 : pauseMs);
}

// What waits when the page goes away is sent after it.
addEventListener("pagehide", () => {
  for (const [name, { kept }] of pending) void (kept === null ? discardDraft(name) : keepDraft(name, kept));
  pending.clear();
});

// Before the first page is shown.
export async function loadDrafts(): Promise<void> {
  const answer = await read<StoredDraft[]>("/drafts", "list");
  if (answer.ok) known = new Map(answer.value.map((kept) => [kept.name, kept]));
}

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
  const ownKey = useRef(found?.key ?? null);
  const base = useRef(fresh);
  base.current = fresh;

  const key = (): string => (ownKey.current ??= newKey());

  const write = useCallback(
    (next: Stored<T>): void => {
      latest.current = next;
      setStored(next);
      setState("keeping");
      const kept = { name, key: key(), kept_at: "", value: next };
      known.set(name, { ...kept, kept_at: new Date().toISOString() });
      schedule(name, {
        kept,
        onAnswer: (done) => {
          if (latest.current === next) setState(done ? "kept" : "away");
        },
      });
    },
    [name],
  );

  const set = useCallback(
    (next: T | ((now: T) => T)): void => {
      const now = latest.current?.value ?? base.current;
      const value = typeof next === "function" ? (next as (now: T) => T)(now) : next;
      write({ value, sent: latest.current?.sent ?? false });
    },
    [write],
  );

  const mark = (sent: boolean): void => write({ value: latest.current?.value ?? base.current, sent });

  const discard = useCallback((): void => {
    const wasKept = known.delete(name);
    if (wasKept) schedule(name, { kept: null, onAnswer: () => undefined });
    latest.current = null;
    ownKey.current = null;
    setStored(null);
    setState("untouched");
  }, [name]);

  return {
    value: stored?.value ?? fresh,
    set,
    state,
    foundAt: found?.kept_at ?? "",
    key,
    markSent: () => mark(true),
    markAnswered: () => mark(false),
    discard,
  };
}

// Counts down to the next try; null when none is due.
export function useCountdown(until: number | null, done: () => void): number | null {
  const [, tick] = useState(0);
  const latest = useRef(done);
  latest.current = done;
  useEffect(() => {
    if (until === null) return undefined;
    const timer = setInterval(() => {
      if (Date.now() >= until) {
        clearInterval(timer);
        latest.current();
      } else tick((n) => n + 1);
    }, 250);
    return () => clearInterval(timer);
  }, [until]);
  return until === null ? null : Math.max(1, Math.ceil((until - Date.now()) / 1000));
}
