// Corrects a record: only what differs is sent, with a reason and the version that was seen.
import { useState } from "preact/hooks";
import { change, read, type Problem } from "../api.ts";
import { use_draft } from "../drafts.ts";
import { draft_line } from "./draft_note.tsx";
import { kind_of, read_kinds } from "../kinds.ts";
import { use_loaded } from "../loading.ts";
import { words } from "../messages.ts";
import { from_record, correction_of, part_fields } from "../record_form.ts";
import { line_of, type Entry } from "../record_line.ts";
import type { Kept, Kind } from "../shapes.ts";
import { Dialog } from "./dialog.tsx";
import { Field } from "./field.tsx";
import { KindFields } from "./kind_fields.tsx";
import { Overrides } from "./overrides.tsx";
import { When } from "./page_frame.tsx";
import { PartRows } from "./part_rows.tsx";
import { ProblemNote } from "./problem.tsx";

const said = words.patient;

interface CorrectProps {
  entry: Entry;
  close: (done: boolean) => void;
}

function Form({ entry, kind, close }: CorrectProps & { kind: Kind }) {
  const [stored, set_stored] = useState<Kept>(entry.record);
  const draft = use_draft(`correct.${entry.noun}.${entry.record.id}.v${stored.version}`, from_record(kind, stored));
  const [reason, set_reason] = useState("");
  const [overrides, set_overrides] = useState<Record<string, string>>({});
  const [problem, set_problem] = useState<Problem | null>(null);
  const send = async (event: Event): Promise<void> => {
    event.preventDefault();
    const body = { ...correction_of(kind, draft.value, stored), reason, ...(Object.keys(overrides).length > 0 ? { overrides } : {}) };
    const answer = await change(`/${entry.noun}/${stored.id}`, body, stored.version);
    if (!answer.ok) return set_problem(answer.problem);
    draft.discard();
    close(true);
  };
  const take = async (): Promise<void> => {
    const answer = await read<Kept>(`/${entry.noun}/${stored.id}`, ["id"]);
    if (!answer.ok) return set_problem(answer.problem);
    draft.discard();
    set_stored(answer.value);
    set_problem(null);
  };
  return (
    <form onSubmit={(event) => void send(event)}>
      <KindFields fields={kind.fields.filter((field) => field.name !== "patient")} value={draft.value.fields}
        set={(next) => draft.set((now) => ({ ...now, fields: next(now.fields) }))} />
      {kind.parts && (
        <PartRows fields={part_fields(kind)} rows={draft.value.parts} set={(parts) => draft.set((now) => ({ ...now, parts }))} />
      )}
      <Field label={said.reason} required hint={said.reason_needed} value={reason} set={set_reason} />
      {problem?.status === 412 ? (
        <div class="note note-warn" role="alert">
          <p>{said.both}</p>
          {problem.stored && <p><bdi>{line_of(entry.noun, problem.stored as Kept)}</bdi></p>}
          <button type="button" onClick={() => void take()}>{said.take_stored}</button>
        </div>
      ) : problem && <ProblemNote problem={problem} />}
      {problem && problem.findings.length > 0 && <Overrides findings={problem.findings} reasons={overrides} set={(key, why) => set_overrides((now) => ({ ...now, [key]: why }))} />}
      <p class="draft-line" role="status">{draft_line(draft)}</p>
      <div class="actions"><button type="submit" class="main">{said.correct}</button></div>
    </form>
  );
}

export function CorrectRecord(props: CorrectProps) {
  const kinds = use_loaded(read_kinds, []);
  return (
    <Dialog title={said.correct_title(words.nouns[props.entry.noun] ?? props.entry.noun)} close={() => props.close(false)}>
      <When loaded={kinds}>
        {(value) => {
          const kind = kind_of(value, props.entry.noun);
          return kind && <Form {...props} kind={kind} />;
        }}
      </When>
    </Dialog>
  );
}

