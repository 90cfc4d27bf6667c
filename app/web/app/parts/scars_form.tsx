// Scars: a grade, and counts by type, with what was there last time.
import { use_draft } from "../drafts.ts";
import { day_text } from "../format.ts";
import { kind_of } from "../kinds.ts";
import { title_of, words } from "../messages.ts";
import { number_or_text, type Typed } from "../record_body.ts";
import { ChoiceRow } from "./choice_row.tsx";
import { Field } from "./field.tsx";
import { ObservationForm } from "./observation_form.tsx";
import type { FormProps } from "./observation_props.ts";
import { RaterField } from "./rater_field.tsx";

const said = words.observe;
const questions = ["contour", "visible_at_50cm", "coverable", "flattens"];

interface ScarsDraft {
  on: string;
  grade: string;
  answers: Typed; // contour … by "yes" or "no"
  counts: Typed; // by type
  rest?: boolean; // types that are not counted were looked for, and there are none
  rater?: string;
  note: string;
}

function scars_body(draft: ScarsDraft): Record<string, unknown> {
  const answers = Object.entries(draft.answers).filter(([, answer]) => answer !== "");
  const counts = Object.entries(draft.counts).filter(([, amount]) => amount.trim() !== "");
  return {
    on: draft.on,
    ...(draft.grade === "" ? {} : { goodman_baron_grade: Number(draft.grade) }),
    ...(answers.length === 0 ? {} : { goodman_baron: Object.fromEntries(answers.map(([name, answer]) => [name, answer === "yes"])) }),
    ...(draft.rest ? { rest: "none" } : {}),
    ...((draft.rater ?? "").trim() === "" ? {} : { rater: draft.rater }),
    ...(draft.note.trim() === "" ? {} : { note: draft.note }),
    counts: counts.map(([type, amount]) => ({ type, amount: number_or_text(amount) })),
  };
}

const is_empty = (draft: ScarsDraft): boolean =>
  !draft.rest && draft.grade === "" && [...Object.values(draft.answers), ...Object.values(draft.counts)].every((text) => text.trim() === "");

export function ScarsForm({ chart, today, last, series, kinds }: FormProps) {
  const draft = use_draft<ScarsDraft>(`scars.${chart}`, { on: today, grade: "", answers: {}, counts: {}, rest: false, rater: "", note: "" });
  const { value } = draft;
  const types = kind_of(kinds, "scars")?.parts?.fields.find((field) => field.name === "type")?.choices ?? [];
  const rows = last !== null && Array.isArray(last.counts) ? (last.counts as { type: string; amount: number }[]) : [];
  const yes_no = [{ value: "yes", label: words.yes }, { value: "no", label: words.no }];
  return (
    <ObservationForm chart={chart} noun="scars" draft={draft} body={scars_body(value)} empty={is_empty(value)} series={series}>
      <p class="soft">{said.scars_hint}</p>
      <Field label={said.on} type="date" required value={value.on.slice(0, 10)} set={(on) => draft.set((now) => ({ ...now, on }))} />
      <ChoiceRow legend={words.fields.goodman_baron_grade ?? ""} value={value.grade} set={(grade) => draft.set((now) => ({ ...now, grade }))}
        hint={typeof last?.goodman_baron_grade === "number" ? said.was(String(last.goodman_baron_grade), day_text(String(last.on))) : undefined}
        choices={["0", "1", "2", "3", "4"].map((grade) => ({ value: grade, label: grade }))} />
      <details>
        <summary>{said.grade_help}</summary>
        {questions.map((name) => (
          <ChoiceRow key={name} legend={title_of(name)} choices={yes_no} value={value.answers[name] ?? ""}
            set={(answer) => draft.set((now) => ({ ...now, answers: { ...now.answers, [name]: answer } }))} />
        ))}
      </details>
      <div class="fields fields-small">
        {types.map((type) => {
          const was = rows.find((row) => row.type === type);
          return (
            <Field key={type} label={title_of(type)} type="number" value={value.counts[type] ?? ""} hint={was ? said.was_short(String(was.amount)) : undefined}
              set={(amount) => draft.set((now) => ({ ...now, counts: { ...now.counts, [type]: amount } }))} />
          );
        })}
      </div>
      <div class="stack-tight">
        <label class="tick"><input type="checkbox" checked={value.rest ?? false} onChange={() => draft.set((now) => ({ ...now, rest: !now.rest }))} /> {said.scars_rest}</label>
        <p class="soft small">{said.scars_rest_hint}</p>
      </div>
      <div class="fields"><RaterField series={series} value={value.rater ?? ""} set={(rater) => draft.set((now) => ({ ...now, rater }))} /></div>
      <Field label={words.fields.note ?? ""} long value={value.note} set={(note) => draft.set((now) => ({ ...now, note }))} />
    </ObservationForm>
  );
}
