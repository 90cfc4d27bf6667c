// What a correction changes: each field with what was and what is to be. Pure.
import { fromRecord, partFields, type FormValue } from "./record_form.ts";
import type { Typed } from "./record_body.ts";
import type { Kept, Kind } from "./shapes.ts";

export interface Changed {
  name: string; // of the field, or of the row: "chin: depth_mm"
  was: string;
  is: string;
}

const rowNames = ["region", "type"];
const rowName = (row: Typed): string => row.region ?? row.type ?? "";

// The fields and the rows that differ; a row is known by its region or type.
export function changedIn(kind: Kind, value: FormValue, stored: Kept): Changed[] {
  const old = fromRecord(kind, stored);
  const fields = kind.fields.flatMap(({ name }) => {
    const [was, is] = [old.fields[name] ?? "", value.fields[name] ?? ""];
    return was === is ? [] : [{ name, was, is }];
  });
  const names = [...new Set([...old.parts, ...value.parts].map(rowName))];
  const rows = names.flatMap((row) => {
    const [was, is] = [old.parts, value.parts].map((rowsOf) => rowsOf.find((one) => rowName(one) === row));
    return partFields(kind).flatMap(({ name }) => {
      const [before, after] = [was?.[name] ?? "", is?.[name] ?? ""];
      return before === after || rowNames.includes(name) ? [] : [{ name: `${row}: ${name}`, was: before, is: after }];
    });
  });
  return [...fields, ...rows];
}
