// Who the patient is, in one glance, how to reach them, how far the course has come, and what can be done.
import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import { ageText, birthDayText, dayText } from "../../format.ts";
import { textOf } from "../../record_body.ts";
import { pageOf } from "../../router.ts";
import type { Progress } from "../../shapes.ts";
import { hasUmmAlQura, may } from "../../turn.ts";
import { useShown } from "../../whom.ts";
import { nameOf } from "../../words.ts";
import { t, word } from "../../../texts/texts.ts";
import { plainFigures } from "../../../texts/typed_figures.ts";
import { CourseDots } from "../course_dots.tsx";
import { ChangePatient } from "./change_patient.tsx";
import { ChartSteps } from "./chart_steps.tsx";
import { GiveFile } from "./give_file.tsx";
import { PatientLink } from "./patient_link.tsx";
import { OtherName, PersonName } from "../person_name.tsx";
import type { PatientSeen } from "./read_patient.ts";
import { UmmAlQura } from "../umm_al_qura.tsx";
import { VerbMenus } from "./verb_menus.tsx";

interface HeaderProps {
  seen: PatientSeen;
  again: () => void;
}

// Of a birth that is known to the day, the day; and the age.
function bornText(born: string, asOf: string): string {
  return t("patient.born", { age: ageText(born, asOf), day: birthDayText(born) });
}

function Facts({ seen: { progress, patient } }: { seen: PatientSeen }) {
  const { born, sex, fitzpatrick, monk } = progress.patient;
  const telephone = textOf(patient.telephone);
  const email = textOf(patient.email);
  const facts: [string, ComponentChildren][] = [
    ["chart", <bdi class="figures">{patient.chart}</bdi>],
    ["born", born && bornText(born, progress.as_of)],
    ["sex", sex && sex !== "other" && nameOf(sex)],
    ["fitzpatrick", fitzpatrick && t("patient.skin", { type: fitzpatrick })],
    ["monk", monk && t("patient.monk", { tone: monk })],
    [
      "telephone",
      telephone !== "" && (
        <a href={`tel:${plainFigures(telephone).replace(/[^+\d]/g, "")}`}>
          <bdi dir="ltr">{telephone}</bdi>
        </a>
      ),
    ],
    [
      "email",
      email !== "" && (
        <a href={`mailto:${email}`}>
          <bdi dir="ltr">{email}</bdi>
        </a>
      ),
    ],
  ];
  return (
    <ul class="patient-facts">
      {facts
        .filter(([, fact]) => !!fact)
        .map(([name, fact]) => (
          <li key={name}>{fact}</li>
        ))}
    </ul>
  );
}

function CourseLine({ progress }: { progress: Progress }) {
  const { course, due } = progress;
  if (!course || course.ended) return null;
  return (
    <ul class="patient-facts">
      <li>
        <CourseDots course={course} />
      </li>
      {due && (
        <li>
          {t("patient.next", { day: dayText(due.next_on) })}
          {hasUmmAlQura() && <UmmAlQura day={due.next_on} />}
          {due.overdue_days > 0 && <strong class="warn"> {t("today.overdue", { days: due.overdue_days })}</strong>}
        </li>
      )}
    </ul>
  );
}

type Opened = "change" | "chart" | "link" | "file";

function Actions({ chartNumber, open }: { chartNumber: string; open: (what: Opened) => void }) {
  return (
    <div class="actions patient-do no-print">
      {may("void_own") && (
        <button type="button" class="quiet" onClick={() => open("chart")}>
          {t("chart.menu")}
        </button>
      )}
      {may("write_observations") && (
        <button type="button" class="quiet" onClick={() => open("change")}>
          {t("patients.patient_form.change")}
        </button>
      )}
      <a class="button" href={pageOf(chartNumber, "/aftercare")} aria-keyshortcuts="Alt+A">
        {t("patient.aftercare")}
      </a>
      <a class="button" href={pageOf(chartNumber, "/report")} aria-keyshortcuts="Alt+R">
        {t("patient.report")}
      </a>
      {may("export_records") && (
        <button type="button" onClick={() => open("file")}>
          {t("file.give.menu")}
        </button>
      )}
      {may("write_observations") && (
        <>
          <button type="button" onClick={() => open("link")}>
            {t("patient.link")}
          </button>
          <a class="button main" href={pageOf(chartNumber, "/visit")} aria-keyshortcuts="Alt+V">
            {t("patient.new_visit")}
          </a>
        </>
      )}
    </div>
  );
}

export function PatientHeader({ seen, again }: HeaderProps) {
  const { progress, patient } = seen;
  const [open, setOpen] = useState<Opened | null>(null);
  useShown(patient);
  const close = (): void => setOpen(null);
  return (
    <header class="patient">
      <div class="patient-who">
        <h1>
          <PersonName of={patient} /> <OtherName of={patient} />
        </h1>
        {hasUmmAlQura() && (
          <p class="soft">
            {dayText(progress.as_of)}
            <UmmAlQura day={progress.as_of} />
          </p>
        )}
        <Facts seen={seen} />
        {progress.departure && (
          <p>
            <strong class="warn">
              {word("patient.departed", progress.departure.status)}{" "}
              {progress.departure.on && dayText(progress.departure.on)}
            </strong>
          </p>
        )}
        <CourseLine progress={progress} />
      </div>
      <Actions chartNumber={patient.chart} open={setOpen} />
      {may("write_observations") && <VerbMenus chartNumber={patient.chart} />}
      {open === "change" && (
        <ChangePatient
          chartNumber={patient.chart}
          close={() => {
            close();
            again();
          }}
        />
      )}
      {open === "chart" && <ChartSteps chartNumber={patient.chart} close={close} />}
      {open === "file" && <GiveFile chartNumber={patient.chart} close={close} />}
      {open === "link" && <PatientLink chartNumber={patient.chart} close={close} />}
    </header>
  );
}
