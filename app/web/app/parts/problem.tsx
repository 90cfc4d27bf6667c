// What went wrong, where, and what to do about it.
import { asksWho, type Problem } from "../api.ts";
import { EmergencyButton } from "./access/emergency.tsx";
import { memberText, spoken } from "../words.ts";
import { t } from "../../texts/texts.ts";

function QuestionNote({ problem, confirm }: { problem: Problem; confirm: () => void }) {
  const about = problem.questions.some((question) => question.code === "dependents") ? "rests_on" : "is_it_so";
  return (
    <div class="note note-bad" role="alert">
      <p>
        <strong>{t(`frame.problem.${about}.title`)}</strong>
      </p>
      <ul>
        {problem.questions.map((question) => (
          <li key={question.reason}>
            <bdi>{question.reason}</bdi>
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

// Of a person who is signed in; a book without accounts knows only whether the browser was let in.
const lacksRight = (problem: Problem): boolean => problem.status === 403 && problem.errors.length > 0;

export function problemText(problem: Problem): { title: string; remedy: string } {
  if (problem.status === 0)
    return { title: t("frame.problem.unreachable"), remedy: t("frame.problem.unreachable_try") };
  if (asksWho(problem)) return { title: t("frame.problem.asks_who"), remedy: t("frame.problem.asks_who_try") };
  if (lacksRight(problem))
    return {
      title: spoken(problem.detail) || t("frame.problem.no_right"),
      remedy: spoken(problem.remedy) || t("frame.problem.no_right_try"),
    };
  if (problem.status === 401 || problem.status === 403)
    return { title: t("frame.problem.locked"), remedy: t("frame.problem.locked_try") };
  return {
    title: spoken(problem.detail || problem.title) || t("frame.problem.unclear"),
    remedy: spoken(problem.remedy),
  };
}

interface NoteProps {
  problem: Problem;
  again?: () => void;
  confirm?: () => void; // what the server asks back is so
}

export function ProblemNote({ problem, again, confirm }: NoteProps) {
  if (problem.questions.length > 0 && confirm) return <QuestionNote problem={problem} confirm={confirm} />;
  const { title, remedy } = problemText(problem);
  const [only, ...others] = problem.errors;
  const isSaid = others.length === 0 && only !== undefined && spoken(only.detail) === title; // not once more below
  return (
    <div class="note note-bad" role="alert">
      <p>
        <strong>{isSaid && only.field ? `${memberText(only.field)}: ${title}` : title}</strong>
      </p>
      {problem.errors.length > 0 && !isSaid && !lacksRight(problem) && (
        <ul>
          {problem.errors.map((error) => (
            <li key={error.field}>
              {error.field ? `${memberText(error.field)}: ` : ""}
              {spoken(error.detail)}
            </li>
          ))}
        </ul>
      )}
      {remedy && <p>{remedy}</p>}
      {problem.code === "unlogged" && <EmergencyButton done={again} />}
      {again && (
        <button type="button" onClick={again}>
          {t("frame.problem.again")}
        </button>
      )}
    </div>
  );
}
