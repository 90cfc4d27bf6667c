// The rows of a record (the areas of a session, the regions of an acne status) as a small table to edit.
import { labelOf, titleOf } from "../words.ts";
import { t } from "../../texts/texts.ts";
import type { Typed } from "../record_body.ts";
import type { FieldKind } from "../shapes.ts";

interface PartRowsProps {
  fields: readonly FieldKind[];
  rows: readonly Typed[];
  set: (rows: Typed[]) => void;
}

export function PartRows({ fields, rows, set }: PartRowsProps) {
  const change = (index: number, name: string, text: string): void =>
    set(rows.map((row, at) => (at === index ? { ...row, [name]: text } : row)));
  const label = (field: FieldKind): string => labelOf(field.name);
  return (
    <div class="scroll" role="region" aria-label={t("frame.part_rows")} tabIndex={0}>
      <table class="part-rows">
        <thead>
          <tr>
            {fields.map((field) => (
              <th key={field.name} scope="col">
                {label(field)}
              </th>
            ))}
            <td />
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            <tr key={index}>
              {fields.map((field) => (
                <td key={field.name}>
                  {field.choices ? (
                    <select
                      aria-label={`${label(field)} ${index + 1}`}
                      value={row[field.name] ?? ""}
                      onChange={(event) => change(index, field.name, event.currentTarget.value)}
                    >
                      <option value="">{t("frame.choose")}</option>
                      {field.choices.map((choice) => (
                        <option key={choice} value={choice}>
                          {titleOf(choice)}
                        </option>
                      ))}
                    </select>
                  ) : (
                    <input
                      aria-label={`${label(field)} ${index + 1}`}
                      inputMode="decimal"
                      value={row[field.name] ?? ""}
                      onInput={(event) => change(index, field.name, event.currentTarget.value)}
                    />
                  )}
                </td>
              ))}
              <td>
                <button
                  type="button"
                  class="quiet"
                  aria-label={t("frame.remove_row", { row: index + 1 })}
                  onClick={() => set(rows.filter((_, at) => at !== index))}
                >
                  ×
                </button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <button type="button" class="quiet" onClick={() => set([...rows, {}])}>
        {t("frame.add_row")}
      </button>
    </div>
  );
}
