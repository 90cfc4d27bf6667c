// Sends a draft until the server has answered: one submission key for all tries, so nothing is written twice.
import { useCallback, useEffect, useRef, useState } from "preact/hooks";
import { submit, type Problem } from "./api.ts";
import { useCountdown, type Draft } from "./drafts.ts";

const firstWaitS = 2;
const longestWaitS = 15;

// Neither says whether anything was written; the same request is sent again.
const isRetryable = (problem: Problem): boolean => problem.status === 0 || problem.status === 503;

export interface Sending {
  busy: boolean;
  problem: Problem | null;
  seconds: number | null; // to the next try
  send: (path: string, body: unknown) => void;
  stop: () => void;
  clear: () => void;
}

export function useSending<T, R>(draft: Draft<T>, done: (value: R) => void): Sending {
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [next, setNext] = useState<number | null>(null);
  const pending = useRef<{ path: string; body: unknown; wait: number } | null>(null);

  // Who has gone to another page is not called back from it.
  const isShown = useRef(true);
  useEffect(
    () => () => {
      isShown.current = false;
    },
    [],
  );

  const attempt = async (): Promise<void> => {
    const submission = pending.current;
    if (submission === null) return;
    setNext(null);
    setBusy(true);
    draft.markSent();
    const answer = await submit<R>(submission.path, submission.body, draft.key());
    setBusy(false);
    if (answer.ok) {
      pending.current = null;
      setProblem(null);
      draft.discard();
      if (isShown.current) done(answer.value);
      return;
    }
    setProblem(answer.problem);
    if (isRetryable(answer.problem)) {
      setNext(Date.now() + submission.wait * 1000);
      submission.wait = Math.min(submission.wait * 2, longestWaitS);
    } else {
      pending.current = null;
      draft.markAnswered();
    }
  };

  const clear = useCallback(() => setProblem(null), []);
  const seconds = useCountdown(next, () => void attempt());
  return {
    busy: busy || next !== null,
    problem,
    seconds,
    send: (path, body) => {
      pending.current = { path, body, wait: firstWaitS };
      void attempt();
    },
    stop: () => {
      pending.current = null;
      setNext(null);
    },
    clear,
  };
}
