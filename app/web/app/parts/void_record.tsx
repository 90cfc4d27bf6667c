// Marks a record as entered in error, with a reason.
import { useState } from "preact/hooks";
import { new_key, submit, type Problem } from "../api.ts";
import { moment_text } from "../format.ts";
import { words } from "../messages.ts";
import type { Entry } from "../record_line.ts";
import { Dialog } from "./dialog.tsx";
import { Field } from "./field.tsx";
import { ProblemNote } from "./problem.tsx";

const said = words.patient;

interface VoidProps {
  entry: Entry;
  close: (done: boolean) => void;
}

export function VoidRecord({ entry, close }: VoidProps) {
  const [reason, set_reason] = useState("");
  const [key] = useState(new_key);
  const [problem, set_problem] = useState<Problem | null>(null);
  const send = async (event: Event): Promise<void> => {
    event.preventDefault();
    const answer = await submit(`/${entry.noun}/${entry.record.id}/void`, { reason }, key);
    if (answer.ok) close(true);
    else set_problem(answer.problem);
  };
  return (
    <Dialog title={said.void_title(words.nouns[entry.noun] ?? entry.noun)} close={() => close(false)}>
      <form onSubmit={(event) => void send(event)}>
        <p><span class="figures">{entry.at && moment_text(entry.at)}</span> <bdi>{entry.line}</bdi></p>
        <p class="soft">{said.void_text}</p>
        <Field label={said.reason} required hint={said.reason_needed} value={reason} set={set_reason} />
        {problem && <ProblemNote problem={problem} />}
        <div class="actions"><button type="submit" class="main">{said.void}</button></div>
      </form>
    </Dialog>
  );
}
