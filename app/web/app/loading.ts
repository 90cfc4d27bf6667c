// Something read from the server: nothing yet, a value, or a problem; and how to read it again.
import { useCallback, useEffect, useRef, useState } from "preact/hooks";
import { asksWho, type Answer, type Problem } from "./api.ts";
import { useResumed } from "./turn.ts";

export interface Loaded<T> {
  value: T | null;
  problem: Problem | null;
  again: () => void;
}

// Reads when the page opens and whenever one of `on` changes; a late answer of an earlier reading is dropped.
export function useLoaded<T>(reading: () => Promise<Answer<T>>, on: readonly unknown[]): Loaded<T> {
  const [value, setValue] = useState<T | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const turn = useRef(0);
  const again = useCallback(() => {
    const mine = ++turn.current;
    void reading().then((answer) => {
      if (mine !== turn.current) return;
      if (answer.ok) setValue(answer.value);
      setProblem(answer.ok ? null : answer.problem);
    });
    // eslint-disable-next-line react-hooks/exhaustive-deps -- the caller says what its reading depends on
  }, on);
  useEffect(() => {
    again();
    // eslint-disable-next-line react-hooks/exhaustive-deps -- a late answer must find the turn as it is then
    return () => void turn.current++;
  }, [again]);
  useResumed(() => problem !== null && asksWho(problem) && again());
  return { value, problem, again };
}

// Waits until nothing changed for a while; for asking the server as one types.
export function useSettled<T>(value: T, waitMs: number): T {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), waitMs);
    return () => clearTimeout(timer);
  }, [value, waitMs]);
  return settled;
}
