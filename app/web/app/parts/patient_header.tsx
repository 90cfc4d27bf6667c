// Who the patient is, in one glance: age, skin type, what bears on safety, labels, the course.
import { useState } from "preact/hooks";
import { age_text, day_text } from "../format.ts";
import { name_of, words } from "../messages.ts";
import { page_of } from "../router.ts";
import type { Kept, Progress } from "../shapes.ts";
import { ChangePatient } from "./change_patient.tsx";
import { PatientLink } from "./patient_link.tsx";
import { Tags } from "./tags.tsx";

const said = words.patient;

interface HeaderProps {
  progress: Progress;
  conditions: Kept[];
  again: () => void;
}

function facts(progress: Progress): string {
  const { born, sex, fitzpatrick, monk } = progress.patient;
  return [
    born && said.years(age_text(born, progress.as_of)),
    sex && name_of(sex),
    fitzpatrick && said.skin(fitzpatrick),
    monk && said.monk(monk),
  ].filter(Boolean).join(" · ");
}

function CourseLine({ progress }: { progress: Progress }) {
  const { course, due, patient } = progress;
  if (!course || course.ended) {
    return <p>{said.no_course} <a href={page_of(patient.chart, "/observe?what=course")}>{said.start_course}</a></p>;
  }
  const dots = Array.from({ length: Math.min(Math.max(course.planned, course.done), 24) }, (_, i) => i < course.done);
  return (
    <p>
      {said.course(name_of(course.concern), course.done, course.planned)}{" "}
      <span class="dots" aria-hidden="true">{dots.map((done) => (done ? "●" : "○")).join("")}</span>
      {due && (
        <>
          {" · "}{said.next(day_text(due.next_on))}
          {due.overdue_days > 0 && <strong class="warn"> {words.today.overdue(due.overdue_days)}</strong>}
        </>
      )}
    </p>
  );
}

function Conditions({ conditions }: { conditions: Kept[] }) {
  const open = conditions.filter((one) => !one.voided);
  if (open.length === 0) return <p class="soft">{said.no_conditions}</p>;
  return (
    <ul class="chips" aria-label={said.conditions}>
      {open.map((one) => (
        <li key={one.id} class="chip chip-warn">
          {name_of(String(one.kind))}
          {one.until ? ` ${words.care.until(day_text(String(one.until)))}` : ""}
        </li>
      ))}
    </ul>
  );
}

export function PatientHeader({ progress, conditions, again }: HeaderProps) {
  const { patient } = progress;
  const [open, set_open] = useState<"change" | "link" | null>(null);
  return (
    <header class="patient">
      <div class="patient-who">
        <h1>
          <bdi>{patient.name}</bdi> {patient.name_ar && <bdi lang="ar" class="soft">{patient.name_ar}</bdi>}{" "}
          <small class="chart">{patient.chart}</small>
        </h1>
        <p>{facts(progress)} <button type="button" class="quiet" onClick={() => set_open("change")}>{words.patient_form.change}</button></p>
        {progress.departure && <p><strong class="warn">{said.departed[progress.departure.status]} {progress.departure.on && day_text(progress.departure.on)}</strong></p>}
        <CourseLine progress={progress} />
        <Conditions conditions={conditions} />
        <Tags chart={patient.chart} tags={patient.tags} again={again} />
      </div>
      <div class="actions patient-do">
        <a class="button main" href={page_of(patient.chart, "/session")} aria-keyshortcuts="Alt+S">{said.record_session}</a>
        <a class="button" href={page_of(patient.chart, "/observe")} aria-keyshortcuts="Alt+O">{said.observe}</a>
        <a class="button" href={page_of(patient.chart, "/aftercare")} aria-keyshortcuts="Alt+A">{said.aftercare}</a>
        <a class="button" href={page_of(patient.chart, "/report")} aria-keyshortcuts="Alt+R">{said.report}</a>
        <button type="button" onClick={() => set_open("link")}>{said.link}</button>
      </div>
      {open === "change" && <ChangePatient chart={patient.chart} close={() => { set_open(null); again(); }} />}
      {open === "link" && <PatientLink chart={patient.chart} close={() => set_open(null)} />}
    </header>
  );
}
