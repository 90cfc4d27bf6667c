// Corrects a patient's data: what differs is sent, with a reason.
import { useState } from "preact/hooks";
import { change, patient_path, read, type Problem } from "../api.ts";
import { use_draft } from "../drafts.ts";
import { draft_line } from "./draft_note.tsx";
import { use_loaded } from "../loading.ts";
import { words } from "../messages.ts";
import { as_typed, changed } from "../record_body.ts";
import { go, page_of } from "../router.ts";
import type { Person } from "../shapes.ts";
import { Dialog } from "./dialog.tsx";
import { Field } from "./field.tsx";
import { When } from "./page_frame.tsx";
import { PatientFields } from "./patient_fields.tsx";
import { ProblemNote } from "./problem.tsx";

const names = ["chart", "name", "name_ar", "born", "sex", "fitzpatrick", "monk", "contact", "note", "status", "status_on", "weight_kg", "guardian"];

function Form({ person, close }: { person: Person; close: () => void }) {
  const stored = person as unknown as Record<string, unknown>;
  const draft = use_draft(`change_patient.${person.chart}.v${person.version}`, { ...as_typed(stored, names), reason: "" } as Record<string, string>);
  const [problem, set_problem] = useState<Problem | null>(null);
  const send = async (event: Event): Promise<void> => {
    event.preventDefault();
    const { reason = "", ...typed } = draft.value;
    const body = { ...changed(typed, stored, ["monk", "weight_kg"]), reason };
    const answer = await change<Person>(patient_path(person.chart), body, person.version ?? null);
    if (!answer.ok) return set_problem(answer.problem);
    draft.discard();
    close();
    if (answer.value.chart && answer.value.chart !== person.chart) go(page_of(answer.value.chart), true);
  };
  return (
    <form onSubmit={(event) => void send(event)}>
      <PatientFields value={draft.value} set={draft.set} />
      <Field label={words.patient.reason} required hint={words.patient.reason_needed} value={draft.value.reason ?? ""}
        set={(reason) => draft.set((now) => ({ ...now, reason }))} />
      {problem && <ProblemNote problem={problem} />}
      <p class="draft-line" role="status">{draft_line(draft)}</p>
      <div class="actions"><button type="submit" class="main">{words.save}</button></div>
    </form>
  );
}

export function ChangePatient({ chart, close }: { chart: string; close: () => void }) {
  const person = use_loaded(() => read<Person>(patient_path(chart), ["chart"]), [chart]);
  return (
    <Dialog title={words.patient_form.change_title} close={close}>
      <When loaded={person}>{(value) => <Form person={value} close={close} />}</When>
    </Dialog>
  );
}
