// Sends a draft until the server has answered: one submission key for all tries, so nothing is written twice.
import { useCallback, useEffect, useRef, useState } from "preact/hooks";
import { asksWho, submit, type Problem } from "./api.ts";
import { useCountdown } from "./countdown.ts";
import type { Draft } from "./drafts.ts";
import { useResumed } from "./turn.ts";

const firstWaitS = 2;
const longestWaitS = 15;

// Neither says whether anything was written; the same request is sent again.
const isRetryable = (problem: Problem): boolean => problem.status === 0 || problem.status === 503;

export interface Sending {
  busy: boolean;
  problem: Problem | null;
  seconds: number | null; // to the next try
  send: (path: string, body: object) => void;
  confirm: () => void; // sends it again: what the server asked back is so
  stop: () => void;
  clear: () => void;
}

export function useSending<T, R>(draft: Draft<T>, done: (value: R) => void, by: typeof submit = submit): Sending {
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [next, setNext] = useState<number | null>(null);
  const pending = useRef<{ path: string; body: object; wait: number } | null>(null);
  const asked = useRef<{ path: string; body: object; confirm: string[] } | null>(null);

  const awaitsPerson = useRef(false);

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
    if (submission === null || !isShown.current) return;
    setNext(null);
    setBusy(true);
    draft.markSent();
    const answer = await by<R>(submission.path, submission.body, draft.key());
    setBusy(false);
    if (answer.ok) {
      pending.current = null;
      setProblem(null);
      draft.discard();
      if (isShown.current) done(answer.value);
      return;
    }
    setProblem(answer.problem);
    awaitsPerson.current = asksWho(answer.problem);
    if (awaitsPerson.current) return; // sent again once the same person is back
    const { questions } = answer.problem;
    asked.current =
      questions.length === 0
        ? null
        : { path: submission.path, body: submission.body, confirm: questions.map((each) => each.confirm) };
    if (isRetryable(answer.problem)) {
      setNext(Date.now() + submission.wait * 1000);
      submission.wait = Math.min(submission.wait * 2, longestWaitS);
    } else {
      pending.current = null;
      draft.markAnswered();
    }
  };

  const send = (path: string, body: object): void => {
    pending.current = { path, body, wait: firstWaitS };
    void attempt();
  };
  useResumed(() => {
    if (!awaitsPerson.current) return;
    awaitsPerson.current = false;
    void attempt();
  });
  const clear = useCallback(() => setProblem(null), []);
  const seconds = useCountdown(next, () => void attempt());
  return {
    busy: busy || next !== null,
    problem,
    seconds,
    send,
    confirm: () => {
      if (asked.current === null) return;
      const { path, body, confirm } = asked.current;
      const before = "confirm" in body && Array.isArray(body.confirm) ? (body.confirm as string[]) : [];
      send(path, { ...body, confirm: [...before, ...confirm] });
    },
    stop: () => {
      pending.current = null;
      setNext(null);
    },
    clear,
  };
}
