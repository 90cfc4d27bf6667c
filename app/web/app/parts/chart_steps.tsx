// What is done with a chart as a whole: merged into another, voided, erased by law.
import { useState } from "preact/hooks";
import { newKey, patientPath, read, submit, type Problem } from "../api.ts";
import { dayText } from "../format.ts";
import { useLoaded } from "../loading.ts";
import { messages } from "../messages.ts";
import { go } from "../router.ts";
import type { Erased, ErasurePlan } from "../shapes.ts";
import { may } from "../turn.ts";
import { Dialog } from "./dialog.tsx";
import { Field } from "./field.tsx";
import { MergePatient } from "./merge_patient.tsx";
import { When } from "./page_frame.tsx";
import { ProblemNote } from "./problem.tsx";

const texts = messages.chart;

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
      <p>{texts.voidText}</p>
      <Counts plan={plan} />
      <Field label={messages.patient.reason} required value={reason} set={setReason} />
      {problem && <ProblemNote problem={problem} />}
      <div class="actions">
        <button type="submit" class="main">
          {texts.voidIt}
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
          {texts.print}
        </button>
        <button
          type="button"
          onClick={() => {
            close();
            go("/patients");
          }}
        >
          {messages.close}
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
    setCertificate(answer.value.certificate ?? texts.erased);
  };
  if (certificate !== null) return <Certificate text={certificate} close={close} />;
  return (
    <form onSubmit={(event) => void send(event)}>
      <p>{texts.eraseText}</p>
      <Counts plan={plan} />
      <p>{texts.blanked(plan.entries, plan.drafts)}</p>
      {!plan.retention_is_over && (
        <>
          <p class="warn">{texts.tooEarly(plan.kept_until === null ? null : dayText(plan.kept_until))}</p>
          <Field label={texts.law} required value={law} set={setLaw} />
        </>
      )}
      <Field label={messages.patient.reason} required hint={texts.noName} value={reason} set={setReason} />
      <label class="tick">
        <input type="checkbox" required checked={isMeant} onChange={() => setMeant(!isMeant)} /> {texts.forGood}
      </label>
      {problem && <ProblemNote problem={problem} />}
      <div class="actions">
        <button type="submit" class="main">
          {texts.eraseIt}
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
    <Dialog title={texts.title[step](chartNumber)} close={close}>
      {step === "choose" ? (
        <div class="chart-steps">
          {steps.map(
            ([each, right]) =>
              may(right) && (
                <p key={each}>
                  <button type="button" onClick={() => setStep(each)}>
                    {texts.open[each]}
                  </button>{" "}
                  <small class="soft">{texts.about[each]}</small>
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
