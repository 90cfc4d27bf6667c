// Who the patient is, in one glance: age, skin type, what bears on safety, labels, the course.
import { useState } from "preact/hooks";
import { dayText } from "../format.ts";
import { factsOf } from "../person_facts.ts";
import { nameOf } from "../words.ts";
import { t, word } from "../../texts/texts.ts";
import { textOf } from "../record_body.ts";
import { pageOf } from "../router.ts";
import { hasUmmAlQura, may } from "../turn.ts";
import type { Kept, Progress } from "../shapes.ts";
import { ChangePatient } from "./change_patient.tsx";
import { ChartSteps } from "./chart_steps.tsx";
import { CourseDots } from "./course_dots.tsx";
import { PatientLink } from "./patient_link.tsx";
import { Tags } from "./tags.tsx";
import { UmmAlQura } from "./umm_al_qura.tsx";

interface HeaderProps {
  progress: Progress;
  conditions: Kept[];
  again: () => void;
}

function CourseLine({ progress }: { progress: Progress }) {
  const { course, due, patient } = progress;
  if (!course || course.ended) {
    return (
      <p>
        {t("patient.no_course")}{" "}
        {may("write_observations") && (
          <a href={pageOf(patient.chart, "/observe?what=course")}>{t("patient.start_course")}</a>
        )}
      </p>
    );
  }
  return (
    <p>
      <CourseDots course={course} />
      {due && (
        <>
          {" · "}
          {t("patient.next", { day: dayText(due.next_on) })}
          {hasUmmAlQura() && <UmmAlQura day={due.next_on} />}
          {due.overdue_days > 0 && <strong class="warn"> {t("today.overdue", { days: due.overdue_days })}</strong>}
        </>
      )}
    </p>
  );
}

function Conditions({ conditions }: { conditions: Kept[] }) {
  const open = conditions.filter((one) => !one.voided);
  if (open.length === 0) return <p class="soft">{t("patient.no_conditions")}</p>;
  return (
    <ul class="chips" aria-label={t("patient.conditions")}>
      {open.map((one) => (
        <li key={one.id} class="chip chip-warn">
          {nameOf(String(one.kind))}
          {one.until ? ` ${t("care_page.until", { moment: dayText(textOf(one.until)) })}` : ""}
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
          <small class="chart">
            <bdi>{patient.chart}</bdi>
          </small>
        </h1>
        <p>
          {factsOf(progress)}{" "}
          {may("write_observations") && (
            <button type="button" class="quiet" onClick={() => setOpen("change")}>
              {t("patients.patient_form.change")}
            </button>
          )}
          {may("void_own") && (
            <button type="button" class="quiet" onClick={() => setOpen("chart")}>
              {t("chart.menu")}
            </button>
          )}
        </p>
        {hasUmmAlQura() && (
          <p class="soft">
            {dayText(progress.as_of)}
            <UmmAlQura day={progress.as_of} />
          </p>
        )}
        {progress.departure && (
          <p>
            <strong class="warn">
              {word("patient.departed", progress.departure.status)}{" "}
              {progress.departure.on && dayText(progress.departure.on)}
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
            <a class="button main" href={pageOf(patient.chart, "/visit")} aria-keyshortcuts="Alt+V">
              {t("visit.title")}
            </a>
            <a class="button" href={pageOf(patient.chart, "/session")} aria-keyshortcuts="Alt+S">
              {t("patient.record_session")}
            </a>
            <a class="button" href={pageOf(patient.chart, "/observe")} aria-keyshortcuts="Alt+O">
              {t("patient.observe")}
            </a>
          </>
        )}
        <a class="button" href={pageOf(patient.chart, "/aftercare")} aria-keyshortcuts="Alt+A">
          {t("patient.aftercare")}
        </a>
        <a class="button" href={pageOf(patient.chart, "/report")} aria-keyshortcuts="Alt+R">
          {t("patient.report")}
        </a>
        {may("write_observations") && (
          <button type="button" onClick={() => setOpen("link")}>
            {t("patient.link")}
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
