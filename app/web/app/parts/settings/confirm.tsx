// Asks once more before something that others will notice.
import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import type { Answer, Problem } from "../../api.ts";
import { t } from "../../../texts/texts.ts";
import { Dialog } from "../dialog.tsx";
import { ProblemNote } from "../problem.tsx";

interface ConfirmProps {
  title: string;
  confirm: string;
  run: () => Promise<Answer<unknown>>;
  done: () => void;
  close: () => void;
  children: ComponentChildren;
}

export function Confirm({ title, confirm, run, done, close, children }: ConfirmProps) {
  const [problem, setProblem] = useState<Problem | null>(null);
  const [busy, setBusy] = useState(false);
  const send = async (): Promise<void> => {
    setBusy(true);
    const answer = await run();
    setBusy(false);
    if (!answer.ok) return setProblem(answer.problem);
    close();
    done();
  };
  return (
    <Dialog title={title} close={close}>
      {children}
      {problem && <ProblemNote problem={problem} />}
      <div class="actions">
        <button type="button" class="main" disabled={busy} onClick={() => void send()}>
          {confirm}
        </button>
        <button type="button" onClick={close}>
          {t("frame.cancel")}
        </button>
      </div>
    </Dialog>
  );
}
