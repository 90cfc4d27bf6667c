// The clinic's own settings, as the server describes them; kept as a draft until they are recorded.
import { useState } from "preact/hooks";
import { change, read, type Answer, type Problem } from "../api.ts";
import { use_draft } from "../drafts.ts";
import { draft_line } from "../parts/draft_note.tsx";
import { is_number, kind_of, number_names, read_kinds } from "../kinds.ts";
import { use_loaded } from "../loading.ts";
import { name_of, title_of, words } from "../messages.ts";
import { as_typed, changed } from "../record_body.ts";
import type { Kind } from "../shapes.ts";
import { Field } from "../parts/field.tsx";
import { When, use_title } from "../parts/page_frame.tsx";
import { ProblemNote } from "../parts/problem.tsx";

const said = words.settings;

function Form({ clinic, kind, again }: { clinic: Record<string, unknown>; kind: Kind; again: () => void }) {
  const { fields } = kind;
  const names = fields.map((field) => field.name);
  const draft = use_draft<Record<string, string>>("settings", { ...as_typed(clinic, names), reason: "" });
  const [problem, set_problem] = useState<Problem | null>(null);
  const [done, set_done] = useState(false);
  const send = async (event: Event): Promise<void> => {
    event.preventDefault();
    const { reason = "", ...typed } = draft.value;
    const body = { ...changed(typed, clinic, number_names(fields)), ...(reason.trim() === "" ? {} : { reason }) };
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
        {fields.map((field) => (
          <Field key={field.name} label={said.labels[field.name] ?? title_of(field.name)} required={field.required} type={is_number(field) ? "number" : "text"} {...of(field.name)}
            hint={said.labels[field.name] === undefined || field.choices ? field.meaning : undefined} choices={field.choices ?? undefined} names={name_of} />
        ))}
      </div>
      <Field label={words.patient.reason} {...of("reason")} />
      {problem && <ProblemNote problem={problem} />}
      <p class="draft-line" role="status">{done ? said.saved : draft_line(draft)}</p>
      <div class="actions">
        <button type="submit" class="main">{said.save}</button>
        {draft.state !== "untouched" && <button type="button" class="quiet" onClick={() => draft.discard()}>{words.draft.discard}</button>}
      </div>
    </form>
  );
}

async function read_settings(): Promise<Answer<{ clinic: Record<string, unknown>; kind: Kind }>> {
  const [clinic, kinds] = await Promise.all([read<Record<string, unknown>>("/clinic", ["name"]), read_kinds()]);
  if (!clinic.ok) return clinic;
  if (!kinds.ok) return kinds;
  return { ok: true, value: { clinic: clinic.value, kind: kind_of(kinds.value, "clinic") ?? { noun: "clinic", fields: [], parts: null } } };
}

export function SettingsPage() {
  use_title(said.title);
  const settings = use_loaded(read_settings, []);
  return (
    <>
      <h1>{said.title}</h1>
      <p class="measure soft">{said.lead}</p>
      <When loaded={settings}>{(value) => <Form {...value} again={settings.again} />}</When>
    </>
  );
}
