// The clinic's own labels on a patient.
import { useState } from "preact/hooks";
import { patientPath, put, deleteResource, type Problem } from "../../api.ts";
import { t } from "../../../texts/texts.ts";
import { may } from "../../turn.ts";
import { Field } from "../field.tsx";
import { ProblemNote } from "../problem.tsx";

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
      <ul class="chips" aria-label={t("patient.tags")}>
        {Object.entries(tags).map(([key, value]) => (
          <li key={key} class="chip">
            <bdi>{key}</bdi>: <bdi>{value}</bdi>
            {may("write_observations") && (
              <button
                type="button"
                class="chip-off"
                aria-label={t("patient.tag_remove", { key })}
                onClick={() => void remove(key)}
              >
                ×
              </button>
            )}
          </li>
        ))}
        {adding === null && may("write_observations") && (
          <li>
            <button type="button" class="quiet tag-add" onClick={() => setAdding({ key: "", value: "" })}>
              {t("patient.tag_add")}
            </button>
          </li>
        )}
      </ul>
      {problem && <ProblemNote problem={problem} />}
      {adding !== null && (
        <form class="inline" onSubmit={(event) => void add(event)}>
          <Field
            label={t("patient.tag_key")}
            required
            value={adding.key}
            set={(key) => setAdding({ ...adding, key })}
          />
          <Field
            label={t("patient.tag_value")}
            required
            value={adding.value}
            set={(value) => setAdding({ ...adding, value })}
          />
          <button type="submit">{t("patient.tag_add")}</button>
          <button type="button" class="quiet" onClick={() => setAdding(null)}>
            {t("frame.cancel")}
          </button>
        </form>
      )}
    </div>
  );
}
