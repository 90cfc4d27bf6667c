// Makes two charts of one person one: shows what differs, and which value stays is chosen.
import { useState } from "preact/hooks";
import { newKey, patientPath, read, submit, type Problem } from "../api.ts";
import { titleOf, valueOf } from "../words.ts";
import { t } from "../../texts/texts.ts";
import { go, pageOf } from "../router.ts";
import type { Merging, Person } from "../shapes.ts";
import { Dialog } from "./dialog.tsx";
import { Field } from "./field.tsx";
import { ProblemNote } from "./problem.tsx";

interface DifferencesProps {
  plan: Merging;
  from: string;
  into: string;
  taken: ReadonlySet<string>;
  take: (field: string, isTaken: boolean) => void;
}

function Differences({ plan, from, into, taken, take }: DifferencesProps) {
  return (
    <>
      <p>{t("patient.merge.go_over", { records: plan.records, from, into })}</p>
      {plan.differences.length > 0 && <p>{t("patient.merge.choose")}</p>}
      {plan.differences.map((each) => (
        <fieldset key={each.field}>
          <legend>{titleOf(each.field)}</legend>
          {[
            { value: each.into, chart: into, isTaken: false },
            { value: each.from, chart: from, isTaken: true },
          ].map((side) => (
            <label key={side.chart} class="tick merge-side">
              <input
                type="radio"
                name={`merge-${each.field}`}
                checked={taken.has(each.field) === side.isTaken}
                onChange={() => take(each.field, side.isTaken)}
              />{" "}
              <bdi>{each.field === "status" ? valueOf(each.field, side.value) : side.value}</bdi>{" "}
              <small class="soft">{side.chart}</small>
            </label>
          ))}
        </fieldset>
      ))}
    </>
  );
}

export function MergePatient({ chartNumber, close }: { chartNumber: string; close: () => void }) {
  const [into, setInto] = useState("");
  const [plan, setPlan] = useState<{ into: string; merging: Merging } | null>(null);
  const [taken, setTaken] = useState<ReadonlySet<string>>(new Set());
  const [reason, setReason] = useState("");
  const [problem, setProblem] = useState<Problem | null>(null);
  const compare = async (): Promise<void> => {
    const answer = await read<Merging>(patientPath(chartNumber, "/merge"), ["differences"], { into: into.trim() });
    setProblem(answer.ok ? null : answer.problem);
    setTaken(new Set());
    setPlan(answer.ok ? { into: into.trim(), merging: answer.value } : null);
  };
  const merge = async (stays: string): Promise<void> => {
    const body = { into: stays, reason, take: [...taken] };
    const answer = await submit<Person>(patientPath(chartNumber, "/merge"), body, newKey());
    if (!answer.ok) return setProblem(answer.problem);
    close();
    go(pageOf(answer.value.chart));
  };
  const send = (event: Event): void => {
    event.preventDefault();
    void (plan?.into === into.trim() ? merge(plan.into) : compare());
  };
  const take = (field: string, isTaken: boolean): void => {
    const next = new Set(taken);
    if (isTaken) next.add(field);
    else next.delete(field);
    setTaken(next);
  };
  const isCompared = plan !== null && plan.into === into.trim();
  return (
    <Dialog title={t("patient.merge.title", { chart: chartNumber })} close={close}>
      <form onSubmit={send}>
        <p class="soft">{t("patient.merge.lead")}</p>
        <Field label={t("patient.merge.into")} required value={into} set={setInto} />
        {isCompared && (
          <>
            <Differences plan={plan.merging} from={chartNumber} into={plan.into} taken={taken} take={take} />
            <Field label={t("patient.reason")} required value={reason} set={setReason} />
          </>
        )}
        {problem && <ProblemNote problem={problem} />}
        <div class="actions">
          <button type="submit" class="main">
            {isCompared ? t("patient.merge.merge") : t("patient.merge.compare")}
          </button>
        </div>
      </form>
    </Dialog>
  );
}
