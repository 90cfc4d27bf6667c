// The clinic's own labels on a patient.
import { useState } from "preact/hooks";
import { patient_path, put, take_away, type Problem } from "../api.ts";
import { words } from "../messages.ts";
import { Field } from "./field.tsx";
import { ProblemNote } from "./problem.tsx";

const said = words.patient;

interface TagsProps {
  chart: string;
  tags: Record<string, string>;
  again: () => void;
}

export function Tags({ chart, tags, again }: TagsProps) {
  const [adding, set_adding] = useState<{ key: string; value: string } | null>(null);
  const [problem, set_problem] = useState<Problem | null>(null);
  const tag_path = (key: string): string => patient_path(chart, `/tags/${encodeURIComponent(key)}`);
  const remove = async (key: string): Promise<void> => {
    const answer = await take_away(tag_path(key));
    set_problem(answer.ok ? null : answer.problem);
    if (answer.ok) again();
  };
  const add = async (event: Event): Promise<void> => {
    event.preventDefault();
    if (adding === null) return;
    const answer = await put(tag_path(adding.key), { value: adding.value });
    set_problem(answer.ok ? null : answer.problem);
    if (!answer.ok) return;
    set_adding(null);
    again();
  };
  return (
    <div class="tags">
      <ul class="chips" aria-label={said.tags}>
        {Object.entries(tags).map(([key, value]) => (
          <li key={key} class="chip">
            <bdi>{key}</bdi>: <bdi>{value}</bdi>
            <button type="button" class="chip-off" aria-label={said.tag_remove(key)} onClick={() => void remove(key)}>×</button>
          </li>
        ))}
        {adding === null && (
          <li><button type="button" class="quiet tag-add" onClick={() => set_adding({ key: "", value: "" })}>{said.tag_add}</button></li>
        )}
      </ul>
      {problem && <ProblemNote problem={problem} />}
      {adding !== null && (
        <form class="inline" onSubmit={(event) => void add(event)}>
          <Field label={said.tag_key} required value={adding.key} set={(key) => set_adding({ ...adding, key })} />
          <Field label={said.tag_value} required value={adding.value} set={(value) => set_adding({ ...adding, value })} />
          <button type="submit">{said.tag_add}</button>
          <button type="button" class="quiet" onClick={() => set_adding(null)}>{words.cancel}</button>
        </form>
      )}
    </div>
  );
}
