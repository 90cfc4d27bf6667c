// What is planned and what is known of the patient, beside the answer. What nobody recorded is said to be that, never
// to be absent.
import type { ComponentChildren } from "preact";
import { dayText, intervalText, momentText } from "../../format.ts";
import { textOf } from "../../record_body.ts";
import { pageOf } from "../../router.ts";
import type { Kept } from "../../shapes.ts";
import { may } from "../../turn.ts";
import { verbOf } from "../../verbs.ts";
import { conditionText, nameOf, titleOf } from "../../words.ts";
import { t } from "../../../texts/texts.ts";
import type { PatientSeen } from "./read_patient.ts";
import { Tags } from "./tags.tsx";

function Fact({ name, children }: { name: string; children: ComponentChildren }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

const goesOn = (record: Kept, today: string): boolean => {
  const until = textOf(record.until);
  return until === "" || until >= today.slice(0, until.length);
};

const since = (record: Kept): string => {
  const [from, until] = [textOf(record.from), textOf(record.until)];
  return [
    from === "" ? "" : t("patient.facts.since", { day: dayText(from) }),
    until === "" ? "" : t("care_page.until", { moment: dayText(until) }),
  ]
    .filter((part) => part !== "")
    .join(t("frame.list"));
};

function Records({ records, nameOfOne }: { records: readonly Kept[]; nameOfOne: (one: Kept) => string }) {
  if (records.length === 0) return <span class="soft">{t("patient.facts.none")}</span>;
  return (
    <ul>
      {records.map((one) => (
        <li key={one.id}>
          <bdi>{nameOfOne(one)}</bdi> <span class="soft">{since(one)}</span>
        </li>
      ))}
    </ul>
  );
}

function Plan({ seen: { progress } }: { seen: PatientSeen }) {
  const { course, patient } = progress;
  if (course && !course.ended)
    return (
      <>
        {t("patient.facts.course", { count: course.planned, concern: nameOf(course.concern) })}
        {course.every && `${t("frame.list")}${intervalText(course.every)}`}
      </>
    );
  return (
    <>
      {t("patient.no_course")}{" "}
      {may("write_observations") && (
        <a href={pageOf(patient.chart, "/observe?what=course")}>{t("patient.start_course")}</a>
      )}
    </>
  );
}

function Next({ seen: { progress, appointments } }: { seen: PatientSeen }) {
  const next = appointments
    .filter((one) => one.status === "planned" && textOf(one.at).slice(0, 10) >= progress.as_of)
    .sort((a, b) => textOf(a.at).localeCompare(textOf(b.at)))[0];
  if (next) return <>{momentText(textOf(next.at).slice(0, 16))}</>;
  return <span class="soft">{t("patient.facts.no_appointment")}</span>;
}

const conditionName = (one: Kept): string => conditionText(textOf(one.kind), textOf(one.substance));
const treatmentName = (one: Kept): string => (textOf(one.name) === "" ? titleOf(textOf(one.kind)) : textOf(one.name));

export function Facts({ seen, again }: { seen: PatientSeen; again: () => void }) {
  const { progress, patient, conditions, treatments } = seen;
  const today = progress.as_of;
  const note = textOf(patient.note);
  const guardian = textOf(patient.guardian);
  return (
    <aside class="facts" aria-label={t("patient.facts.title")}>
      <dl>
        <Fact name={t("patient.facts.plan")}>
          <Plan seen={seen} />
        </Fact>
        <Fact name={t("patient.facts.next")}>
          <Next seen={seen} />
        </Fact>
        <Fact name={t("patient.conditions")}>
          <Records records={conditions.filter((one) => goesOn(one, today))} nameOfOne={conditionName} />
        </Fact>
        <Fact name={t("patient.facts.medicines")}>
          <Records
            records={treatments.filter((one) => verbOf("treatment", one) === "has" && goesOn(one, today))}
            nameOfOne={treatmentName}
          />
        </Fact>
        {note !== "" && (
          <Fact name={t("patients.patient_form.note")}>
            <bdi>{note}</bdi>
          </Fact>
        )}
        {guardian !== "" && (
          <Fact name={t("patients.patient_form.guardian")}>
            <bdi>{guardian}</bdi>
          </Fact>
        )}
        <Fact name={t("patient.tags")}>
          <Tags chartNumber={patient.chart} tags={progress.patient.tags} again={again} />
        </Fact>
      </dl>
    </aside>
  );
}
