// How the session is done: what changes from visit to visit is seen at once, the rest is folded away, prefilled.
import { choicesOf, isNumber, kindOf } from "../kinds.ts";
import { labelOf, titleOf } from "../words.ts";
import { t } from "../../texts/texts.ts";
import { textOf } from "../record_body.ts";
import type { Kept, Kind } from "../shapes.ts";
import type { SessionDraft } from "../session_draft.ts";
import { AnaestheticTimer } from "./anaesthetic_timer.tsx";
import { ChoiceRow } from "./choice_row.tsx";
import { Field } from "./field.tsx";
const first = [
  "operator",
  "model",
  "lot",
  "lot_expiry",
  "anaesthetic",
  "anaesthetic_percent",
  "anaesthetic_grams",
  "anaesthetic_area_cm2",
  "anaesthetic_min",
];
const energy = ["energy_mj", "power_w", "pulse_ms", "frequency_mhz"];
const shownElsewhere = new Set(["at", "course", "device", "endpoint", "pain", "note", ...first, ...energy]);

interface SessionFieldsProps {
  chartNumber: string;
  kinds: Kind[];
  draft: SessionDraft;
  last: Kept | null;
  set: (name: string, text: string) => void;
  error: (name: string) => string | undefined;
}

export function SessionFields({ chartNumber, kinds, draft, last, set, error }: SessionFieldsProps) {
  const fields = kindOf(kinds, "session")?.fields ?? [];
  const of = (name: string) => {
    const field = fields.find((one) => one.name === name);
    const numeric = field !== undefined && isNumber(field);
    return {
      label: labelOf(name),
      value: draft.fields[name] ?? "",
      set: (text: string): void => set(name, text),
      type: name === "lot_expiry" ? "date" : numeric ? "number" : "text",
      choices: field?.choices ?? undefined,
      low: field?.low ?? null,
      high: field?.high ?? null,
      error: error(name),
    };
  };
  const choices = (name: string) =>
    choicesOf(kinds, "session", name).map((value) => ({ value, label: titleOf(value) }));
  const radiofrequency = (draft.fields.device ?? "").startsWith("rf_");
  const was = (name: string): string | undefined =>
    last?.[name] === null || last?.[name] === undefined
      ? undefined
      : t("session.was", { text: titleOf(textOf(last[name])) });
  return (
    <>
      <section>
        <h2>{t("session.how")}</h2>
        <ChoiceRow
          legend={t("session.device")}
          choices={choices("device")}
          value={draft.fields.device ?? ""}
          set={(text) => set("device", text)}
        />
        {error("device") && <p class="bad small">{error("device")}</p>}
        {radiofrequency && (
          <div class="fields">
            {energy.map((name) => (
              <Field key={name} {...of(name)} />
            ))}
          </div>
        )}
        <div class="fields">
          {first.map((name) => (
            <Field key={name} {...of(name)} />
          ))}
        </div>
        <AnaestheticTimer chartNumber={chartNumber} take={(minutes) => set("anaesthetic_min", String(minutes))} />
        <details>
          <summary>{t("session.traceability")}</summary>
          <div class="fields">
            {fields
              .filter((one) => !shownElsewhere.has(one.name))
              .map((one) => (
                <Field key={one.name} {...of(one.name)} />
              ))}
          </div>
        </details>
      </section>
      <section>
        <h2>{t("session.result")}</h2>
        <ChoiceRow
          legend={t("records.fields.endpoint") ?? ""}
          hint={was("endpoint")}
          choices={choices("endpoint")}
          value={draft.fields.endpoint ?? ""}
          set={(text) => set("endpoint", text)}
        />
        <ChoiceRow
          legend={t("records.fields.pain") ?? ""}
          hint={was("pain")}
          choices={Array.from({ length: 11 }, (_, n) => ({ value: String(n), label: String(n) }))}
          value={draft.fields.pain ?? ""}
          set={(text) => set("pain", text)}
        />
        <Field {...of("note")} long />
      </section>
    </>
  );
}
