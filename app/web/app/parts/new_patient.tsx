// Registers a patient in one short form; kept as a draft until it is recorded.
import { useEffect, useRef } from "preact/hooks";
import { use_draft } from "../drafts.ts";
import { words } from "../messages.ts";
import { given } from "../record_body.ts";
import { go, page_of } from "../router.ts";
import { use_sending } from "../sending.ts";
import type { Person } from "../shapes.ts";
import { Dialog } from "./dialog.tsx";
import { DraftNote } from "./draft_note.tsx";
import { PatientFields } from "./patient_fields.tsx";

export function NewPatient({ close }: { close: () => void }) {
  const draft = use_draft<Record<string, string>>("new_patient", {});
  const sending = use_sending<Record<string, string>, Person>(draft, (person) => {
    close();
    go(page_of(person.chart));
  });
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => form.current?.querySelector("input")?.focus(), []);
  const send = (event: Event): void => {
    event.preventDefault();
    sending.send("/patients", given(draft.value, ["monk", "weight_kg"]));
  };
  return (
    <Dialog title={words.patient_form.title} close={close}>
      <form ref={form} onSubmit={send}>
        <fieldset class="plain" disabled={sending.busy}>
          <PatientFields value={draft.value} set={draft.set} />
        </fieldset>
        <DraftNote draft={draft} sending={sending} />
        <div class="actions"><button type="submit" class="main" disabled={sending.busy}>{words.patient_form.add}</button></div>
      </form>
    </Dialog>
  );
}
