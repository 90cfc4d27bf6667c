// What the program says is wrong, in the language in use: by the id of its texts, where it has one; else that it was
// refused, and beside it the program's own English. Pure.
import { said } from "../texts/phrase.ts";
import { inUse, messageOf, textOf } from "../texts/texts.ts";
import { plain } from "./format.ts";
import type { BookProblem } from "./shapes.ts";
import { memberLabel, sentence, spoken } from "./words.ts";

// As the server's JSON has it: of a problem, of one of its errors, of a question, of a preview.
export interface Told {
  field?: string;
  id?: string;
  values?: Record<string, unknown>;
  detail?: string;
  text?: string;
  reason?: string;
  try?: string;
  sent?: unknown; // the body that it is of
}

// What is wrong with a record as a whole and is put right at one of its fields.
const fieldOfError: Record<string, string> = { "error.appointment_clock": "at" };

// The member that it is of, "session/at": of a record as a whole the one that its text names.
export function fieldOf({ field = "", values = {}, id: error = "" }: Told): string {
  const named = values.field;
  const id = typeof named === "object" && named !== null && "id" in named ? String(named.id) : "";
  const name = /^records\.fields\.(\w+)$/.exec(id)?.[1] ?? fieldOfError[error];
  if (name === undefined || new RegExp(`(^|[./])${name}$`).test(field)) return field;
  return field === "" ? name : `${field}/${name}`;
}

export interface Fault {
  label: string; // of the field, where it is one
  what: string;
  remedy: string;
  english: string; // what `what` leaves open in another language
}

// What is typed at a terminal helps nobody at a page.
const isOfTheTerminal = (remedy: string): boolean => /`|--|needlebook/.test(remedy);

// By the status of the answer, or of the check of the book.
const general = (status: number | "check"): string =>
  textOf(messageOf(`error.refused_${status}`) === undefined ? "error.refused_other" : `error.refused_${status}`);

export function faultOf(told: Told, status: number | "check" = 422): Fault {
  const { id = "", values = {} } = told;
  const label = memberLabel(told.field ?? "", told.sent);
  const remedyId = `${id}.try`;
  if (id === "error.misfit_value" && "form" in values)
    return { label, what: said({ id: "frame.problem.misfit_form", values }), remedy: "", english: "" };
  if (messageOf(id) !== undefined) {
    const remedy = messageOf(remedyId) === undefined ? "" : said({ id: remedyId, values });
    return { label, what: said({ id, values }), remedy, english: "" };
  }
  const given = told.detail ?? told.text ?? told.reason ?? "";
  const remedy = isOfTheTerminal(told.try ?? "") ? "" : (told.try ?? "");
  if (inUse().code === "en")
    return { label, what: spoken(given) || general(status), remedy: spoken(remedy), english: "" };
  const english = [told.field && label === "" ? `${told.field}: ${given}` : given, remedy].map((text) =>
    sentence(spoken(text, plain)),
  );
  return { label, what: general(status), remedy: "", english: english.join(" ").trim() };
}

// The same of what is wrong with the book or around it, whose English stands under `what`.
export const faultOfBook = ({ what, ...told }: BookProblem, status?: number | "check"): Fault =>
  faultOf({ ...told, detail: what }, status);

// In one line, where there is no room for more.
export const faultText = (told: Told, status?: number): string => {
  const { what, english } = faultOf(told, status);
  return [what, english].filter((text) => text !== "").join(" ");
};
