// Why somebody was not let in, and how long the next try has to wait.
import { useEffect, useState } from "preact/hooks";
import type { Problem } from "../../api.ts";
import { useCountdown } from "../../countdown.ts";
import { t } from "../../../texts/texts.ts";
import { problemText } from "../problem.tsx";

export interface Refusal {
  problem: Problem | null;
  seconds: number | null; // to the next try
  isOver: boolean; // of a wait
}

// Counts down where the server wants a pause.
export function useRefusal(): [Refusal, (problem: Problem | null) => void] {
  const [problem, setProblem] = useState<Problem | null>(null);
  const [until, setUntil] = useState<number | null>(null);
  const seconds = useCountdown(until, () => setUntil(null));
  useEffect(() => {
    setUntil(problem !== null && problem.status === 429 ? Date.now() + Math.max(1, problem.waitS) * 1000 : null);
  }, [problem]);
  return [{ problem, seconds, isOver: problem?.status === 429 && until === null }, setProblem];
}

// What a refusal of a proof means; `wrong` is what a wrong one is called.
export function refusalText(problem: Problem, wrong: string): string {
  if (problem.code === "password_wanted") return t("sign_in.password_wanted");
  if (problem.status === 401) return wrong;
  return problemText(problem);
}

export function TryNote({ refusal, wrong }: { refusal: Refusal; wrong: string }) {
  const { problem, seconds, isOver } = refusal;
  if (problem === null) return null;
  if (isOver) {
    return (
      <p class="soft" role="status">
        {t("sign_in.wait_over")}
      </p>
    );
  }
  return (
    <p class="note note-bad figures">
      {seconds !== null && <span aria-hidden="true">{t("sign_in.wait", { seconds })}</span>}
      <span class={seconds === null ? undefined : "hidden"} role="alert">
        {problem.status === 429 ? t("sign_in.wait", { seconds: problem.waitS }) : refusalText(problem, wrong)}
      </span>
    </p>
  );
}
