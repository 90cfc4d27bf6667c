// What is said of a photograph is corrected, with a reason; its picture never changes.
import { useState } from "preact/hooks";
import { change, type Problem } from "../../api.ts";
import { correctionOfPhoto, typedOfPhoto, viewsBeside } from "../../photos/photo_correction.ts";
import { regions } from "../../regions.ts";
import type { PhotoSeen } from "../../shapes.ts";
import { showToast } from "../../toast.ts";
import { t } from "../../../texts/texts.ts";
import { Faults, faultsOf } from "../faults.tsx";
import { Field } from "../field.tsx";
import { choiceName } from "../kind_fields.tsx";
import { ProblemNote } from "../problem.tsx";

interface CorrectProps {
  seen: PhotoSeen;
  done: () => void;
}

export function CorrectPhoto({ seen: { photo }, done }: CorrectProps) {
  const [typed, setTyped] = useState(() => typedOfPhoto(photo));
  const [reason, setReason] = useState("");
  const [problem, setProblem] = useState<Problem | null>(null);
  const of = (name: keyof typeof typed) => ({
    name,
    value: typed[name],
    set: (text: string): void => setTyped((now) => ({ ...now, [name]: text })),
  });
  const send = async (confirm: string[] = []): Promise<void> => {
    const body = { ...correctionOfPhoto(photo, typed), reason, ...(confirm.length > 0 ? { confirm } : {}) };
    const answer = await change(`/photo/${photo.id}`, body, photo.version);
    if (!answer.ok) return setProblem(answer.problem);
    showToast(t("photos.corrected"), photo.patient);
    done();
  };
  return (
    <form
      class="correct-photo no-print"
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <Faults.Provider value={faultsOf(problem)}>
        <div class="fields">
          <Field label={t("photos.view")} {...of("view")} required choices={viewsBeside(photo.view)} />
          <Field label={t("photos.region")} {...of("region")} choices={regions} />
          <Field label={t("photos.side")} {...of("side")} choices={["left", "right", "both"]} />
          <Field label={t("photos.taken")} {...of("taken_at")} required type="datetime-local" />
          <Field label={t("photos.device")} {...of("device")} />
          <Field label={t("photos.light")} {...of("light")} />
          <Field label={t("photos.make_up")} {...of("make_up")} choices={["true", "false"]} names={choiceName} />
        </div>
      </Faults.Provider>
      <Field label={t("patient.reason")} required hint={t("patient.reason_needed")} value={reason} set={setReason} />
      {problem && (
        <ProblemNote problem={problem} confirm={() => void send(problem.questions.map((each) => each.confirm))} />
      )}
      <div class="actions">
        <button type="submit" class="main">
          {t("patient.correct")}
        </button>
      </div>
    </form>
  );
}
