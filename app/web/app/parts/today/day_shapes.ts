// What Today knows of a day: who comes, and whom somebody has tried to reach. A program that keeps no appointments says
// nothing of them.
import type { Due, Kept, Today } from "../../shapes.ts";

export interface Appointment extends Kept {
  at: string;
  minutes: number;
  status: "planned" | "arrived" | "done" | "missed" | "cancelled";
  note: string | null;
  patient: string;
  name: string | null;
  name_ar: string | null;
  allergies?: { kind: string; substance: string | null }[];
}

interface Attempts {
  count: number;
  last: { at: string; channel: string; outcome: string } | null;
}

export type DueRow = Due & { attempts?: Attempts; appointment?: { id: number; at: string } | null };

export const appointmentsOf = (today: Today): Appointment[] | null =>
  "appointments" in today && Array.isArray(today.appointments) ? (today.appointments as Appointment[]) : null;

export const dueOf = (today: Today): DueRow[] => today.due as DueRow[];

// Who is here first: the one to go on with.
export const nextOf = (appointments: readonly Appointment[]): Appointment | null =>
  appointments.find((one) => one.status === "arrived") ?? null;

// Between which of them it is now: the number of those whose time has come.
export const before = (appointments: readonly Appointment[], now: string): number =>
  appointments.filter((one) => one.at <= now).length;

export interface DueGroups {
  soon: DueRow[]; // near, and not yet overdue
  call: DueRow[]; // overdue, without an appointment, and not here today
  lost: DueRow[];
}

const isComing = ({ status }: Appointment): boolean => status !== "missed" && status !== "cancelled";

export function groupsOf(due: readonly DueRow[], appointments: readonly Appointment[]): DueGroups {
  const today = new Set(appointments.filter(isComing).map(({ patient }) => patient));
  return {
    soon: due.filter((one) => one.state !== "lost" && one.overdue_days <= 0),
    call: due.filter(
      (one) => one.state !== "lost" && one.overdue_days > 0 && !one.appointment && !today.has(one.chart),
    ),
    lost: due.filter((one) => one.state === "lost"),
  };
}
