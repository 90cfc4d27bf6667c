// Where a problem of an import stands, as a page says it. Pure.
import { t } from "../texts/texts.ts";

// Of 'clinic.csv:3: column 2 "at"', 'clinic.csv: column 2' and 'clinic.xlsx: sheet "2026"'; of an option of the command
// line nothing, of the file as a whole its name.
export function whereText(where: string): string {
  if (where.startsWith("--")) return "";
  const [, line] = /:(\d+)(?:: |$)/.exec(where) ?? [];
  const [, number = "", header] = /: column (\d+)(?: "(.*)")?$/.exec(where) ?? [];
  const [, sheet] = /: sheet "(.*)"(?::|$)/.exec(where) ?? [];
  const column = header === undefined || header === "" ? number : header;
  if (line !== undefined) return column === "" ? t("import.where_line", { line }) : t("import.where", { line, column });
  if (column !== "") return t("import.where_column", { column });
  return sheet === undefined ? where : t("import.where_sheet", { sheet });
}
