// Chooses the six digits that bring one back to this device: typed twice.
import { useState } from "preact/hooks";
import type { Problem } from "../../api.ts";
import { messages } from "../../messages.ts";
import { setPin } from "../../turn.ts";
import { showToast } from "../../toast.ts";
import { Dialog } from "../dialog.tsx";
import { ProblemNote } from "../problem.tsx";
import { PinPad } from "./pin_pad.tsx";

const texts = messages.pin;

export function SetPin({ close }: { close: () => void }) {
  const [first, setFirst] = useState<string | null>(null);
  const [differ, setDiffer] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const given = async (pin: string): Promise<void> => {
    setProblem(null);
    setDiffer(first !== null && first !== pin);
    if (first === null) return setFirst(pin);
    if (first !== pin) return setFirst(null);
    const answer = await setPin(pin);
    if (!answer.ok) {
      setFirst(null);
      return setProblem(answer.problem);
    }
    close();
    showToast(texts.done);
  };
  return (
    <Dialog title={texts.setTitle} close={close}>
      <p class="soft">{texts.offer}</p>
      <div class="by-pin">
        <PinPad
          key={first === null ? "first" : "again"}
          label={first === null ? texts.first : texts.again}
          send={given}
        />
        {differ && (
          <p class="note note-bad" role="alert">
            {texts.differ}
          </p>
        )}
        {problem && <ProblemNote problem={problem} />}
        <button type="button" class="quiet" onClick={close}>
          {texts.later}
        </button>
      </div>
    </Dialog>
  );
}
