// Corrects a patient's data: what differs is sent, with a reason.
import { useState } from "preact/hooks";
import { change, patientPath, read, type Problem } from "../../api.ts";
import { useDraft } from "../../drafts.ts";
import { draftLine } from "../draft_note.tsx";
import { useLoaded } from "../../loading.ts";
import { t } from "../../../texts/texts.ts";
import { asTyped, changed } from "../../record_body.ts";
import { go, pageOf } from "../../router.ts";
import type { Person } from "../../shapes.ts";
import { Dialog } from "../dialog.tsx";
import { Faults, faultsOf } from "../faults.tsx";
import { Field } from "../field.tsx";
import { When } from "../page_frame.tsx";
import { PatientFields } from "../patient_fields.tsx";
import { ProblemNote } from "../problem.tsx";

const names = [
  "chart",
  "name",
  "name_ar",
  "born",
  "sex",
  "fitzpatrick",
  "monk",
  "telephone",
  "email",
  "address",
  "note",
  "status",
  "status_on",
  "weight_kg",
  "guardian",
  "language",
];

function Form({ person, close }: { person: Person; close: () => void }) {
  const stored = person as unknown as Record<string, unknown>;
  const draft = useDraft(`change_patient.${person.chart}.v${person.version}`, {
    ...asTyped(stored, names),
    reason: "",
  } as Record<string, string>);
  const [problem, setProblem] = useState<Problem | null>(null);
  const send = async (event?: Event, confirm: string[] = []): Promise<void> => {
    event?.preventDefault();
    const { reason = "", ...typed } = draft.value;
    const body = {
      ...changed(typed, stored, ["monk", "weight_kg"]),
      reason,
      ...(confirm.length > 0 ? { confirm } : {}),
    };
    const answer = await change<Person>(patientPath(person.chart), body, person.version ?? null);
    if (!answer.ok) return setProblem(answer.problem);
    draft.discard();
    close();
    if (answer.value.chart && answer.value.chart !== person.chart) go(pageOf(answer.value.chart), true);
  };
  return (
    <form onSubmit={(event) => void send(event)}>
      <Faults.Provider value={faultsOf(problem)}>
        <PatientFields value={draft.value} set={draft.set} />
      </Faults.Provider>
      <Field
        label={t("patient.reason")}
        required
        hint={t("patient.reason_needed")}
        value={draft.value.reason ?? ""}
        set={(reason) => draft.set((now) => ({ ...now, reason }))}
      />
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
      <p class="draft-line" role="status">
        {draftLine(draft)}
      </p>
      <div class="actions">
        <button type="submit" class="main">
          {t("frame.save")}
        </button>
      </div>
    </form>
  );
}

export function ChangePatient({ chartNumber, close }: { chartNumber: string; close: () => void }) {
  const person = useLoaded(() => read<Person>(patientPath(chartNumber), ["chart"]), [chartNumber]);
  return (
    <Dialog title={t("patients.patient_form.change_title")} close={close}>
      <When loaded={person}>{(value) => <Form person={value} close={close} />}</When>
    </Dialog>
  );
}
