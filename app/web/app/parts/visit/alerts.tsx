// What must be read before anything is done: allergies, conditions, the note, side effects that go on, and the last
// stop that somebody went on over.
import type { ComponentChildren } from "preact";
import { shortDayText } from "../../format.ts";
import { textOf } from "../../record_body.ts";
import type { Kept, Person, Progress } from "../../shapes.ts";
import { conditionText, nameOf } from "../../words.ts";
import { t } from "../../../texts/texts.ts";
import { Icon, type IconName } from "../icon.tsx";
import { patientPath, read, type Answer } from "../../api.ts";

const isAllergy = (condition: Kept): boolean => textOf(condition.kind).includes("allergy");
const goesOn = (condition: Kept, today: string): boolean => {
  const until = textOf(condition.until);
  return until === "" || until >= today.slice(0, until.length);
};

const nameOfCondition = (condition: Kept): string => conditionText(textOf(condition.kind), textOf(condition.substance));

// The last session that was done over a stop.
function lastOverride(sessions: Progress["sessions"]): string | null {
  const last = [...sessions]
    .sort((a, b) => b.at.localeCompare(a.at))
    .find((one) => one.findings.some(({ level, override }) => level === "stop" && override));
  const finding = last?.findings.find(({ level, override }) => level === "stop" && override);
  if (!last || !finding) return null;
  return t("visit.alerts.overridden", { day: shortDayText(last.at), because: finding.because });
}

function Alert({ icon, grave = false, children }: { icon: IconName; grave?: boolean; children: ComponentChildren }) {
  return (
    <li class={grave ? "alert-grave" : `alert-${icon}`}>
      <Icon name={icon} />
      <bdi>{children}</bdi>
    </li>
  );
}

// What the book has of a patient that must be read; with their progress it is all that is shown.
export interface AlertsSeen {
  patient: Person;
  conditions: Kept[]; // those that count
}

export async function readAlerts(chartNumber: string): Promise<Answer<AlertsSeen>> {
  const [patient, conditions] = await Promise.all([
    read<Person>(patientPath(chartNumber), ["chart"]),
    read<Kept[]>(patientPath(chartNumber, "/condition"), "list"),
  ]);
  if (!patient.ok) return patient;
  if (!conditions.ok) return conditions;
  return { ok: true, value: { patient: patient.value, conditions: conditions.value.filter((one) => !one.voided) } };
}

export function Alerts({ chair }: { chair: AlertsSeen & { progress: Progress } }) {
  const { patient, progress } = chair;
  const open = chair.conditions.filter((one) => goesOn(one, progress.as_of));
  const override = lastOverride(progress.sessions);
  const events = progress.events.filter((one) => !one.resolved);
  const note = textOf(patient.note);
  return (
    <aside class="alerts" aria-label={t("visit.alerts.title")}>
      <ul>
        {open.filter(isAllergy).map((one) => (
          <Alert key={one.id} icon="stop" grave>
            {nameOfCondition(one)}
          </Alert>
        ))}
        {note !== "" && <Alert icon="ask">{note}</Alert>}
        {open
          .filter((one) => !isAllergy(one))
          .map((one) => (
            <Alert key={one.id} icon="ask">
              {nameOfCondition(one)}
            </Alert>
          ))}
        {events.map((one) => (
          <Alert key={one.id} icon="open">
            {one.onset
              ? t("visit.alerts.event_since", { kind: nameOf(one.kind), day: shortDayText(one.onset) })
              : t("visit.alerts.event", { kind: nameOf(one.kind) })}
          </Alert>
        ))}
        {override && <Alert icon="sign">{override}</Alert>}
        {open.length === 0 && note === "" && events.length === 0 && override === null && (
          <li class="soft">{t("visit.alerts.none")}</li>
        )}
      </ul>
    </aside>
  );
}
