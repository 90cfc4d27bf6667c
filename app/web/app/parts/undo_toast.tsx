// What was recorded, and the way back.
import { useEffect, useRef, useState } from "preact/hooks";
import { newKey, submit, type Problem } from "../api.ts";
import { t } from "../../texts/texts.ts";
import { useToast } from "../toast.ts";
import { may } from "../turn.ts";
import { useWhom } from "../whom.ts";
import { namesOf, PersonName } from "./person_name.tsx";
import { ProblemNote } from "./problem.tsx";

const general = (isUndo: boolean): string => (isUndo ? t("frame.undo.undone") : t("frame.undo.recorded"));

export const undoEntry = (entry: number, confirm: string[], key: string) =>
  submit<{ undone: number[] }>(`/ledger/${entry}/undo`, { confirm }, key);

// `undone` is called when the book is otherwise than what the page shows.
export function UndoToast({ undone }: { undone: () => void }) {
  const { toast, close } = useToast(general);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [busy, setBusy] = useState(false);
  const key = useRef(newKey());
  const { entry } = toast;
  const whom = useWhom(toast.chart);
  useEffect(() => {
    setProblem(null);
    key.current = newKey();
  }, [entry]);
  const undo = async (confirm: string[]): Promise<void> => {
    if (entry === null) return;
    setBusy(true);
    const answer = await undoEntry(entry, confirm, key.current);
    setBusy(false);
    if (answer.ok) undone();
    else setProblem(answer.problem);
  };
  return (
    <div class={toast.text === "" ? "hidden" : "toast"}>
      <p role="status">
        {whom && toast.text !== "" && (
          <span class="toast-whom">
            <bdi>{whom.chart}</bdi>
            {namesOf(whom).first && (
              <>
                {" "}
                <PersonName of={whom} />
              </>
            )}
            :{" "}
          </span>
        )}
        {toast.text}
      </p>
      {problem && (
        <ProblemNote
          problem={problem}
          confirm={() => {
            key.current = newKey();
            void undo(["dependents"]);
          }}
        />
      )}
      {entry !== null && may("void_own") && (
        <button type="button" disabled={busy} onClick={() => void undo([])}>
          {toast.isUndo ? t("frame.undo.redo") : t("frame.undo.undo")}
        </button>
      )}
      {toast.text !== "" && (
        <button type="button" aria-label={t("frame.close")} onClick={close}>
          ×
        </button>
      )}
    </div>
  );
}
