// Whom a form is about, in a line: never record on the wrong patient.
import { ageText } from "../format.ts";
import { t } from "../../texts/texts.ts";
import { pageOf } from "../router.ts";
import type { Person } from "../shapes.ts";
import { useShown } from "../whom.ts";
import { namesOf, PersonName } from "./person_name.tsx";

interface PatientLineProps {
  patient: Person;
  asOf: string;
  title: string;
}

export function PatientLine({ patient, asOf, title }: PatientLineProps) {
  useShown(patient);
  const facts = [
    patient.born && ageText(patient.born, asOf),
    patient.fitzpatrick && t("patient.skin", { type: patient.fitzpatrick }),
  ]
    .filter(Boolean)
    .join(" · ");
  return (
    <div class="page-head">
      <h1>
        {title}{" "}
        <small>
          <a href={pageOf(patient.chart)}>
            {namesOf(patient).first && <PersonName of={patient} />} <bdi class="chart">{patient.chart}</bdi>
          </a>
        </small>
      </h1>
      <p>{facts}</p>
    </div>
  );
}
