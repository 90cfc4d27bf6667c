// Reading on where it cannot be logged: asks why, and the server lets whoever says so read for a quarter of an hour.
import { useState } from "preact/hooks";
import { newKey, submit, type Problem } from "../../api.ts";
import { t } from "../../../texts/texts.ts";
import { showToast } from "../../toast.ts";
import { Dialog } from "../dialog.tsx";
import { Field } from "../field.tsx";
import { problemText } from "../problem.tsx";

export function Emergency({ close, done }: { close: () => void; done?: (() => void) | undefined }) {
  const [reason, setReason] = useState("");
  const [problem, setProblem] = useState<Problem | null>(null);
  const send = async (event: Event): Promise<void> => {
    event.preventDefault();
    const answer = await submit("/emergency", { reason }, newKey());
    if (!answer.ok) return setProblem(answer.problem);
    close();
    showToast(t("access.emergency.begun"));
    done?.();
  };
  return (
    <Dialog title={t("access.emergency.title")} close={close}>
      <form onSubmit={(event) => void send(event)}>
        <p>{t("access.emergency.text")}</p>
        <Field
          label={t("access.emergency.reason")}
          hint={t("access.emergency.reason_hint")}
          required
          long
          value={reason}
          set={setReason}
        />
        {problem && (
          <p class="note note-bad" role="alert">
            {problemText(problem)}
          </p>
        )}
        <div class="actions">
          <button type="submit" class="main">
            {t("access.emergency.begin")}
          </button>
        </div>
      </form>
    </Dialog>
  );
}

export function EmergencyButton({ done }: { done?: (() => void) | undefined }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <button type="button" aria-haspopup="dialog" onClick={() => setOpen(true)}>
        {t("access.emergency.open")}
      </button>
      {isOpen && <Emergency close={() => setOpen(false)} done={done} />}
    </>
  );
}
