// Cells whose meaning is asked, each once; and those that were understood as another word.
import { valueKey } from "../../import_options.ts";
import { capital } from "../../format.ts";
import { valueOf } from "../../words.ts";
import { t } from "../../../texts/texts.ts";
import type { ImportProposal } from "../../shapes.ts";
type Value = ImportProposal["values"][number];

interface ImportValuesProps {
  asked: readonly Value[];
  understood: readonly Value[];
  answers: Readonly<Record<string, string>>;
  label: (field: string) => string;
  set: (value: Value, word: string | null) => void;
}

const open = "?";

export function ImportValues({ asked, understood, answers, label, set }: ImportValuesProps) {
  return (
    <section>
      <h2>{t("import.values")}</h2>
      <div class={asked.length > 0 ? "fields" : "hidden"}>
        {asked.map((value) => {
          const key = valueKey(value);
          const id = `value-${key}`;
          return (
            <div key={key} class="field">
              <label for={id}>
                <bdi>{t("import.value_label", { field: label(value.field), cell: value.cell })}</bdi>
              </label>
              <select
                id={id}
                aria-describedby={`${id}-rows`}
                value={answers[key] ?? open}
                onChange={({ currentTarget }) => set(value, currentTarget.value === open ? null : currentTarget.value)}
              >
                <option value={open}>{t("import.not_said")}</option>
                {value.choices.map((choice) => (
                  <option key={choice} value={choice}>
                    {capital(valueOf(value.field, choice))}
                  </option>
                ))}
                <option value="">{t("import.leave_empty")}</option>
              </select>
              <small id={`${id}-rows`}>{t("import.in_rows", { count: value.rows })}</small>
            </div>
          );
        })}
      </div>
      {understood.length > 0 && (
        <ul class="soft">
          {understood.map((value) => (
            <li key={valueKey(value)}>
              {label(value.field)}:{" "}
              <bdi>
                {t("import.read_as", {
                  cell: value.cell,
                  as: capital(valueOf(value.field, value.as ?? "")),
                  rows: value.rows,
                })}
              </bdi>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
