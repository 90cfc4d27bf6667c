// Marks a record as entered in error, lets it count again, or gives it to the patient whose it is; with a reason.
import { useState } from "preact/hooks";
import { newKey, submit, type Problem } from "../api.ts";
import { momentText } from "../format.ts";
import { t, word } from "../../texts/texts.ts";
import type { Changeable } from "../record_line.ts";
import { may } from "../turn.ts";
import { Dialog } from "./dialog.tsx";
import { Field } from "./field.tsx";
import { ProblemNote } from "./problem.tsx";

interface VoidProps {
  entry: Changeable;
  step: "void" | "restore";
  close: (done: boolean) => void;
}

export function VoidRecord({ entry, step: first, close }: VoidProps) {
  const [step, setStep] = useState<"void" | "restore" | "move">(first);
  const [reason, setReason] = useState("");
  const [to, setTo] = useState("");
  const [problem, setProblem] = useState<Problem | null>(null);
  const send = async (event?: Event, confirm: string[] = []): Promise<void> => {
    event?.preventDefault();
    const body = {
      reason,
      ...(step === "move" ? { to: to.trim() } : {}),
      ...(confirm.length > 0 ? { confirm } : {}),
    };
    const answer = await submit(`/${entry.noun}/${entry.record.id}/${step}`, body, newKey());
    if (answer.ok) close(true);
    else setProblem(answer.problem);
  };
  return (
    <Dialog
      title={t(`patient.step_title.${step}`, { what: word("records.nouns", entry.noun) })}
      close={() => close(false)}
    >
      <form onSubmit={(event) => void send(event)}>
        <p>
          <span class="figures">{entry.at && momentText(entry.at)}</span> <bdi>{entry.line}</bdi>
        </p>
        <p class="soft">{word("patient.step_text", step)}</p>
        {step === "move" && <Field label={t("patient.move_to")} required value={to} set={setTo} />}
        <Field label={t("patient.reason")} required hint={t("patient.reason_needed")} value={reason} set={setReason} />
        {problem && (
          <ProblemNote
            problem={problem}
            confirm={() =>
              void send(
                undefined,
                problem.questions.map((each) => each.confirm),
              )
            }
          />
        )}
        <div class="actions">
          <button type="submit" class="main">
            {word("patient", step)}
          </button>
          {step === "void" && entry.record.patient !== undefined && may("void_others") && (
            <button
              type="button"
              onClick={() => {
                setStep("move");
                setProblem(null);
              }}
            >
              {t("patient.move_instead")}
            </button>
          )}
        </div>
      </form>
    </Dialog>
  );
}
