// A session is corrected on the form that recorded it: the map, the list, and the same fields.
import { useState } from "preact/hooks";
import type { Typed } from "../../record_body.ts";
import type { FormValue } from "../../record_form.ts";
import type { Kept, Kind } from "../../shapes.ts";
import { titleOf } from "../../words.ts";
import { t, word } from "../../../texts/texts.ts";
import { Field } from "../field.tsx";
import type { Typing } from "../observe/observation_props.ts";
import {
  ConsentFields,
  DeviceFields,
  FurtherFields,
  LotFields,
  NumbingFields,
  ResultFields,
  WhoFields,
  type SessionFieldsProps,
} from "./session_fields.tsx";
import { Plan } from "../visit/plan.tsx";

interface CorrectSessionProps {
  chartNumber: string;
  kinds: Kind[];
  stored: Kept;
  typing: Typing<FormValue>;
}

const areasIn = (rows: readonly Typed[]): Record<string, { depth: string; passes: string }> =>
  Object.fromEntries(
    rows.map((row) => [row.region ?? "", { depth: row.depth_mm ?? "", passes: row.passes ?? "" }] as const),
  );

export function CorrectSession({ chartNumber, kinds, stored, typing }: CorrectSessionProps) {
  const { value, set } = typing;
  const [region, pick] = useState("");
  const areas = areasIn(value.parts);
  const setField = (name: string, text: string): void =>
    set((now) => ({ ...now, fields: { ...now.fields, [name]: text } }));
  const setRows = (next: (rows: Typed[]) => Typed[]): void => set((now) => ({ ...now, parts: next(now.parts) }));
  const props: SessionFieldsProps = {
    chartNumber,
    kinds,
    draft: { fields: value.fields, areas, overrides: {} },
    last: stored,
    set: setField,
    error: () => undefined,
    isOver: true,
  };
  return (
    <div class="stack">
      <Field
        label={t("session.when")}
        type="datetime-local"
        required
        value={(value.fields.at ?? "").slice(0, 16)}
        set={(text) => setField("at", text)}
      />
      <Plan
        areas={areas}
        last={stored}
        isOver
        findings={[]}
        region={region}
        pick={(one) => {
          if (!(one in areas)) setRows((rows) => [...rows, { region: one, depth_mm: "", passes: "" }]);
          pick(one);
        }}
        leaveOut={(one) => {
          setRows((rows) => rows.filter((row) => row.region !== one));
          pick("");
        }}
        set={(one, name, text) =>
          setRows((rows) =>
            rows.map((row) =>
              row.region === one ? { ...row, [name === "depth" ? "depth_mm" : "passes"]: text } : row,
            ),
          )
        }
        error={() => undefined}
      />
      <LotFields {...props} />
      <NumbingFields {...props} />
      <DeviceFields {...props} />
      <WhoFields {...props} />
      <ConsentFields {...props} />
      <FurtherFields {...props} />
      <ResultFields {...props} />
      <Field
        label={word("records.fields", "course") ?? titleOf("course")}
        type="number"
        value={value.fields.course ?? ""}
        set={(text) => setField("course", text)}
      />
    </div>
  );
}
