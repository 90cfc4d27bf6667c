// Registers a patient in one short form; kept as a draft until it is recorded.
import { useLayoutEffect, useRef } from "preact/hooks";
import { useDraft } from "../drafts.ts";
import { t } from "../../texts/texts.ts";
import { given } from "../record_body.ts";
import { go, pageOf } from "../router.ts";
import { useSending } from "../sending.ts";
import type { Person } from "../shapes.ts";
import { Dialog } from "./dialog.tsx";
import { DraftNote } from "./draft_note.tsx";
import { Faults, faultsOf } from "./faults.tsx";
import { PatientFields } from "./patient_fields.tsx";

export function NewPatient({ close }: { close: () => void }) {
  const draft = useDraft<Record<string, string>>("new_patient", {});
  const sending = useSending<Record<string, string>, Person>(draft, (person) => {
    close();
    go(pageOf(person.chart));
  });
  const form = useRef<HTMLFormElement>(null);
  // Before the page is painted: what is typed at once must find its field.
  useLayoutEffect(() => form.current?.querySelector("input")?.focus(), []);
  const send = (event: Event): void => {
    event.preventDefault();
    sending.send("/patients", given(draft.value, ["monk", "weight_kg"]));
  };
  return (
    <Dialog title={t("patients.patient_form.title")} close={close}>
      <form ref={form} onSubmit={send}>
        <fieldset class="plain" disabled={sending.busy}>
          <Faults.Provider value={faultsOf(sending.problem)}>
            <PatientFields value={draft.value} set={draft.set} />
          </Faults.Provider>
        </fieldset>
        <DraftNote draft={draft} sending={sending} />
        <div class="actions">
          <button type="submit" class="main" disabled={sending.busy}>
            {t("patients.patient_form.add")}
          </button>
        </div>
      </form>
    </Dialog>
  );
}
