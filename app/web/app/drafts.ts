// What was typed and is not yet recorded: kept on this device under page and patient, with the key of its submission,
// until the server has said yes.
import { useCallback, useEffect, useRef, useState } from "preact/hooks";
import { new_key } from "./api.ts";

interface Stored<T> {
  value: T;
  key: string; // one submission key for all tries
  sent: boolean; // an answer is still owed
}

const place = (name: string): string => `needlebook.draft.${name}`;

function load<T>(name: string): Stored<T> | null {
  try {
    const text = localStorage.getItem(place(name));
    return text === null ? null : (JSON.parse(text) as Stored<T>);
  } catch {
    return null;
  }
}

function keep<T>(name: string, stored: Stored<T>): boolean {
  try {
    localStorage.setItem(place(name), JSON.stringify(stored));
    return true;
  } catch {
    return false;
  }
}

export interface Draft<T> {
  value: T;
  set: (next: T | ((now: T) => T)) => void;
  state: "untouched" | "kept" | "found" | "unknown" | "full";
  key: () => string;
  mark_sent: () => void;
  mark_answered: () => void; // refused, so nothing is on its way any more
  discard: (fresh?: T) => void;
}

// `fresh` is what the form shows when nothing is kept; it may arrive late (prefilled from the last session).
export function use_draft<T>(name: string, fresh: T): Draft<T> {
  const first = useRef<Stored<T> | null | undefined>(undefined);
  if (first.current === undefined) first.current = load<T>(name);
  const [stored, set_stored] = useState<Stored<T> | null>(first.current);
  const [state, set_state] = useState<Draft<T>["state"]>(
    first.current === null ? "untouched" : first.current.sent ? "unknown" : "found",
  );
  const latest = useRef(stored);
  const base = useRef(fresh);
  base.current = fresh;

  const write = useCallback((next: Stored<T>): void => {
    latest.current = next;
    set_stored(next);
    set_state(keep(name, next) ? "kept" : "full");
  }, [name]);

  const set = useCallback((next: T | ((now: T) => T)): void => {
    const now = latest.current?.value ?? base.current;
    const value = typeof next === "function" ? (next as (now: T) => T)(now) : next;
    write({ value, key: latest.current?.key ?? new_key(), sent: latest.current?.sent ?? false });
  }, [write]);

  const current = useCallback(
    (): Stored<T> => latest.current ?? { value: base.current, key: new_key(), sent: false },
    [],
  );

  const discard = useCallback((): void => {
    try {
      localStorage.removeItem(place(name));
    } catch {
      // Nothing was kept then.
    }
    latest.current = null;
    set_stored(null);
    set_state("untouched");
  }, [name]);

  return {
    value: stored?.value ?? fresh,
    set,
    state,
    key: () => {
      const now = current();
      if (latest.current === null) write(now);
      return now.key;
    },
    mark_sent: () => write({ ...current(), sent: true }),
    mark_answered: () => write({ ...current(), sent: false }),
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
