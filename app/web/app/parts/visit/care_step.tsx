// What is put on after the session, and what the patient takes home.
import { choicesOf } from "../../kinds.ts";
import type { Typed } from "../../record_body.ts";
import { hasSession, type VisitDraft } from "../../visit_draft.ts";
import { titleOf } from "../../words.ts";
import { t, word } from "../../../texts/texts.ts";
import { Field } from "../field.tsx";
import type { Chair } from "./read_visit.ts";

interface CareStepProps {
  chair: Chair;
  value: VisitDraft;
  set: (next: (now: VisitDraft) => VisitDraft) => void;
  error: (index: number) => string | undefined;
}

export function CareStep({ chair, value, set, error }: CareStepProps) {
  const { applications } = value;
  const change = (next: (now: Typed[]) => Typed[]): void =>
    set((now) => ({ ...now, applications: next(now.applications) }));
  const at = (index: number, name: string, text: string): void =>
    change((now) => now.map((row, each) => (each === index ? { ...row, [name]: text } : row)));
  return (
    <>
      <div class="step-head">
        <h2 tabIndex={-1}>{t("visit.steps.aftercare")}</h2>
      </div>
      <section class="visit-block">
        <h3>{t("visit.care.applied")}</h3>
        {applications.length === 0 && <p class="soft">{t("visit.care.applied_none")}</p>}
        {applications.map((row, index) => (
          <div key={index} class="fields">
            <Field
              label={word("records.fields", "active") ?? titleOf("active")}
              required
              choices={choicesOf(chair.kinds, "application", "active")}
              value={row.active ?? ""}
              set={(text) => at(index, "active", text)}
              error={error(index)}
            />
            <Field
              label={word("records.fields", "product") ?? titleOf("product")}
              value={row.product ?? ""}
              set={(text) => at(index, "product", text)}
            />
            <div class="actions">
              <button
                type="button"
                class="quiet"
                aria-label={t("visit.care.remove", { what: titleOf(row.active ?? "") })}
                onClick={() => change((now) => now.filter((_, each) => each !== index))}
              >
                {t("visit.plan.leave_out")}
              </button>
            </div>
          </div>
        ))}
        <button type="button" onClick={() => change((now) => [...now, { active: "", product: "" }])}>
          {t("visit.care.add")}
        </button>
      </section>
      <section class="visit-block">
        <h3>{t("visit.care.card")}</h3>
        <p>{hasSession(value) ? t("visit.care.card_hint") : t("visit.care.card_none")}</p>
      </section>
    </>
  );
}
