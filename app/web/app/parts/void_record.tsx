// Marks a record as entered in error, with a reason.
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
  close: (done: boolean) => void;
}

export function VoidRecord({ entry, close }: VoidProps) {
  const [reason, setReason] = useState("");
  const [key] = useState(newKey);
  const [problem, setProblem] = useState<Problem | null>(null);
  const send = async (event: Event): Promise<void> => {
    event.preventDefault();
    const answer = await submit(`/${entry.noun}/${entry.record.id}/void`, { reason }, key);
    if (answer.ok) close(true);
    else setProblem(answer.problem);
  };
  return (
    <Dialog title={texts.voidTitle(messages.nouns[entry.noun] ?? entry.noun)} close={() => close(false)}>
      <form onSubmit={(event) => void send(event)}>
        <p>
          <span class="figures">{entry.at && momentText(entry.at)}</span> <bdi>{entry.line}</bdi>
        </p>
        <p class="soft">{texts.voidText}</p>
        <Field label={texts.reason} required hint={texts.reasonNeeded} value={reason} set={setReason} />
        {problem && <ProblemNote problem={problem} />}
        <div class="actions">
          <button type="submit" class="main">
            {texts.void}
          </button>
        </div>
      </form>
    </Dialog>
  );
}
