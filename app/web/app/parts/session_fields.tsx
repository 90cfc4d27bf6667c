// How the session is done: what changes from visit to visit is seen at once, the rest is folded away, prefilled.
import { choices_of, is_number, kind_of } from "../kinds.ts";
import { title_of, words } from "../messages.ts";
import type { Kept, Kind } from "../shapes.ts";
import type { SessionDraft } from "../session_draft.ts";
import { AnaestheticTimer } from "./anaesthetic_timer.tsx";
import { ChoiceRow } from "./choice_row.tsx";
import { Field } from "./field.tsx";

const said = words.session;
const first = ["operator", "model", "lot", "lot_expiry", "anaesthetic", "anaesthetic_percent", "anaesthetic_grams", "anaesthetic_area_cm2", "anaesthetic_min"];
const energy = ["energy_mj", "power_w", "pulse_ms", "frequency_mhz"];
const shown_elsewhere = new Set(["at", "course", "device", "endpoint", "pain", "note", ...first, ...energy]);

interface SessionFieldsProps {
  chart: string;
  kinds: Kind[];
  draft: SessionDraft;
  last: Kept | null;
  set: (name: string, text: string) => void;
  error: (name: string) => string | undefined;
}

export function SessionFields({ chart, kinds, draft, last, set, error }: SessionFieldsProps) {
  const fields = kind_of(kinds, "session")?.fields ?? [];
  const of = (name: string) => {
    const field = fields.find((one) => one.name === name);
    const numeric = field !== undefined && is_number(field);
    return {
      label: words.fields[name] ?? title_of(name),
      value: draft.fields[name] ?? "",
      set: (text: string): void => set(name, text),
      type: name === "lot_expiry" ? "date" : numeric ? "number" : "text",
      choices: field?.choices ?? undefined,
      low: field?.low ?? null,
      high: field?.high ?? null,
      error: error(name),
    };
  };
  const choices = (name: string) => choices_of(kinds, "session", name).map((value) => ({ value, label: title_of(value) }));
  const radiofrequency = (draft.fields.device ?? "").startsWith("rf_");
  const was = (name: string): string | undefined =>
    last?.[name] === null || last?.[name] === undefined ? undefined : said.was(title_of(String(last[name])));
  return (
    <>
      <section>
        <h2>{said.how}</h2>
        <ChoiceRow legend={said.device} choices={choices("device")} value={draft.fields.device ?? ""} set={(text) => set("device", text)} />
        {error("device") && <p class="bad small">{error("device")}</p>}
        {radiofrequency && <div class="fields">{energy.map((name) => <Field key={name} {...of(name)} />)}</div>}
        <div class="fields">{first.map((name) => <Field key={name} {...of(name)} />)}</div>
        <AnaestheticTimer chart={chart} take={(minutes) => set("anaesthetic_min", String(minutes))} />
        <details>
          <summary>{said.traceability}</summary>
          <div class="fields">{fields.filter((one) => !shown_elsewhere.has(one.name)).map((one) => <Field key={one.name} {...of(one.name)} />)}</div>
        </details>
      </section>
      <section>
        <h2>{said.result}</h2>
        <ChoiceRow legend={words.fields.endpoint ?? ""} hint={was("endpoint")} choices={choices("endpoint")} value={draft.fields.endpoint ?? ""} set={(text) => set("endpoint", text)} />
        <ChoiceRow legend={words.fields.pain ?? ""} hint={was("pain")} choices={Array.from({ length: 11 }, (_, n) => ({ value: String(n), label: String(n) }))}
          value={draft.fields.pain ?? ""} set={(text) => set("pain", text)} />
        <Field {...of("note")} long />
      </section>
    </>
  );
}
