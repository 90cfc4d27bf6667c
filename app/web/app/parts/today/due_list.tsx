// Who is due soon, whom to call, and, behind a count, who has not been seen for long.
import { useState } from "preact/hooks";
import { newKey, patientPath, read, readNow, submit, type Problem } from "../../api.ts";
import { dayText, daysBetween, momentText, shortDayText } from "../../format.ts";
import { textOf } from "../../record_body.ts";
import { pageOf } from "../../router.ts";
import type { Person } from "../../shapes.ts";
import { may } from "../../turn.ts";
import { nameOf } from "../../words.ts";
import { t, word } from "../../../texts/texts.ts";
import { plainFigures } from "../../../texts/typed_figures.ts";
import { CourseMarks } from "../course_marks.tsx";
import { Icon } from "../icon.tsx";
import { Empty } from "../page_frame.tsx";
import { ProblemNote } from "../problem.tsx";
import type { DueRow } from "./day_shapes.ts";
import { Who } from "./who.tsx";

export function Soon({ due, asOf }: { due: readonly DueRow[]; asOf: string }) {
  if (due.length === 0) return <Empty title={t("today.due_none")} />;
  return (
    <ul class="agenda">
      {due.map((one) => (
        <li key={`${one.chart} ${one.concern}`} class="agenda-row agenda-due">
          <time class="agenda-time" dateTime={one.next_on}>
            {shortDayText(one.next_on)}
          </time>
          <span class="agenda-who">
            <Who chartNumber={one.chart} name={one.name} arabic={one.name_ar} />
            <span class="small soft agenda-note">{nameOf(one.concern)}</span>
          </span>
          <span class="agenda-state">
            <CourseMarks done={one.done} planned={one.planned} />
            <span class="hidden">{t("today.done", { done: one.done, planned: one.planned })}</span>
            <span class="soft">{t("today.on_time", { days: Math.max(0, daysBetween(asOf, one.next_on)) })}</span>
          </span>
          <span class="agenda-do">
            {may("write_observations") && (
              <a class="button" href={pageOf(one.chart, "/visit")}>
                {t("today.start_visit")}
              </a>
            )}
          </span>
        </li>
      ))}
    </ul>
  );
}

const outcomes = ["reached", "no_answer", "left_message"] as const;

// The number is read when somebody wants to call: whoever reads a patient is written down.
function Call({ one, changed }: { one: DueRow; changed: () => void }) {
  const [person, setPerson] = useState<Person | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [busy, setBusy] = useState(false);
  const open = async (): Promise<void> => {
    setBusy(true);
    const answer = await read<Person>(patientPath(one.chart), ["chart"]);
    setBusy(false);
    if (answer.ok) setPerson(answer.value);
    else setProblem(answer.problem);
  };
  const tried = async (outcome: (typeof outcomes)[number]): Promise<void> => {
    setBusy(true);
    const now = await readNow();
    const at = now.ok ? now.value.now.slice(0, 16) : "";
    const answer = await submit(patientPath(one.chart, "/contact"), { at, channel: "telephone", outcome }, newKey());
    setBusy(false);
    setProblem(answer.ok ? null : answer.problem);
    if (answer.ok) changed();
  };
  const number = textOf(person?.telephone);
  if (person === null)
    return (
      <>
        <button type="button" disabled={busy} onClick={() => void open()}>
          <Icon name="call" /> {t("today.call")}
        </button>
        {problem && <ProblemNote problem={problem} />}
      </>
    );
  return (
    <div class="call-open">
      {number === "" ? (
        <p class="soft">{t("today.no_number")}</p>
      ) : (
        <a class="button" href={`tel:${plainFigures(number).replace(/[^\d+]/g, "")}`}>
          <Icon name="call" /> <bdi dir="ltr">{number}</bdi>
        </a>
      )}
      {one.attempts && may("write_observations") && (
        <div class="choices-row" role="group" aria-label={t("today.outcome")}>
          {outcomes.map((outcome) => (
            <button key={outcome} type="button" disabled={busy} onClick={() => void tried(outcome)}>
              {word("today.outcomes", outcome)}
            </button>
          ))}
        </div>
      )}
      {problem && <ProblemNote problem={problem} />}
    </div>
  );
}

const attemptsText = ({ attempts }: DueRow): string => {
  if (!attempts) return "";
  if (attempts.count === 0 || attempts.last === null) return t("today.not_tried");
  const { at, outcome } = attempts.last;
  return t("today.tried", {
    count: attempts.count,
    when: momentText(at),
    outcome: word("today.outcomes", outcome) ?? nameOf(outcome),
  });
};

export function ToCall({ due, changed }: { due: readonly DueRow[]; changed: () => void }) {
  if (due.length === 0) return <p class="soft">{t("today.call_none")}</p>;
  return (
    <ul class="calls">
      {due.map((one) => (
        <li key={`${one.chart} ${one.concern}`}>
          <div>
            <Who chartNumber={one.chart} name={one.name} arabic={one.name_ar} />
            <p>
              {nameOf(one.concern)}, {t("today.due_since", { day: shortDayText(one.next_on) })}
            </p>
            <p class="small soft">{attemptsText(one) || t("today.overdue", { days: one.overdue_days })}</p>
          </div>
          <Call one={one} changed={changed} />
        </li>
      ))}
    </ul>
  );
}

export function Lost({ due }: { due: readonly DueRow[] }) {
  if (due.length === 0) return null;
  return (
    <details class="lost">
      <summary>{t("today.lost", { count: due.length })}</summary>
      <ul class="rows">
        {due.map((one) => (
          <li key={`${one.chart} ${one.concern}`}>
            <Who chartNumber={one.chart} name={one.name} arabic={one.name_ar} />
            <span class="row-note row-end">{t("today.last_seen", { day: dayText(one.last_visit) })}</span>
          </li>
        ))}
      </ul>
    </details>
  );
}
