// What the server refused of a form, told at its fields.
import { createContext } from "preact";
import type { Problem } from "../api.ts";
import { faultText, fieldOf } from "../told.ts";

export type FaultAt = (name: string) => string | undefined;

export const Faults = createContext<FaultAt>(() => undefined);

// Of a member of what was sent, or of something within it; of a record as a whole "appointment/at".
export const faultsOf =
  (problem: Problem | null): FaultAt =>
  (name) => {
    const isOf = (field: string): boolean =>
      field === name || field.startsWith(`${name}[`) || field.startsWith(`${name}.`);
    const found = problem?.errors.find((one) => isOf(fieldOf(one).replace(/^[a-z_]+\//, "")));
    return found && faultText(found);
  };

const shown = new WeakSet<Problem>();

// For the note of a refusal, once: brings the first field in error of its form in sight with the focus; else the
// note. The fields are told of it by then.
export function showFirstFault(problem: Problem, note: HTMLElement | null): void {
  const isRefused = problem.errors.length + problem.questions.length > 0;
  if (!isRefused || note === null || shown.has(problem)) return;
  shown.add(problem);
  requestAnimationFrame(() => {
    const form = note.closest("form, dialog, main") ?? note;
    const field = form.querySelector<HTMLElement>('[aria-invalid="true"]');
    (field ?? note).scrollIntoView({ block: "center" });
    field?.focus({ preventScroll: true });
  });
}
