// What can be recorded of a patient, under the four verbs of the room: what one saw, what one did, what the patient
// has, what is planned. Pure.
import type { Noun } from "./record_line.ts";

export const verbs = ["saw", "did", "has", "plan"] as const;
export type Verb = (typeof verbs)[number];

// One form. Two forms may record one kind, each with the words of a field that belong to it.
export interface Form {
  what: string; // in the address, and of the draft
  noun: Noun;
  verb: Verb;
  only?: { field: string; choices: readonly string[] };
}

const medicines = ["oral_medicine", "topical_medicine"];
const procedures = ["peel", "laser", "dermabrasion", "light", "injection", "filler", "botulinum", "other"];
const allergies = ["allergy", "anaesthetic_allergy", "metal_allergy"];

export const forms: readonly Form[] = [
  { verb: "saw", what: "acne", noun: "acne" },
  { verb: "saw", what: "scars", noun: "scars" },
  { verb: "saw", what: "pigmentation", noun: "pigmentation" },
  { verb: "saw", what: "event", noun: "event" },
  { verb: "saw", what: "reading", noun: "reading" },
  { verb: "saw", what: "questionnaire", noun: "questionnaire" },
  { verb: "saw", what: "score", noun: "score" },
  { verb: "did", what: "session", noun: "session" },
  { verb: "did", what: "application", noun: "application" },
  { verb: "did", what: "treatment", noun: "treatment", only: { field: "kind", choices: procedures } },
  { verb: "has", what: "condition", noun: "condition" },
  { verb: "has", what: "allergy", noun: "condition", only: { field: "kind", choices: allergies } },
  { verb: "has", what: "medicine", noun: "treatment", only: { field: "kind", choices: medicines } },
  { verb: "plan", what: "course", noun: "course" },
  { verb: "plan", what: "appointment", noun: "appointment" },
  { verb: "plan", what: "contact", noun: "contact" },
];

export const formsOf = (verb: Verb): Form[] => forms.filter((one) => one.verb === verb);

// A session is a step of the visit.
export const formAddress = ({ what }: Form): string =>
  what === "session" ? "/visit#session" : `/observe?what=${what}`;

// Under which verb a record stands in the history.
export function verbOf(noun: Noun, record: Readonly<Record<string, unknown>>): Verb {
  const ofNoun = forms.filter((one) => one.noun === noun);
  const { only } = ofNoun.find((one) => one.only?.choices.includes(String(record[one.only.field]))) ?? {};
  return (ofNoun.find((one) => one.only === only) ?? ofNoun[0])?.verb ?? "saw";
}
