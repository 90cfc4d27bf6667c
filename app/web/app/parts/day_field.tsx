// The day of an observation.
import type { Draft } from "../drafts.ts";
import { t } from "../../texts/texts.ts";
import { Field } from "./field.tsx";

export function DayField<T extends { on: string }>({ draft }: { draft: Draft<T> }) {
  return (
    <Field
      label={t("observe.on")}
      name="on"
      type="date"
      required
      value={draft.value.on.slice(0, 10)}
      set={(on) => draft.set((now) => ({ ...now, on }))}
    />
  );
}
