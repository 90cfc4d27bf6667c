// Reading on where it cannot be logged: asks why, and the server lets whoever says so read for a quarter of an hour.
import { useState } from "preact/hooks";
import { newKey, submit, type Problem } from "../../api.ts";
import { messages } from "../../messages.ts";
import { showToast } from "../../toast.ts";
import { Dialog } from "../dialog.tsx";
import { Field } from "../field.tsx";
import { problemText } from "../problem.tsx";

const texts = messages.emergency;

export function Emergency({ close, done }: { close: () => void; done?: (() => void) | undefined }) {
  const [reason, setReason] = useState("");
  const [problem, setProblem] = useState<Problem | null>(null);
  const send = async (event: Event): Promise<void> => {
    event.preventDefault();
    const answer = await submit("/emergency", { reason }, newKey());
    if (!answer.ok) return setProblem(answer.problem);
    close();
    showToast(texts.begun);
    done?.();
  };
  return (
    <Dialog title={texts.title} close={close}>
      <form onSubmit={(event) => void send(event)}>
        <p>{texts.text}</p>
        <Field label={texts.reason} hint={texts.reasonHint} required long value={reason} set={setReason} />
        {problem && (
          <p class="note note-bad" role="alert">
            {problemText(problem).title}. {problemText(problem).remedy}
          </p>
        )}
        <div class="actions">
          <button type="submit" class="main">
            {texts.begin}
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
        {texts.open}
      </button>
      {isOpen && <Emergency close={() => setOpen(false)} done={done} />}
    </>
  );
}
