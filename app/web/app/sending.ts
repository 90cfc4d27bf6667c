// Sends a draft until the server has answered: one submission key for all tries, so nothing is written twice.
import { useEffect, useRef, useState } from "preact/hooks";
import { submit, type Problem } from "./api.ts";
import { use_countdown, type Draft } from "./drafts.ts";

const first_wait_s = 2;
const longest_wait_s = 15;

// Neither says whether anything was written; the same letter is sent again.
const busy_or_away = (problem: Problem): boolean => problem.status === 0 || problem.status === 503;

export interface Sending {
  busy: boolean;
  problem: Problem | null;
  seconds: number | null; // to the next try
  send: (path: string, body: unknown) => void;
  stop: () => void;
  clear: () => void;
}

export function use_sending<T, R>(draft: Draft<T>, done: (value: R) => void): Sending {
  const [busy, set_busy] = useState(false);
  const [problem, set_problem] = useState<Problem | null>(null);
  const [next, set_next] = useState<number | null>(null);
  const owed = useRef<{ path: string; body: unknown; wait: number } | null>(null);

  // Who has gone to another page is not called back from it.
  const is_shown = useRef(true);
  useEffect(() => () => {
    is_shown.current = false;
  }, []);

  const attempt = async (): Promise<void> => {
    const letter = owed.current;
    if (letter === null) return;
    set_next(null);
    set_busy(true);
    draft.mark_sent();
    const answer = await submit<R>(letter.path, letter.body, draft.key());
    set_busy(false);
    if (answer.ok) {
      owed.current = null;
      set_problem(null);
      draft.discard();
      if (is_shown.current) done(answer.value);
      return;
    }
    set_problem(answer.problem);
    if (busy_or_away(answer.problem)) {
      set_next(Date.now() + letter.wait * 1000);
      letter.wait = Math.min(letter.wait * 2, longest_wait_s);
    } else {
      owed.current = null;
      draft.mark_answered();
    }
  };

  const seconds = use_countdown(next, () => void attempt());
  return {
    busy: busy || next !== null,
    problem,
    seconds,
    send: (path, body) => {
      owed.current = { path, body, wait: first_wait_s };
      void attempt();
    },
    stop: () => {
      owed.current = null;
      set_next(null);
    },
    clear: () => set_problem(null),
  };
}
