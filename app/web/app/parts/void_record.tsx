// Marks a record as entered in error, or lets it count again, with a reason.
import { useState } from "preact/hooks";
import { newKey, submit, type Problem } from "../api.ts";
import { momentText } from "../format.ts";
import { messages } from "../messages.ts";
import type { Entry } from "../record_line.ts";
import { Dialog } from "./dialog.tsx";
import { Field } from "./field.tsx";
import { ProblemNote } from "./problem.tsx";

const texts = messages.patient;

interface VoidProps {
  entry: Entry;
  step: "void" | "restore";
  close: (done: boolean) => void;
}

export function VoidRecord({ entry, step, close }: VoidProps) {
  const [reason, setReason] = useState("");
  const [key] = useState(newKey);
  const [problem, setProblem] = useState<Problem | null>(null);
  const send = async (event: Event): Promise<void> => {
    event.preventDefault();
    const answer = await submit(`/${entry.noun}/${entry.record.id}/${step}`, { reason }, key);
    if (answer.ok) close(true);
    else setProblem(answer.problem);
  };
  return (
    <Dialog title={texts.stepTitle[step](messages.nouns[entry.noun] ?? entry.noun)} close={() => close(false)}>
      <form onSubmit={(event) => void send(event)}>
        <p>
          <span class="figures">{entry.at && momentText(entry.at)}</span> <bdi>{entry.line}</bdi>
        </p>
        <p class="soft">{texts.stepText[step]}</p>
        <Field label={texts.reason} required hint={texts.reasonNeeded} value={reason} set={setReason} />
        {problem && <ProblemNote problem={problem} />}
        <div class="actions">
          <button type="submit" class="main">
            {texts[step]}
          </button>
        </div>
      </form>
    </Dialog>
  );
}
