// The clinic's own labels on a patient.
import { useState } from "preact/hooks";
import { patientPath, put, deleteResource, type Problem } from "../api.ts";
import { messages } from "../messages.ts";
import { may } from "../turn.ts";
import { Field } from "./field.tsx";
import { ProblemNote } from "./problem.tsx";

const texts = messages.patient;

interface TagsProps {
  chartNumber: string;
  tags: Record<string, string>;
  again: () => void;
}

export function Tags({ chartNumber, tags, again }: TagsProps) {
  const [adding, setAdding] = useState<{ key: string; value: string } | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const tagPath = (key: string): string => patientPath(chartNumber, `/tags/${encodeURIComponent(key)}`);
  const remove = async (key: string): Promise<void> => {
    const answer = await deleteResource(tagPath(key));
    setProblem(answer.ok ? null : answer.problem);
    if (answer.ok) again();
  };
  const add = async (event: Event): Promise<void> => {
    event.preventDefault();
    if (adding === null) return;
    const answer = await put(tagPath(adding.key), { value: adding.value });
    setProblem(answer.ok ? null : answer.problem);
    if (!answer.ok) return;
    setAdding(null);
    again();
  };
  return (
    <div class="tags">
      <ul class="chips" aria-label={texts.tags}>
        {Object.entries(tags).map(([key, value]) => (
          <li key={key} class="chip">
            <bdi>{key}</bdi>: <bdi>{value}</bdi>
            {may("write_observations") && (
              <button type="button" class="chip-off" aria-label={texts.tagRemove(key)} onClick={() => void remove(key)}>
                ×
              </button>
            )}
          </li>
        ))}
        {adding === null && may("write_observations") && (
          <li>
            <button type="button" class="quiet tag-add" onClick={() => setAdding({ key: "", value: "" })}>
              {texts.tagAdd}
            </button>
          </li>
        )}
      </ul>
      {problem && <ProblemNote problem={problem} />}
      {adding !== null && (
        <form class="inline" onSubmit={(event) => void add(event)}>
          <Field label={texts.tagKey} required value={adding.key} set={(key) => setAdding({ ...adding, key })} />
          <Field
            label={texts.tagValue}
            required
            value={adding.value}
            set={(value) => setAdding({ ...adding, value })}
          />
          <button type="submit">{texts.tagAdd}</button>
          <button type="button" class="quiet" onClick={() => setAdding(null)}>
            {messages.cancel}
          </button>
        </form>
      )}
    </div>
  );
}
