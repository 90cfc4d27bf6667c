// How far a course has come: its sessions in words and as dots.
import { t } from "../../texts/texts.ts";
import type { Progress } from "../shapes.ts";
import { nameOf } from "../words.ts";
const mostDots = 24;

export function CourseDots({ course }: { course: NonNullable<Progress["course"]> }) {
  const { concern, done, planned } = course;
  const dots = Array.from({ length: Math.min(Math.max(planned, done), mostDots) }, (_, i) => (i < done ? "●" : "○"));
  return (
    <>
      {t("patient.course", { concern: nameOf(concern), done, planned })}{" "}
      <span class="dots" aria-hidden="true">
        {dots.join("")}
      </span>
    </>
  );
}
