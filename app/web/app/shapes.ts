// What the server's JSON looks like: the same names as on the command line and in the records.
import type { Better } from "../chart/model.ts";

export interface Person {
  id: number;
  chart: string;
  name: string | null;
  name_ar: string | null;
  born: string | null;
  sex: string | null;
  fitzpatrick: string | null;
  monk: number | null;
  contact?: string | null;
  note?: string | null;
  status?: "active" | "left" | "died" | null;
  status_on?: string | null;
  weight_kg?: number | null;
  guardian?: string | null;
  version?: number;
  voided?: boolean;
  tags: Record<string, string>;
}

export interface Me {
  key: string;
  actor: string;
  as_of: string;
  now: string; // the moment on the clinic's wall clock
  clinic: string;
  version: string;
}

export interface BookProblem {
  where: string;
  what: string;
  try: string;
}

// What is wrong around the book, what the server's own last check found, and where the ledger ends.
export interface Health {
  warnings: BookProblem[];
  check: { at: string; whole: boolean; problems: BookProblem[] } | null;
  ledger: { entry: number; hash: string };
}

export interface Finding {
  rule: string;
  level: "stop" | "sign_off" | "caution" | "not_judged"; // the last: no rule could read it
  text?: string;
  because: string;
  source?: string;
  override?: string | null;
  region?: string | null; // the planned area it speaks of
  not_asked?: boolean | null; // the session was imported: the rules were asked only then
  record?: { kind: string; id: number } | null;
}

export interface Due {
  chart: string;
  name: string | null;
  concern: string;
  done: number;
  planned: number;
  last_session: string | null;
  next_on: string;
  overdue_days: number;
  state: string;
}

export interface Area {
  region: string;
  depth_mm: number;
  passes: number;
}

export interface SessionSeen {
  id: number;
  at: string;
  device: string;
  areas: Area[];
  endpoint: string | null;
  pain: number | null;
  downtime_days: number | null;
  course: number | null;
  findings: Finding[];
}

export interface TodaySession extends SessionSeen {
  patient: string; // the chart number
  name: string | null;
}

export interface WaitingFinding extends Finding {
  chart: string;
  name: string | null;
}

export interface OpenEvent extends AdverseEvent {
  patient: string;
  name: string | null;
}

export interface Today {
  as_of: string;
  due: Due[];
  due_total: number;
  sessions: TodaySession[];
  events: OpenEvent[];
  findings: WaitingFinding[];
}

export interface Dated {
  at: string;
  value: number;
}

// One rater's value.
export interface Rating extends Dated {
  rater: string | null; // not recorded
  device: string | null;
  record: { kind: string; id: number } | null;
}

// What was found on one day: the median of its ratings.
export interface Point extends Dated {
  after_sessions: number;
  recorded_total: number | null;
  places: string[] | null; // of part of the whole
  days_too_soon: number | null; // after a session, when that keeps it from being judged
  label: string | null; // on a scale whose values have names
  record: { kind: string; id: number } | null;
  ratings: Rating[];
}

export type VerdictName = "improved" | "worsened" | "unchanged" | "changed" | "stated" | "not_sure" | "not_enough_data";

// How far values of an unchanged patient differ.
export interface Noise {
  value: number;
  kind: "own" | "published" | "derived" | "ours";
  same_rater: boolean;
  medium: string;
  formula: string | null;
  source: string | null;
}

export interface Series {
  instrument: string;
  name: string;
  concern: string;
  unit: string;
  better: Better;
  range: { low: number; high: number | null };
  n: number;
  verdict: VerdictName;
  confirmed: boolean | null; // of improved and worsened: the visit before says the same
  words: string; // the verdict, as it is said everywhere
  reason: string | null; // of not_enough_data
  remarks: string[]; // what must be known beside the verdict
  baseline: Dated & { n: number; warning: "highest_ever" | "old" | "after_first_session" | null };
  latest: Dated;
  change: number | null;
  percent_change: number | null;
  places: string[] | null; // that both values have; null: the whole
  noise: Noise | null;
  since_last_visit: { change: number; verdict: VerdictName; words: string } | null;
  relapse: { best: Dated; change: number } | null;
  too_soon: (Dated & { days: number }) | null; // a later value, not judged
  against_trend: boolean;
  same_season: { month: number; values: Dated[] } | null;
  at_best_end: boolean;
  band: { name: string; assigned: boolean } | null;
  responder: boolean | null;
  responder_rule: { text: string; source: string } | null;
  points: Point[];
}

export interface Sentence {
  text: string;
  about: string;
}

export interface CourseSeen {
  id: number;
  concern: string;
  planned: number;
  done: number;
  every: string;
  began: string;
  ended: string | null;
}

export interface AdverseEvent {
  id: number;
  kind: string;
  onset: string | null;
  severity: number;
  resolved: string | null;
}

export interface CareItem {
  what: string;
  until: string;
  cautious_until?: string | null;
  hours_left?: number;
  source: string;
}

// What a patient takes home, in the server's words. A line of `avoid` is over at its `until`.
export interface CareCardLines {
  first: string[];
  use: string[];
  avoid: { text: string; until: string }[];
  next: string[];
  expect: string[];
  contact: string[];
}

export interface CarePhase {
  name: string;
  from: string;
  until: string;
}

export interface Aftercare {
  session: { id: number; at: string };
  at: string;
  hours_since: number;
  phase: CarePhase | null;
  next_phase: CarePhase | null;
  advised: CareItem[];
  avoid: CareItem[];
  no_evidence: CareItem[];
  warnings: { text: string }[];
  on_hold: boolean;
  card?: CareCardLines; // not within the progress
}

// improved and worsened are of what two visits say; one visit alone is not_sure.
export interface Benefit {
  benefit: string;
  verdict: "improved" | "unchanged" | "worsened" | "not_sure" | "not_enough_data";
  known: string;
  because: { text: string }[];
}

export interface Progress {
  patient: Person;
  as_of: string;
  course: CourseSeen | null;
  gaps: { kind: string; series: string; text: string }[];
  series: Series[];
  sessions: SessionSeen[];
  events: AdverseEvent[];
  due: { next_on: string; overdue_days: number } | null;
  departure: { status: "left" | "died"; on: string | null; event: number | null } | null;
  safety: Finding[];
  aftercare: Aftercare | null;
  benefits: Benefit[];
  sentences: { clinic: Sentence[]; patient: Sentence[] };
}

// Any record as its JSON: fields by name, an id and a version.
export interface Kept {
  id: number;
  version: number;
  voided: boolean;
  [field: string]: unknown;
}

export interface FieldKind {
  name: string;
  meaning: string;
  required: boolean;
  kind: string;
  choices: string[] | null;
  low: number | null;
  high: number | null;
  fields?: FieldKind[] | null;
}

export interface Kind {
  noun: string;
  fields: FieldKind[];
  parts: { name: string; fields: FieldKind[] } | null;
}

export interface ScoreSeen {
  instrument: string;
  name?: string;
  unit?: string;
  value: number;
  region?: string | null;
  band?: { name: string } | string | null;
}

export interface Preview {
  scores: ScoreSeen[];
  findings: Finding[];
  problems: { field: string; text: string }[];
}

export interface LedgerEntry {
  seq: number;
  at: string;
  actor: string;
  action: string;
  reason: string | null;
  patient: number | null;
  chart?: string | null;
  epoch?: string;
  changes: {
    table: string;
    kind: "added" | "changed" | "removed";
    key: string;
    columns: { column: string; before: string | null; after: string | null }[];
  }[];
}
