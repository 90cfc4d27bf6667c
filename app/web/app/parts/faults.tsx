// What the server refused of a form, told at its fields.
import { createContext } from "preact";
import { useEffect, useRef } from "preact/hooks";
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

// In the note of a refusal: brings the first field in error of its form in sight and gives it the focus; else the note.
export function ShowFirstFault({ problem }: { problem: Problem }) {
  const place = useRef<HTMLSpanElement>(null);
  const isRefused = problem.errors.length + problem.questions.length > 0;
  useEffect(() => {
    const note = place.current?.parentElement;
    if (!isRefused || !note) return;
    const form = note.closest("form, dialog, main") ?? note;
    const field = form.querySelector<HTMLElement>('[aria-invalid="true"]');
    (field ?? note).scrollIntoView({ block: "center" });
    field?.focus({ preventScroll: true });
  }, [problem, isRefused]);
  return <span ref={place} hidden />;
}
