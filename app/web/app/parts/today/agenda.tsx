// Who comes today, by the clock, with a line at now; a visit begins from the row.
import { Fragment } from "preact";
import { useState } from "preact/hooks";
import { change, type Problem } from "../../api.ts";
import { timeText } from "../../format.ts";
import { pageOf } from "../../router.ts";
import { showToast } from "../../toast.ts";
import { may } from "../../turn.ts";
import { t, word } from "../../../texts/texts.ts";
import { conditionText } from "../../words.ts";
import { GoOn, type BegunForm } from "../begun.tsx";
import { CourseMarks } from "../course_marks.tsx";
import { Icon, type IconName } from "../icon.tsx";
import { ProblemNote } from "../problem.tsx";
import { before, nextOf, type Appointment, type DueRow } from "./day_shapes.ts";
import { Who } from "./who.tsx";

const signs: Record<Appointment["status"], IconName> = {
  planned: "open",
  arrived: "clock",
  done: "done",
  missed: "ask",
  cancelled: "open",
};

interface RowProps {
  one: Appointment;
  course: DueRow | undefined; // how far the treatment is, of those who are due
  isNext: boolean;
  begun: readonly BegunForm[]; // and not recorded, of this patient
  changed: () => void;
}

function Row({ one, course, isNext, begun, changed }: RowProps) {
  const [problem, setProblem] = useState<Problem | null>(null);
  const [busy, setBusy] = useState(false);
  const comes = async (): Promise<void> => {
    setBusy(true);
    const answer = await change(`/appointment/${one.id}`, { status: "arrived", reason: t("today.came") }, one.version);
    setBusy(false);
    setProblem(answer.ok ? null : answer.problem);
    if (!answer.ok) return;
    showToast(t("frame.undo.recorded"), one.patient);
    changed();
  };
  const isOver = one.status !== "planned" && one.status !== "arrived";
  return (
    <li class={isOver ? "agenda-row agenda-over" : "agenda-row"}>
      <time class="agenda-time figures" dateTime={one.at}>
        {timeText(one.at)}
      </time>
      <span class="agenda-who">
        <Who chartNumber={one.patient} name={one.name} arabic={one.name_ar} />
        {one.allergies?.map(({ kind, substance }) => (
          <span key={`${kind} ${substance}`} class="agenda-allergy alert-grave">
            <Icon name="stop" /> <bdi>{conditionText(kind, substance)}</bdi>
          </span>
        ))}
        {one.note && (
          <span class="small soft agenda-note">
            <bdi>{one.note}</bdi>
          </span>
        )}
        {begun.map((form) => (
          <GoOn key={form.what} begun={form} />
        ))}
      </span>
      <span class="agenda-state">
        <span>
          <Icon name={signs[one.status]} /> {word("today.status", one.status) ?? one.status}
        </span>
        {course && !isOver && (
          <>
            <CourseMarks done={course.done} planned={course.planned} here />
            <span class="hidden">{t("today.done", { done: course.done, planned: course.planned })}</span>
          </>
        )}
      </span>
      <span class="agenda-do">
        {may("write_observations") && one.status === "planned" && (
          <button type="button" class="quiet" disabled={busy} onClick={() => void comes()}>
            {t("today.has_come")}
          </button>
        )}
        {may("write_observations") && !isOver && (
          <a class={isNext ? "button main" : "button"} href={pageOf(one.patient, "/visit")}>
            {t("today.start_visit")}
          </a>
        )}
      </span>
      {problem && <ProblemNote problem={problem} />}
    </li>
  );
}

interface AgendaProps {
  appointments: readonly Appointment[];
  due: readonly DueRow[];
  begun: readonly BegunForm[];
  now: string;
  changed: () => void;
}

export function Agenda({ appointments, due, begun, now, changed }: AgendaProps) {
  const next = nextOf(appointments);
  const line = before(appointments, now);
  const isNow = (
    <li class="agenda-now">
      <span class="figures">{t("today.now", { time: timeText(now) })}</span>
    </li>
  );
  return (
    <ul class="agenda">
      {appointments.map((one, index) => (
        <Fragment key={one.id}>
          {index === line && isNow}
          <Row
            one={one}
            course={due.find(({ chart }) => chart === one.patient)}
            isNext={one === next}
            begun={begun.filter(({ chart }) => chart === one.patient)}
            changed={changed}
          />
        </Fragment>
      ))}
      {line === appointments.length && isNow}
    </ul>
  );
}
