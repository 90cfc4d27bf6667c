// Which column of the file is what, in words, with what stands in it.
import { listText } from "../../format.ts";
import type { FieldChoice } from "../../import_options.ts";
import { t } from "../../../texts/texts.ts";
import type { ImportProposal } from "../../shapes.ts";
type Column = ImportProposal["mapping"][number];

interface ImportColumnsProps {
  columns: readonly Column[];
  choices: readonly FieldChoice[];
  label: (field: string) => string;
  set: (place: string, field: string) => void;
}

export function ImportColumns({ columns, choices, label, set }: ImportColumnsProps) {
  // forehead.papules, iga@4w: not in the list, and found by a header.
  const strange = columns.flatMap(({ field }) =>
    field !== null && !choices.some(({ name }) => name === field) ? [field] : [],
  );
  return (
    <div class="import-columns">
      {columns.map((column) => {
        const header = column.header === "" ? t("import.no_header", { column: column.column }) : column.header;
        const id = `column-${column.column}`;
        return (
          <div key={column.column} class={column.field === null ? "field import-left" : "field"}>
            <label for={id}>
              <bdi>{header}</bdi>
            </label>
            <select
              id={id}
              aria-describedby={`${id}-samples`}
              value={column.field ?? ""}
              onChange={(event) => set(column.place, event.currentTarget.value)}
            >
              <option value="">{t("import.leave_out")}</option>
              {choices.map((choice) => (
                <option key={choice.name} value={choice.name}>
                  {choice.label}
                </option>
              ))}
              {strange.map((name) => (
                <option key={name} value={name}>
                  {label(name)}
                </option>
              ))}
            </select>
            <small id={`${id}-samples`}>
              {column.samples.map((sample, index) => (
                <span key={sample}>
                  {index > 0 && " · "}
                  <bdi>{sample}</bdi>
                </span>
              ))}
              {column.field === null && column.could_be.length > 0 && (
                <span class="import-could">
                  {" "}
                  {t("import.could_be", { names: listText(column.could_be.map(label)) })}
                </span>
              )}
            </small>
          </div>
        );
      })}
    </div>
  );
}
