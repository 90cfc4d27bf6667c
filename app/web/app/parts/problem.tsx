// What went wrong, where, and what to do about it.
import { asksWho, type Problem } from "../api.ts";
import { faultOf, type Fault } from "../told.ts";
import { EmergencyButton } from "./access/emergency.tsx";
import { showFirstFault } from "./faults.tsx";
import { t } from "../../texts/texts.ts";

export function FaultLine({ label, what, english }: Fault) {
  return (
    <>
      {label && `${label}: `}
      <bdi>{what}</bdi>
      {english && (
        <>
          {" "}
          <bdi lang="en" dir="ltr">
            {english}
          </bdi>
        </>
      )}
    </>
  );
}

function QuestionNote({ problem, confirm }: { problem: Problem; confirm: () => void }) {
  const about = problem.questions.some((question) => question.code === "dependents") ? "rests_on" : "is_it_so";
  return (
    <div class="note note-bad" role="alert" ref={(note) => showFirstFault(problem, note)}>
      <p>
        <strong>{t(`frame.problem.${about}.title`)}</strong>
      </p>
      <ul>
        {problem.questions.map((question) => (
          <li key={question.reason}>
            <FaultLine {...faultOf(question, problem.status)} label="" />
          </li>
        ))}
      </ul>
      <p>{t(`frame.problem.${about}.remedy`)}</p>
      <button type="button" onClick={confirm}>
        {t(`frame.problem.${about}.confirm`)}
      </button>
    </div>
  );
}

const plain = (what: string, remedy: string): Fault => ({ label: "", what, remedy, english: "" });

// What is wrong as a whole, and of several things that something is.
export function problemFault(problem: Problem): Fault {
  const { status, errors } = problem;
  if (status === 0) return plain(t("frame.problem.unreachable"), t("frame.problem.unreachable_try"));
  if (asksWho(problem)) return plain(t("frame.problem.asks_who"), t("frame.problem.asks_who_try"));
  if (errors.length > 1) return faultOf({}, status);
  const [only = { id: problem.id, values: problem.values, detail: problem.detail, try: problem.remedy }] = errors;
  if (only.id === undefined && status === 403 && errors.length > 0)
    return plain(t("frame.problem.no_right"), t("frame.problem.no_right_try"));
  if (!only.id && (status === 401 || status === 403))
    return plain(t("frame.problem.locked"), t("frame.problem.locked_try"));
  return faultOf(only, status);
}

// In one line.
export function problemText(problem: Problem): string {
  const { what, remedy, english } = problemFault(problem);
  return [what, remedy, english].filter((text) => text !== "").join(" ");
}

interface NoteProps {
  problem: Problem;
  again?: () => void;
  confirm?: () => void; // what the server asks back is so
}

export function ProblemNote({ problem, again, confirm }: NoteProps) {
  if (problem.questions.length > 0 && confirm) return <QuestionNote problem={problem} confirm={confirm} />;
  const fault = problemFault(problem);
  return (
    <div class="note note-bad" role="alert" ref={(note) => showFirstFault(problem, note)}>
      <p>
        <strong>
          <FaultLine {...fault} />
        </strong>
      </p>
      {problem.errors.length > 1 && (
        <ul>
          {problem.errors.map((error) => {
            const each = faultOf(error, problem.status);
            return (
              <li key={error.field}>
                <FaultLine {...each} /> {each.remedy}
              </li>
            );
          })}
        </ul>
      )}
      {fault.remedy && <p>{fault.remedy}</p>}
      {problem.code === "unlogged" && <EmergencyButton done={again} />}
      {again && (
        <button type="button" onClick={again}>
          {t("frame.problem.again")}
        </button>
      )}
    </div>
  );
}
