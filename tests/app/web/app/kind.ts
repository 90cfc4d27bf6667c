// Fields of made-up kinds of record.
import type { FieldKind } from "../../../../app/web/app/shapes.ts";

export const field = (name: string, kind: FieldKind["kind"], prefill: FieldKind["prefill"] = "nothing"): FieldKind => ({
  name,
  meaning: "",
  required: false,
  kind,
  choices: null,
  low: null,
  high: null,
  prefill,
  fields: null,
});
