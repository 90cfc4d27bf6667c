// Chooses the six digits that bring one back to this device: typed twice.
import { useState } from "preact/hooks";
import type { Problem } from "../../api.ts";
import { t } from "../../../texts/texts.ts";
import { setPin } from "../../turn.ts";
import { showToast } from "../../toast.ts";
import { Dialog } from "../dialog.tsx";
import { ProblemNote } from "../problem.tsx";
import { PinPad } from "./pin_pad.tsx";

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
    showToast(t("sign_in.pin.done"));
  };
  return (
    <Dialog title={t("sign_in.pin.set_title")} close={close}>
      <p class="soft">{t("sign_in.pin.offer")}</p>
      <div class="by-pin">
        <PinPad
          key={first === null ? "first" : "again"}
          label={first === null ? t("sign_in.pin.first") : t("sign_in.pin.again")}
          send={given}
        />
        {differ && (
          <p class="note note-bad" role="alert">
            {t("sign_in.pin.differ")}
          </p>
        )}
        {problem && <ProblemNote problem={problem} />}
        <button type="button" class="quiet" onClick={close}>
          {t("sign_in.pin.later")}
        </button>
      </div>
    </Dialog>
  );
}
