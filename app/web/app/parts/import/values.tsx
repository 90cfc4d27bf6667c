// Cells whose meaning is asked, each once; and those that were understood as another word.
import { valueKey } from "../../import_options.ts";
import { messages, titleOf } from "../../messages.ts";
import type { ImportProposal } from "../../shapes.ts";

const texts = messages.import;
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
      <h2>{texts.values}</h2>
      <div class={asked.length > 0 ? "fields" : "hidden"}>
        {asked.map((value) => {
          const key = valueKey(value);
          const id = `value-${key}`;
          return (
            <div key={key} class="field">
              <label for={id}>
                <bdi>{texts.valueLabel(label(value.field), value.cell)}</bdi>
              </label>
              <select
                id={id}
                aria-describedby={`${id}-rows`}
                value={answers[key] ?? open}
                onChange={({ currentTarget }) => set(value, currentTarget.value === open ? null : currentTarget.value)}
              >
                <option value={open}>{texts.notSaid}</option>
                {value.choices.map((choice) => (
                  <option key={choice} value={choice}>
                    {titleOf(choice)}
                  </option>
                ))}
                <option value="">{texts.leaveEmpty}</option>
              </select>
              <small id={`${id}-rows`}>{texts.inRows(value.rows)}</small>
            </div>
          );
        })}
      </div>
      {understood.length > 0 && (
        <ul class="soft">
          {understood.map((value) => (
            <li key={valueKey(value)}>
              {label(value.field)}: <bdi>{texts.readAs(value.cell, titleOf(value.as ?? ""), value.rows)}</bdi>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
