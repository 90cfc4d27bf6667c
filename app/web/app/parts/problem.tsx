// What went wrong, where, and what to do about it.
import type { Problem } from "../api.ts";
import { words } from "../messages.ts";

const said = words.problem;

export function problem_words(problem: Problem): { title: string; remedy: string } {
  if (problem.status === 0) return { title: said.unreachable, remedy: said.unreachable_try };
  if (problem.status === 401 || problem.status === 403) return { title: said.locked, remedy: said.locked_try };
  return { title: problem.detail || problem.title || said.unclear, remedy: problem.remedy };
}

export function ProblemNote({ problem, again }: { problem: Problem; again?: () => void }) {
  const { title, remedy } = problem_words(problem);
  return (
    <div class="note note-bad" role="alert">
      <p><strong>{title}</strong></p>
      {problem.errors.length > 0 && (
        <ul>
          {problem.errors.map((error) => (
            <li key={error.field}>{error.field ? `${error.field}: ` : ""}{error.detail}</li>
          ))}
        </ul>
      )}
      {remedy && <p>{remedy}</p>}
      {again && <button type="button" onClick={again}>{said.again}</button>}
    </div>
  );
}
