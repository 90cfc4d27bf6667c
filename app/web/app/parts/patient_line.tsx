// Whom a form is about, in a line: never record on the wrong patient.
import { age_text } from "../format.ts";
import { words } from "../messages.ts";
import { page_of } from "../router.ts";
import type { Person } from "../shapes.ts";

interface PatientLineProps {
  patient: Person;
  as_of: string;
  title: string;
  note?: string | undefined;
}

export function PatientLine({ patient, as_of, title, note }: PatientLineProps) {
  const facts = [
    patient.born && words.patient.years(age_text(patient.born, as_of)),
    patient.fitzpatrick && words.patient.skin(patient.fitzpatrick),
    note,
  ].filter(Boolean).join(" · ");
  return (
    <div class="page-head">
      <h1>
        {title} <small><a href={page_of(patient.chart)}><bdi>{patient.name}</bdi> <span class="chart">{patient.chart}</span></a></small>
      </h1>
      <p>{facts}</p>
    </div>
  );
}
