// What went wrong, where, and what to do about it.
import { asksWho, type Problem } from "../api.ts";
import { EmergencyButton } from "./access/emergency.tsx";
import { messages, titleOf } from "../messages.ts";

const texts = messages.problem;

function QuestionNote({ problem, confirm }: { problem: Problem; confirm: () => void }) {
  const about = problem.questions.some((question) => question.code === "dependents") ? texts.restsOn : texts.isItSo;
  return (
    <div class="note note-bad" role="alert">
      <p>
        <strong>{about.title}</strong>
      </p>
      <ul>
        {problem.questions.map((question) => (
          <li key={question.reason}>
            <bdi>{question.reason}</bdi>
          </li>
        ))}
      </ul>
      <p>{about.remedy}</p>
      <button type="button" onClick={confirm}>
        {about.confirm}
      </button>
    </div>
  );
}

// Of a person who is signed in; a book without accounts knows only whether the browser was let in.
const lacksRight = (problem: Problem): boolean => problem.status === 403 && problem.errors.length > 0;

export function problemText(problem: Problem): { title: string; remedy: string } {
  if (problem.status === 0) return { title: texts.unreachable, remedy: texts.unreachableTry };
  if (asksWho(problem)) return { title: texts.asksWho, remedy: texts.asksWhoTry };
  if (lacksRight(problem))
    return { title: problem.detail || texts.noRight, remedy: problem.remedy || texts.noRightTry };
  if (problem.status === 401 || problem.status === 403) return { title: texts.locked, remedy: texts.lockedTry };
  return { title: problem.detail || problem.title || texts.unclear, remedy: problem.remedy };
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
  const isSaid = others.length === 0 && only?.detail === title; // not once more below
  return (
    <div class="note note-bad" role="alert">
      <p>
        <strong>{isSaid && only.field ? `${titleOf(only.field)}: ${title}` : title}</strong>
      </p>
      {problem.errors.length > 0 && !isSaid && !lacksRight(problem) && (
        <ul>
          {problem.errors.map((error) => (
            <li key={error.field}>
              {error.field ? `${error.field}: ` : ""}
              {error.detail}
            </li>
          ))}
        </ul>
      )}
      {remedy && <p>{remedy}</p>}
      {problem.code === "unlogged" && <EmergencyButton done={again} />}
      {again && (
        <button type="button" onClick={again}>
          {texts.again}
        </button>
      )}
    </div>
  );
}
