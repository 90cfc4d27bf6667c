// All that the page of a patient needs for its first view, read at once so that nothing moves afterwards.
import { patientPath, read, type Answer } from "../../api.ts";
import type { Kept, Person, Progress } from "../../shapes.ts";

export interface PatientSeen {
  progress: Progress;
  patient: Person;
  conditions: Kept[];
  treatments: Kept[];
  appointments: Kept[];
}

export async function readPatient(chartNumber: string): Promise<Answer<PatientSeen>> {
  const ofPatient = (noun: string): Promise<Answer<Kept[]>> =>
    read<Kept[]>(patientPath(chartNumber, `/${noun}`), "list");
  const [progress, patient, conditions, treatments, appointments] = await Promise.all([
    read<Progress>(patientPath(chartNumber, "/progress"), ["patient", "series", "sentences"]),
    read<Person>(patientPath(chartNumber), ["chart"]),
    ofPatient("condition"),
    ofPatient("treatment"),
    ofPatient("appointment"),
  ]);
  if (!progress.ok) return progress;
  if (!patient.ok) return patient;
  if (!conditions.ok) return conditions;
  if (!treatments.ok) return treatments;
  if (!appointments.ok) return appointments;
  const open = (records: Kept[]): Kept[] => records.filter((one) => !one.voided);
  return {
    ok: true,
    value: {
      progress: progress.value,
      patient: patient.value,
      conditions: open(conditions.value),
      treatments: open(treatments.value),
      appointments: open(appointments.value),
    },
  };
}
