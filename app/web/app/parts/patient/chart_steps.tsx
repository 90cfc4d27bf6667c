// What is done with a chart as a whole: merged into another, voided, erased by law.
import { useState } from "preact/hooks";
import { newKey, patientPath, read, submit, type Problem } from "../../api.ts";
import { dayText } from "../../format.ts";
import { useLoaded } from "../../loading.ts";
import { t, word } from "../../../texts/texts.ts";
import { go } from "../../router.ts";
import type { Erased, ErasurePlan } from "../../shapes.ts";
import { may } from "../../turn.ts";
import { Dialog } from "../dialog.tsx";
import { Field } from "../field.tsx";
import { MergePatient } from "../merge_patient.tsx";
import { When } from "../page_frame.tsx";
import { ProblemNote } from "../problem.tsx";

interface StepProps {
  chartNumber: string;
  close: () => void;
}

function Counts({ plan }: { plan: ErasurePlan }) {
  return (
    <ul>
      {plan.counts.map((each) => (
        <li key={each.what}>
          {each.what}: <span class="figures">{each.count}</span>
        </li>
      ))}
    </ul>
  );
}

function VoidPatient({ chartNumber, close, plan }: StepProps & { plan: ErasurePlan }) {
  const [reason, setReason] = useState("");
  const [problem, setProblem] = useState<Problem | null>(null);
  const send = async (event: Event): Promise<void> => {
    event.preventDefault();
    const answer = await submit(patientPath(chartNumber, "/void"), { reason }, newKey());
    if (!answer.ok) return setProblem(answer.problem);
    close();
    go("/patients");
  };
  return (
    <form onSubmit={(event) => void send(event)}>
      <p>{t("chart.void_text")}</p>
      <Counts plan={plan} />
      <Field label={t("patient.reason")} required value={reason} set={setReason} />
      {problem && <ProblemNote problem={problem} />}
      <div class="actions">
        <button type="submit" class="main">
          {t("chart.void_it")}
        </button>
      </div>
    </form>
  );
}

function Certificate({ text, close }: { text: string; close: () => void }) {
  return (
    <>
      <pre class="certificate">{text}</pre>
      <div class="actions no-print">
        <button type="button" class="main" onClick={() => print()}>
          {t("chart.print")}
        </button>
        <button
          type="button"
          onClick={() => {
            close();
            go("/patients");
          }}
        >
          {t("frame.close")}
        </button>
      </div>
    </>
  );
}

function ErasePatient({ chartNumber, close, plan }: StepProps & { plan: ErasurePlan }) {
  const [reason, setReason] = useState("");
  const [law, setLaw] = useState("");
  const [isMeant, setMeant] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [certificate, setCertificate] = useState<string | null>(null);
  const send = async (event: Event): Promise<void> => {
    event.preventDefault();
    const body = {
      reason,
      ...(law.trim() === "" ? {} : { legal_reason: law }),
      ...(isMeant ? { confirm: ["erase"] } : {}),
    };
    const answer = await submit<Erased>(patientPath(chartNumber, "/erase"), body, newKey());
    if (!answer.ok) return setProblem(answer.problem);
    setCertificate(answer.value.certificate ?? t("chart.erased"));
  };
  if (certificate !== null) return <Certificate text={certificate} close={close} />;
  return (
    <form onSubmit={(event) => void send(event)}>
      <p>{t("chart.erase_text")}</p>
      <Counts plan={plan} />
      <p>{t("chart.blanked", { entries: plan.entries, drafts: plan.drafts })}</p>
      {!plan.retention_is_over && (
        <>
          <p class="warn">
            {plan.kept_until === null
              ? t("chart.too_early_unknown")
              : t("chart.too_early", { until: dayText(plan.kept_until) })}
          </p>
          <Field label={t("chart.law")} required value={law} set={setLaw} />
        </>
      )}
      <Field label={t("patient.reason")} required hint={t("chart.no_name")} value={reason} set={setReason} />
      <label class="tick">
        <input type="checkbox" required checked={isMeant} onChange={() => setMeant(!isMeant)} /> {t("chart.for_good")}
      </label>
      {problem && <ProblemNote problem={problem} />}
      <div class="actions">
        <button type="submit" class="main">
          {t("chart.erase_it")}
        </button>
      </div>
    </form>
  );
}

type Step = "choose" | "merge" | "void" | "erase";
const steps = [
  ["merge", "void_others"],
  ["void", "void_own"],
  ["erase", "keep_book"],
] as const;

export function ChartSteps({ chartNumber, close }: StepProps) {
  const [step, setStep] = useState<Step>("choose");
  const plan = useLoaded(
    () => read<ErasurePlan>(patientPath(chartNumber, "/erasure"), ["counts", "retention_is_over"]),
    [chartNumber],
  );
  if (step === "merge") return <MergePatient chartNumber={chartNumber} close={close} />;
  return (
    <Dialog title={t(`chart.title.${step}`, { chart: chartNumber })} close={close}>
      {step === "choose" ? (
        <div class="chart-steps">
          {steps.map(
            ([each, right]) =>
              may(right) && (
                <p key={each}>
                  <button type="button" onClick={() => setStep(each)}>
                    {word("chart.open", each)}
                  </button>{" "}
                  <small class="soft">{word("chart.about", each)}</small>
                </p>
              ),
          )}
        </div>
      ) : (
        <When loaded={plan}>
          {(value) =>
            step === "void" ? (
              <VoidPatient chartNumber={chartNumber} close={close} plan={value} />
            ) : (
              <ErasePatient chartNumber={chartNumber} close={close} plan={value} />
            )
          }
        </When>
      )}
    </Dialog>
  );
}
