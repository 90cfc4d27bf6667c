// Whom the visit is of, where one came from, and who works here.
import { Fragment } from "preact";
import { ageText } from "../../format.ts";
import { pageOf } from "../../router.ts";
import type { Progress } from "../../shapes.ts";
import { useShown } from "../../whom.ts";
import { nameOf } from "../../words.ts";
import { t } from "../../../texts/texts.ts";
import { CourseMarks } from "../course_marks.tsx";
import { Icon } from "../icon.tsx";
import { PersonMenu } from "../people/person_menu.tsx";
import { OtherName, PersonName } from "../person_name.tsx";

export function VisitHead({ progress }: { progress: Progress }) {
  const { patient, course } = progress;
  useShown(patient);
  const facts = [
    patient.chart,
    patient.born && ageText(patient.born, progress.as_of),
    patient.fitzpatrick && t("patient.skin", { type: patient.fitzpatrick }),
  ].filter((fact) => fact !== null && fact !== "");
  return (
    <header class="visit-head">
      <a class="button bare" href="/">
        <Icon name="back" />
        {t("today.title")}
      </a>
      <h1>
        <a href={pageOf(patient.chart)}>
          <PersonName of={patient} /> <OtherName of={patient} />
        </a>
      </h1>
      <p class="soft visit-facts">
        {facts.map((fact, at) => (
          <Fragment key={fact}>
            {at > 0 && " · "}
            <bdi>{fact}</bdi>
          </Fragment>
        ))}
      </p>
      {course && !course.ended && (
        <p class="visit-course">
          <CourseMarks done={course.done} planned={course.planned} here />{" "}
          <span>
            {course.done >= course.planned
              ? t("session.course_done", { planned: course.planned, concern: nameOf(course.concern) })
              : t("session.course", {
                  number: course.done + 1,
                  planned: course.planned,
                  concern: nameOf(course.concern),
                })}
          </span>
        </p>
      )}
      <PersonMenu />
    </header>
  );
}
