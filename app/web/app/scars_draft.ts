// Scars as they are typed: a grade, counts by type, and the body that is sent. Pure.
import { numberOrText, type Typed } from "./record_body.ts";

export interface ScarsDraft {
  on: string;
  grade: string;
  answers: Typed; // contour … by "yes" or "no"
  counts: Typed; // by type
  rest?: boolean; // types that are not counted were looked for, and there are none
  rater?: string;
  note: string;
}

export function scarsBody(draft: ScarsDraft): Record<string, unknown> {
  const answers = Object.entries(draft.answers).filter(([, answer]) => answer !== "");
  const counts = Object.entries(draft.counts).filter(([, amount]) => amount.trim() !== "");
  return {
    on: draft.on,
    ...(draft.grade === "" ? {} : { goodman_baron_grade: Number(draft.grade) }),
    ...(answers.length === 0
      ? {}
      : { goodman_baron: Object.fromEntries(answers.map(([name, answer]) => [name, answer === "yes"])) }),
    ...(draft.rest ? { rest: "none" } : {}),
    ...((draft.rater ?? "").trim() === "" ? {} : { rater: draft.rater }),
    ...(draft.note.trim() === "" ? {} : { note: draft.note }),
    counts: counts.map(([type, amount]) => ({ type, amount: numberOrText(amount) })),
  };
}

export const isEmptyScars = (draft: ScarsDraft): boolean =>
  !draft.rest &&
  draft.grade === "" &&
  [...Object.values(draft.answers), ...Object.values(draft.counts)].every((text) => text.trim() === "");

export const freshScars = (on: string): ScarsDraft => ({
  on,
  grade: "",
  answers: {},
  counts: {},
  rest: false,
  rater: "",
  note: "",
});
