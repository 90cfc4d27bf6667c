// What a form of any kind of record holds: its fields, and the rows of its parts.
import type { Draft } from "../drafts.ts";
import { partFields, type FormValue } from "../record_form.ts";
import type { KnownChoices } from "../known_choices.ts";
import type { FieldKind, Kind, Series } from "../shapes.ts";
import { KindFields } from "./kind_fields.tsx";
import { PartRows } from "./part_rows.tsx";

interface RecordFieldsProps {
  kind: Kind;
  fields: readonly FieldKind[]; // of the kind, those that can be typed here
  draft: Draft<FormValue>;
  series?: readonly Series[]; // of the patient, whose raters are offered
  known?: KnownChoices; // what a field that names another record can name
}

export function RecordFields({ kind, fields, draft, series = [], known = {} }: RecordFieldsProps) {
  return (
    <>
      <KindFields
        noun={kind.noun}
        series={series}
        known={known}
        fields={fields}
        value={draft.value.fields}
        set={(next) => draft.set((now) => ({ ...now, fields: next(now.fields) }))}
      />
      {kind.parts && (
        <PartRows
          fields={partFields(kind)}
          rows={draft.value.parts}
          set={(parts) => draft.set((now) => ({ ...now, parts }))}
        />
      )}
    </>
  );
}
