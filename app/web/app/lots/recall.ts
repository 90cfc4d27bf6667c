// Who met a lot, and which of them were reached since a recall began. Pure but for the reading.
import { patientPath, read, type Answer } from "../api.ts";
import { textOf } from "../record_body.ts";
import type { Kept, Person } from "../shapes.ts";

export interface LotUses {
  lot: string;
  sessions: Kept[];
  applications: Kept[];
  also: { sessions: Kept[]; applications: Kept[] };
}

export interface Met {
  chart: string;
  days: string[]; // earliest first
}

export interface MetPerson extends Met {
  name: string;
  telephone: string;
  reached: string[]; // days on which somebody spoke to them
}

const dayOf = (record: Kept): string => textOf(record.at ?? record.start ?? record.on).slice(0, 10);

// A patient once, with the days of all that they met of it.
export function metBy({ sessions, applications }: Pick<LotUses, "sessions" | "applications">): Met[] {
  const days = new Map<string, Set<string>>();
  for (const record of [...sessions, ...applications]) {
    const chart = textOf(record.patient);
    days.set(chart, (days.get(chart) ?? new Set()).add(dayOf(record)));
  }
  return [...days.entries()]
    .map(([chart, all]) => ({ chart, days: [...all].filter((day) => day !== "").sort() }))
    .sort((a, b) => a.chart.localeCompare(b.chart, "en", { numeric: true }));
}

export const reachedSince = (person: MetPerson, since: string): boolean => person.reached.some((day) => day >= since);

async function withContacts(met: Met): Promise<Answer<MetPerson>> {
  const [person, contacts] = await Promise.all([
    read<Person>(patientPath(met.chart)),
    read<Kept[]>(patientPath(met.chart, "/contact"), "list"),
  ]);
  if (!person.ok) return person;
  if (!contacts.ok) return contacts;
  const reached = contacts.value.filter((one) => !one.voided && one.outcome === "reached").map(dayOf);
  const { name, telephone } = person.value;
  return { ok: true, value: { ...met, name: name ?? "", telephone: telephone ?? "", reached } };
}

export interface Recall extends LotUses {
  people: MetPerson[];
  alike: Met[]; // of whom only something that looks like the lot is recorded
}

export async function readRecall(lot: string): Promise<Answer<Recall>> {
  const uses = await read<LotUses>(`/lots/${encodeURIComponent(lot)}`, ["sessions"]);
  if (!uses.ok) return uses;
  const people: MetPerson[] = [];
  for (const met of metBy(uses.value)) {
    const person = await withContacts(met);
    if (!person.ok) return person;
    people.push(person.value);
  }
  return { ok: true, value: { ...uses.value, people, alike: metBy(uses.value.also) } };
}
