// What the ledger's rows are called: tables, columns, keys and actions as people read them. Pure.
import { capital, listText } from "./format.ts";
import { labelOf, nameOf, spoken, valueOf } from "./words.ts";
import { word } from "../texts/texts.ts";

const isWord = /^[a-z]+(_[a-z0-9]+)+$/; // of the records: left_cheek
const isItems = /^[a-z]\w*(=[^,=]*)?(,[a-z]\w*(=[^,=]*)?)*$/; // size=6,intensity=9

export const tableText = (table: string): string => capital(word("ledger.tables", table) ?? nameOf(table));

// Some columns are called alike and say something else in another table.
export const columnText = (table: string, column: string): string =>
  word("ledger.columns_of", `${table}_${column}`) ?? word("ledger.columns", column) ?? labelOf(column);

const itemText = (item: string): string => {
  const [name = "", value] = item.split("=");
  return value === undefined ? nameOf(name) : `${nameOf(name)} ${value}`;
};

// `choices` are the columns that hold a word of the records.
export function ledgerValue(column: string, value: string, choices: ReadonlySet<string>): string {
  if (column === "source") return spoken(value);
  if (isWord.test(value) || (choices.has(column) && /^[a-z]+$/.test(value))) return valueOf(column, value);
  return value.includes("=") && isItems.test(value) ? listText(value.split(",").map(itemText)) : value;
}

// "session_id 3, region left_cheek"
export const keyText = (table: string, key: string, choices: ReadonlySet<string>): string =>
  listText(
    key.split(", ").map((part) => {
      const [, column = part, value = ""] = /^(\w+) (.*)$/.exec(part) ?? [];
      return `${columnText(table, column)} ${ledgerValue(column, value, choices)}`.trim();
    }),
  );

// "acne record" → "Active acne: record"; what no command of the program says stays as it is.
export function actionText(action: string): string {
  const [noun = "", verb = "", ...rest] = action.split(" ");
  const kind = word("records.nouns", noun.replace("-", "_"));
  const act = word("ledger.verbs", verb);
  if (kind !== undefined && act !== undefined) return [`${capital(kind)}: ${act}`, ...rest].join(" ");
  const single = word("ledger.acts", noun);
  return single === undefined ? action : [capital(single), verb, ...rest].join(" ").trim();
}
