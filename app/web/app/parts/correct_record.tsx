// Corrects a record: only what differs is sent, with a reason and the version that was seen.
import { useState } from "preact/hooks";
import { change, read, type Problem } from "../api.ts";
import { changedIn } from "../changed.ts";
import { useDraft } from "../drafts.ts";
import { draftLine } from "./draft_note.tsx";
import { kindOf, readKinds } from "../kinds.ts";
import { useKnownChoices } from "../known_records.ts";
import { useLoaded } from "../loading.ts";
import { t, word } from "../../texts/texts.ts";
import { textOf } from "../record_body.ts";
import { fromRecord, correctionOf } from "../record_form.ts";
import { lineOf, type Changeable } from "../record_line.ts";
import type { Kept, Kind } from "../shapes.ts";
import { ChangedFields } from "./changed_fields.tsx";
import { CorrectSession } from "./session/correct_session.tsx";
import { Dialog } from "./dialog.tsx";
import { Faults, faultsOf } from "./faults.tsx";
import { Field } from "./field.tsx";
import { Overrides } from "./overrides.tsx";
import { When } from "./page_frame.tsx";
import { ProblemNote } from "./problem.tsx";
import { RecordFields } from "./record_fields.tsx";

interface CorrectProps {
  entry: Changeable;
  close: (done: boolean) => void;
}

function Form({ entry, kind, kinds, close }: CorrectProps & { kind: Kind; kinds: Kind[] }) {
  const [stored, setStored] = useState<Kept>(entry.record);
  const known = useKnownChoices(textOf(entry.record.patient), kind.fields);
  const draft = useDraft(`correct.${entry.noun}.${entry.record.id}.v${stored.version}`, fromRecord(kind, stored));
  const [reason, setReason] = useState("");
  const [overrides, setOverrides] = useState<Record<string, string>>({});
  const [problem, setProblem] = useState<Problem | null>(null);
  const send = async (event?: Event, confirm: string[] = []): Promise<void> => {
    event?.preventDefault();
    const body = {
      ...correctionOf(kind, draft.value, stored),
      reason,
      ...(confirm.length > 0 ? { confirm } : {}),
      ...(Object.keys(overrides).length > 0 ? { overrides } : {}),
    };
    const answer = await change(`/${entry.noun}/${stored.id}`, body, stored.version);
    if (!answer.ok) return setProblem(answer.problem);
    draft.discard();
    close(true);
  };
  const take = async (): Promise<void> => {
    const answer = await read<Kept>(`/${entry.noun}/${stored.id}`, ["id"]);
    if (!answer.ok) return setProblem(answer.problem);
    draft.discard();
    setStored(answer.value);
    setProblem(null);
  };
  return (
    <form onSubmit={(event) => void send(event)}>
      <Faults.Provider value={faultsOf(problem)}>
        {entry.noun === "session" ? (
          <CorrectSession chartNumber={textOf(stored.patient)} kinds={kinds} stored={stored} typing={draft} />
        ) : (
          <RecordFields
            kind={kind}
            fields={kind.fields.filter((field) => field.name !== "patient")}
            draft={draft}
            known={known}
          />
        )}
      </Faults.Provider>
      <ChangedFields changed={changedIn(kind, draft.value, stored)} />
      <Field label={t("patient.reason")} required hint={t("patient.reason_needed")} value={reason} set={setReason} />
      {problem?.status === 412 ? (
        <div class="note note-warn" role="alert">
          <p>{t("patient.both")}</p>
          {problem.stored && (
            <p>
              <bdi>{entry.noun === "stock" ? entry.line : lineOf(entry.noun, problem.stored as Kept)}</bdi>
            </p>
          )}
          <button type="button" onClick={() => void take()}>
            {t("patient.take_stored")}
          </button>
        </div>
      ) : (
        problem && (
          <ProblemNote
            problem={problem}
            confirm={() =>
              void send(
                undefined,
                problem.questions.map((each) => each.confirm),
              )
            }
          />
        )
      )}
      {problem && problem.findings.length > 0 && (
        <Overrides
          findings={problem.findings}
          reasons={overrides}
          set={(key, why) => setOverrides((now) => ({ ...now, [key]: why }))}
        />
      )}
      <p class="draft-line" role="status">
        {draftLine(draft)}
      </p>
      <div class="actions">
        <button type="submit" class="main">
          {t("patient.correct")}
        </button>
      </div>
    </form>
  );
}

export function CorrectRecord(props: CorrectProps) {
  const kinds = useLoaded(readKinds, []);
  return (
    <Dialog
      title={t("patient.correct_title", { what: word("records.nouns", props.entry.noun) ?? props.entry.noun })}
      close={() => props.close(false)}
    >
      <When loaded={kinds}>
        {(value) => {
          const kind = kindOf(value, props.entry.noun);
          return kind && <Form {...props} kind={kind} kinds={value} />;
        }}
      </When>
    </Dialog>
  );
}
