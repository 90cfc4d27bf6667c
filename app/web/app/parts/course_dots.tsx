// How far a course has come: its sessions in words and as marks.
import { t } from "../../texts/texts.ts";
import type { Progress } from "../shapes.ts";
import { nameOf } from "../words.ts";
import { CourseMarks } from "./course_marks.tsx";

export function CourseDots({ course }: { course: NonNullable<Progress["course"]> }) {
  const { concern, done, planned } = course;
  return (
    <>
      {t("patient.course", { concern: nameOf(concern), done, planned })} <CourseMarks done={done} planned={planned} />
    </>
  );
}
