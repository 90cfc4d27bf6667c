// Something read from the server: nothing yet, a value, or a problem; and how to read it again.
import { useCallback, useEffect, useRef, useState } from "preact/hooks";
import type { Answer, Problem } from "./api.ts";

export interface Loaded<T> {
  value: T | null;
  problem: Problem | null;
  again: () => void;
}

// Reads when the page opens and whenever one of `on` changes; a late answer of an earlier reading is dropped.
export function use_loaded<T>(reading: () => Promise<Answer<T>>, on: readonly unknown[]): Loaded<T> {
  const [value, set_value] = useState<T | null>(null);
  const [problem, set_problem] = useState<Problem | null>(null);
  const turn = useRef(0);
  const again = useCallback(() => {
    const mine = ++turn.current;
    void reading().then((answer) => {
      if (mine !== turn.current) return;
      if (answer.ok) set_value(answer.value);
      set_problem(answer.ok ? null : answer.problem);
    });
  }, on);
  useEffect(() => {
    again();
    return () => void turn.current++;
  }, [again]);
  return { value, problem, again };
}

// Waits until nothing changed for a while; for asking the server as one types.
export function use_settled<T>(value: T, wait_ms: number): T {
  const [settled, set_settled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => set_settled(value), wait_ms);
    return () => clearTimeout(timer);
  }, [value, wait_ms]);
  return settled;
}
