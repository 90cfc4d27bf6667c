// The clinic's own settings; kept as a draft until they are recorded.
import { useState } from "preact/hooks";
import { change, read, type Problem } from "../api.ts";
import { use_draft } from "../drafts.ts";
import { use_loaded } from "../loading.ts";
import { name_of, words } from "../messages.ts";
import { as_typed, changed } from "../record_body.ts";
import { Field } from "../parts/field.tsx";
import { When, use_title } from "../parts/page_frame.tsx";
import { ProblemNote } from "../parts/problem.tsx";

const said = words.settings;
const names = Object.keys(said.labels);
const texts = ["name", "time_zone", "isotretinoin_rule"];
const numbers = names.filter((name) => !texts.includes(name));

function Form({ clinic, again }: { clinic: Record<string, unknown>; again: () => void }) {
  const draft = use_draft<Record<string, string>>("settings", { ...as_typed(clinic, names), reason: "" });
  const [problem, set_problem] = useState<Problem | null>(null);
  const [done, set_done] = useState(false);
  const send = async (event: Event): Promise<void> => {
    event.preventDefault();
    const { reason = "", ...typed } = draft.value;
    const body = { ...changed(typed, clinic, numbers), ...(reason.trim() === "" ? {} : { reason }) };
    const answer = await change("/clinic", body, null);
    set_problem(answer.ok ? null : answer.problem);
    set_done(answer.ok);
    if (!answer.ok) return;
    draft.discard();
    again();
  };
  const of = (name: string) => ({
    value: draft.value[name] ?? "",
    set: (text: string): void => { set_done(false); draft.set((now) => ({ ...now, [name]: text })); },
  });
  return (
    <form class="measure" onSubmit={(event) => void send(event)}>
      <div class="fields">
        {names.map((name) => (
          <Field key={name} label={said.labels[name] ?? name} required type={numbers.includes(name) ? "number" : "text"} {...of(name)}
            choices={name === "isotretinoin_rule" ? ["label", "consensus"] : undefined} names={name_of} />
        ))}
      </div>
      <Field label={words.patient.reason} {...of("reason")} />
      {problem && <ProblemNote problem={problem} />}
      <p class="draft-line" role="status">{done ? said.saved : draft.state === "untouched" ? "" : words.draft.kept}</p>
      <div class="actions">
        <button type="submit" class="main">{said.save}</button>
        {draft.state !== "untouched" && <button type="button" class="quiet" onClick={() => draft.discard()}>{words.draft.discard}</button>}
      </div>
    </form>
  );
}

export function SettingsPage() {
  use_title(said.title);
  const clinic = use_loaded(() => read<Record<string, unknown>>("/clinic", ["name"]), []);
  return (
    <>
      <h1>{said.title}</h1>
      <p class="measure soft">{said.lead}</p>
      <When loaded={clinic}>{(value) => <Form clinic={value} again={clinic.again} />}</When>
    </>
  );
}
