// All that a visit needs to know of a patient and of the clinic.
import { patientPath, read, readNow, type Answer } from "../../api.ts";
import { kindOf, readKinds } from "../../kinds.ts";
import { dayOf } from "../../record_line.ts";
import { lastOf } from "../../session_draft.ts";
import type { Kept, Kind, Person, Progress } from "../../shapes.ts";
import { recordedOn, type Recorded } from "../../visit_correction.ts";
import type { Lasts } from "../../visit_draft.ts";

export interface Chair {
  progress: Progress;
  patient: Person;
  conditions: Kept[];
  sessions: Kept[];
  lasts: Lasts;
  kinds: Kind[];
  protocols: Kept[]; // none where the clinic has none
  boxes: Kept[]; // cartridges in stock, those that may be picked first
  rules: number; // that are asked of a session
  byAnother: boolean; // somebody else signs a sign-off
  now: string;
  recorded: Recorded | null; // on the day that is corrected
}

const lastRecord = (records: readonly Kept[], today: string): Kept | null =>
  records
    .filter((one) => !one.voided && dayOf(one).slice(0, 10) <= today)
    .sort((a, b) => dayOf(a).localeCompare(dayOf(b)))
    .pop() ?? null;

const ofPatient = (chartNumber: string, noun: string): Promise<Answer<Kept[]>> =>
  read<Kept[]>(patientPath(chartNumber, `/${noun}`), "list");

// Of what the clinic keeps, nothing where the program does not keep it.
async function ofClinic(kinds: readonly Kind[], noun: string, path: string, query = {}): Promise<Kept[]> {
  if (kindOf(kinds, noun) === null) return [];
  const answer = await read<Kept[]>(path, "list", query);
  return answer.ok ? answer.value.filter((one) => !one.voided) : [];
}

// What is corrected stands beside its fields, where otherwise the last visit does.
const lastsOf = ({ records }: Recorded): Lasts => ({
  session: records.session ?? null,
  acne: records.acne ?? null,
  scars: records.scars ?? null,
  pigmentation: records.pigmentation ?? null,
});

async function readRecorded(
  chartNumber: string,
  on: string,
  session: Kept[],
  acne: Kept[],
  scars: Kept[],
  pigmentation: Kept[],
): Promise<Answer<Recorded>> {
  const [reading, questionnaire, application] = await Promise.all([
    ofPatient(chartNumber, "reading"),
    ofPatient(chartNumber, "questionnaire"),
    ofPatient(chartNumber, "application"),
  ]);
  if (!reading.ok) return reading;
  if (!questionnaire.ok) return questionnaire;
  if (!application.ok) return application;
  return {
    ok: true,
    value: recordedOn(on, [
      { noun: "session", records: session },
      { noun: "acne", records: acne },
      { noun: "scars", records: scars },
      { noun: "pigmentation", records: pigmentation },
      { noun: "reading", records: reading.value },
      { noun: "questionnaire", records: questionnaire.value },
      { noun: "application", records: application.value },
    ]),
  };
}

// `on`: the day that is corrected; "" for a new visit.
export async function readChair(chartNumber: string, on: string): Promise<Answer<Chair>> {
  const [progress, patient, conditions, sessions, acne, scars, marks, kinds, rules, clinic, me] = await Promise.all([
    read<Progress>(patientPath(chartNumber, "/progress"), ["patient"]),
    read<Person>(patientPath(chartNumber), ["chart"]),
    ofPatient(chartNumber, "condition"),
    ofPatient(chartNumber, "session"),
    ofPatient(chartNumber, "acne"),
    ofPatient(chartNumber, "scars"),
    ofPatient(chartNumber, "pigmentation"),
    readKinds(),
    read<unknown[]>("/rules", "list"),
    read<{ sign_off: string }>("/clinic", ["sign_off"]),
    readNow(),
  ]);
  if (!progress.ok) return progress;
  if (!patient.ok) return patient;
  if (!conditions.ok) return conditions;
  if (!sessions.ok) return sessions;
  if (!acne.ok) return acne;
  if (!scars.ok) return scars;
  if (!marks.ok) return marks;
  if (!kinds.ok) return kinds;
  if (!rules.ok) return rules;
  if (!clinic.ok) return clinic;
  if (!me.ok) return me;
  const [protocols, boxes] = await Promise.all([
    ofClinic(kinds.value, "protocol", "/protocols"),
    ofClinic(kinds.value, "stock", "/stock", { kind: "cartridge" }),
  ]);
  const today = me.value.as_of;
  const recorded =
    on === "" ? null : await readRecorded(chartNumber, on, sessions.value, acne.value, scars.value, marks.value);
  if (recorded?.ok === false) return recorded;
  return {
    ok: true,
    value: {
      progress: progress.value,
      patient: patient.value,
      conditions: conditions.value.filter((one) => !one.voided),
      sessions: sessions.value,
      lasts: recorded
        ? lastsOf(recorded.value)
        : {
            session: lastOf(sessions.value),
            acne: lastRecord(acne.value, today),
            scars: lastRecord(scars.value, today),
            pigmentation: lastRecord(marks.value, today),
          },
      kinds: kinds.value,
      protocols,
      boxes,
      rules: rules.value.length,
      byAnother: me.value.accounts && clinic.value.sign_off === "another_person",
      now: me.value.now.slice(0, 16),
      recorded: recorded?.value ?? null,
    },
  };
}
