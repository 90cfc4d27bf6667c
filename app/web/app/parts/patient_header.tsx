// Who the patient is, in one glance: age, skin type, what bears on safety, labels, the course.
import { useState } from "preact/hooks";
import { ageText, dayText } from "../format.ts";
import { messages, nameOf } from "../messages.ts";
import { textOf } from "../record_body.ts";
import { pageOf } from "../router.ts";
import { may } from "../turn.ts";
import type { Kept, Progress } from "../shapes.ts";
import { ChangePatient } from "./change_patient.tsx";
import { ChartSteps } from "./chart_steps.tsx";
import { PatientLink } from "./patient_link.tsx";
import { Tags } from "./tags.tsx";

const texts = messages.patient;

interface HeaderProps {
  progress: Progress;
  conditions: Kept[];
  again: () => void;
}

function facts(progress: Progress): string {
  const { born, sex, fitzpatrick, monk } = progress.patient;
  return [
    born && texts.years(ageText(born, progress.as_of)),
    sex && nameOf(sex),
    fitzpatrick && texts.skin(fitzpatrick),
    monk && texts.monk(monk),
  ]
    .filter(Boolean)
    .join(" · ");
}

function CourseLine({ progress }: { progress: Progress }) {
  const { course, due, patient } = progress;
  if (!course || course.ended) {
    return (
      <p>
        {texts.noCourse}{" "}
        {may("write_observations") && <a href={pageOf(patient.chart, "/observe?what=course")}>{texts.startCourse}</a>}
      </p>
    );
  }
  const dots = Array.from({ length: Math.min(Math.max(course.planned, course.done), 24) }, (_, i) => i < course.done);
  return (
    <p>
      {texts.course(nameOf(course.concern), course.done, course.planned)}{" "}
      <span class="dots" aria-hidden="true">
        {dots.map((done) => (done ? "●" : "○")).join("")}
      </span>
      {due && (
        <>
          {" · "}
          {texts.next(dayText(due.next_on))}
          {due.overdue_days > 0 && <strong class="warn"> {messages.today.overdue(due.overdue_days)}</strong>}
        </>
      )}
    </p>
  );
}

function Conditions({ conditions }: { conditions: Kept[] }) {
  const open = conditions.filter((one) => !one.voided);
  if (open.length === 0) return <p class="soft">{texts.noConditions}</p>;
  return (
    <ul class="chips" aria-label={texts.conditions}>
      {open.map((one) => (
        <li key={one.id} class="chip chip-warn">
          {nameOf(String(one.kind))}
          {one.until ? ` ${messages.care.until(dayText(textOf(one.until)))}` : ""}
        </li>
      ))}
    </ul>
  );
}

export function PatientHeader({ progress, conditions, again }: HeaderProps) {
  const { patient } = progress;
  const [open, setOpen] = useState<"change" | "chart" | "link" | null>(null);
  return (
    <header class="patient">
      <div class="patient-who">
        <h1>
          <bdi>{patient.name}</bdi>{" "}
          {patient.name_ar && (
            <bdi lang="ar" class="soft">
              {patient.name_ar}
            </bdi>
          )}{" "}
          <small class="chart">{patient.chart}</small>
        </h1>
        <p>
          {facts(progress)}{" "}
          {may("write_observations") && (
            <button type="button" class="quiet" onClick={() => setOpen("change")}>
              {messages.patientForm.change}
            </button>
          )}
          {may("void_own") && (
            <button type="button" class="quiet" onClick={() => setOpen("chart")}>
              {messages.chart.menu}
            </button>
          )}
        </p>
        {progress.departure && (
          <p>
            <strong class="warn">
              {texts.departed[progress.departure.status]} {progress.departure.on && dayText(progress.departure.on)}
            </strong>
          </p>
        )}
        <CourseLine progress={progress} />
        <Conditions conditions={conditions} />
        <Tags chartNumber={patient.chart} tags={patient.tags} again={again} />
      </div>
      <div class="actions patient-do">
        {may("write_observations") && (
          <>
            <a class="button main" href={pageOf(patient.chart, "/session")} aria-keyshortcuts="Alt+S">
              {texts.recordSession}
            </a>
            <a class="button" href={pageOf(patient.chart, "/observe")} aria-keyshortcuts="Alt+O">
              {texts.observe}
            </a>
          </>
        )}
        <a class="button" href={pageOf(patient.chart, "/aftercare")} aria-keyshortcuts="Alt+A">
          {texts.aftercare}
        </a>
        <a class="button" href={pageOf(patient.chart, "/report")} aria-keyshortcuts="Alt+R">
          {texts.report}
        </a>
        {may("write_observations") && (
          <button type="button" onClick={() => setOpen("link")}>
            {texts.link}
          </button>
        )}
      </div>
      {open === "change" && (
        <ChangePatient
          chartNumber={patient.chart}
          close={() => {
            setOpen(null);
            again();
          }}
        />
      )}
      {open === "chart" && <ChartSteps chartNumber={patient.chart} close={() => setOpen(null)} />}
      {open === "link" && <PatientLink chartNumber={patient.chart} close={() => setOpen(null)} />}
    </header>
  );
}
