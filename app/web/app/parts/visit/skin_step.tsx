// What is seen and asked before the session: one kind at a time, each optional, with what was there last time.
import { useState } from "preact/hooks";
import { numberText, unitText } from "../../format.ts";
import { kindOf } from "../../kinds.ts";
import { bandName, measureName } from "../../measure.ts";
import type { FormValue } from "../../record_form.ts";
import type { FieldKind, ScoreSeen } from "../../shapes.ts";
import { kindsIn, seenKinds, type SeenKind, type VisitDraft } from "../../visit_draft.ts";
import { nameOf } from "../../words.ts";
import { t, word } from "../../../texts/texts.ts";
import { AcneFields } from "../observe/acne_form.tsx";
import { Icon } from "../icon.tsx";
import { KindFields } from "../kind_fields.tsx";
import { MarksFields } from "../observe/marks_form.tsx";
import type { Typing } from "../observe/observation_props.ts";
import { ScarsFields } from "../observe/scars_form.tsx";
import { QuestionnaireFields } from "./questionnaire_fields.tsx";
import type { Chair } from "./read_visit.ts";

export interface SkinStepProps {
  chair: Chair;
  value: VisitDraft;
  set: (next: (now: VisitDraft) => VisitDraft) => void;
  what: SeenKind;
  choose: (what: SeenKind) => void;
  region: string;
  pick: (region: string) => void;
  wanted: readonly string[]; // regions that a rule wants to be looked at
  scores: readonly ScoreOfVisit[];
}

export type ScoreOfVisit = ScoreSeen & { record?: string };

function part<Name extends keyof VisitDraft>(
  value: VisitDraft,
  set: SkinStepProps["set"],
  name: Name,
): Typing<VisitDraft[Name]> {
  return { value: value[name], set: (next) => set((now) => ({ ...now, [name]: next(now[name]) })) };
}

function Scores({ scores }: { scores: readonly ScoreSeen[] }) {
  const [isOpen, setOpen] = useState(false);
  if (scores.length === 0) return null;
  const shown = isOpen ? scores : scores.slice(0, 3);
  return (
    <section class="visit-scores" aria-live="polite" aria-label={t("observe.scores")}>
      <dl>
        {shown.map((score) => {
          const code = score.region ? `${score.instrument}@${score.region}` : score.instrument;
          const band = bandName(typeof score.band === "string" ? score.band : (score.band?.name ?? ""));
          return (
            <div key={code}>
              <dt>{measureName({ instrument: code, name: score.name ?? nameOf(score.instrument) })}</dt>
              <dd>
                <strong class="figures">{numberText(score.value)}</strong>{" "}
                <small>
                  {unitText(score.unit ?? "")}
                  {band && `, ${nameOf(band)}`}
                </small>
              </dd>
            </div>
          );
        })}
      </dl>
      {scores.length > shown.length && (
        <button type="button" class="quiet" onClick={() => setOpen(true)}>
          {t("visit.skin.more_scores", { count: scores.length - shown.length })}
        </button>
      )}
    </section>
  );
}

const notTyped = new Set(["patient", "on", "session"]);

// A visit holds one reading of each day; more of them have their own page.
function Reading({ chair, typing }: { chair: Chair; typing: Typing<FormValue> }) {
  const fields: FieldKind[] = (kindOf(chair.kinds, "reading")?.fields ?? []).filter(({ name }) => !notTyped.has(name));
  return (
    <KindFields
      noun="reading"
      fields={fields}
      series={chair.progress.series}
      value={typing.value.fields}
      set={(next) => typing.set((now) => ({ ...now, fields: next(now.fields) }))}
    />
  );
}

export function SkinStep(step: SkinStepProps) {
  const { chair, value, set, what, choose } = step;
  const { lasts, kinds, progress } = chair;
  const typed = kindsIn(value);
  const common = { kinds, series: progress.series };
  return (
    <>
      <div class="step-head">
        <h2 tabIndex={-1}>{t(chair.recorded ? `visit.skin.tab.${what}` : `visit.skin.title.${what}`)}</h2>
        <div class="segments" role="group" aria-label={t("observe.what")}>
          {seenKinds.map((kind) => (
            <button key={kind} type="button" aria-pressed={kind === what} onClick={() => choose(kind)}>
              {typed.includes(kind) && <Icon name="done" />}
              {t(`visit.skin.tab.${kind}`)}
            </button>
          ))}
        </div>
      </div>
      {what === "acne" && (
        <>
          {lasts.acne !== null && !chair.recorded && <p class="soft">{t("visit.skin.nothing_copied")}</p>}
          <AcneFields
            {...common}
            typing={part(value, set, "acne")}
            last={lasts.acne}
            region={step.region}
            pick={step.pick}
            wanted={step.wanted}
          />
        </>
      )}
      {what === "scars" && <ScarsFields {...common} typing={part(value, set, "scars")} last={lasts.scars} />}
      {what === "pigmentation" && (
        <MarksFields {...common} typing={part(value, set, "marks")} last={lasts.pigmentation} />
      )}
      {what === "reading" && <Reading chair={chair} typing={part(value, set, "reading")} />}
      {what === "questionnaire" && <QuestionnaireFields kinds={kinds} typing={part(value, set, "questionnaire")} />}
      <Scores scores={step.scores.filter(({ record }) => record === undefined || record.startsWith(what))} />
      {typed.includes(what) && (
        <p class="soft small">{t("visit.skin.goes_in", { what: word("records.nouns", what) ?? what })}</p>
      )}
    </>
  );
}
