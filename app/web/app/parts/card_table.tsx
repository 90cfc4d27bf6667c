// A table whose rows are cards on a telephone: each cell says there what its column is, and an empty one is left out.
import type { ComponentChildren } from "preact";
import type { PlainId } from "../../texts/ids.ts";
import { t } from "../../texts/texts.ts";

export interface CardColumn<Row> {
  head: PlainId;
  cell: (row: Row) => ComponentChildren; // null: nothing to say
}

interface CardCellsProps<Row> {
  columns: readonly CardColumn<Row>[];
  row: Row;
}

export function CardCells<Row>({ columns, row }: CardCellsProps<Row>) {
  return (
    <>
      {columns.map(({ head, cell }) => {
        const content = cell(row);
        return content === null ? (
          <td key={head} class="card-empty">
            –
          </td>
        ) : (
          <td key={head} data-label={t(head)}>
            <div>{content}</div>
          </td>
        );
      })}
    </>
  );
}

interface CardHeadProps<Row> {
  first: string;
  columns: readonly CardColumn<Row>[];
  acts?: boolean; // a last column holds what can be done with a row
}

export function CardHead<Row>({ first, columns, acts = false }: CardHeadProps<Row>) {
  return (
    <thead>
      <tr>
        <th scope="col">{first}</th>
        {columns.map(({ head }) => (
          <th key={head} scope="col">
            {t(head)}
          </th>
        ))}
        {acts && (
          <th scope="col">
            <span class="hidden">{t("frame.actions")}</span>
          </th>
        )}
      </tr>
    </thead>
  );
}
