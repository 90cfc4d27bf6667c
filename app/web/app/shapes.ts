// What the server's JSON looks like: the names of its schemas (docs/openapi.yaml) that the pages go by.
import type { components } from "../openapi.ts";

type Schemas = components["schemas"];

export type Me = Schemas["Me"];
export type BookProblem = Schemas["BookProblem"];
export type Health = Schemas["Health"];
export type Check = Schemas["Check"];

// A patient, of whom the progress tells less.
export type Person = Progress["patient"] & Partial<Schemas["ListedPatient"]>;

// What a rule found, now or when a session was recorded.
export type Finding = Pick<RuleFinding & KeptFinding, "rule" | "level" | "because"> &
  Partial<RuleFinding & Omit<KeptFinding, "region">>;
type RuleFinding = Schemas["RuleFinding"];
type KeptFinding = Schemas["KeptFinding"];

export type Today = Schemas["Today"];
export type Due = Schemas["DueNamed"];
export type TodaySession = Schemas["NamedSession"];
export type OpenEvent = Schemas["NamedEvent"];
export type WaitingFinding = Schemas["WaitingFinding"];
export type WaitingSignOff = Schemas["NamedSignOff"];
export type WaitingEntry = Schemas["NamedOwnEntry"];
export type PatientLinkSeen = Schemas["Link"];

export type Progress = Schemas["Progress"];
export type Series = Schemas["Series"];
export type Noise = NonNullable<Schemas["Noise"]>;
export type VerdictName = Schemas["Verdict"];
// Marks that got worse after a session.
export interface Darker {
  instrument: string;
  session: { id: number; at: string };
  before: { at: string; value: number };
  after: { at: string; value: number };
  days_after: number;
  noise: number | null;
  sure: boolean;
  depth_mm: number | null;
}
export type Benefit = Schemas["Benefit"];
export type Sentence = Schemas["Sentence"];
export type Area = Schemas["SessionSeen"]["areas"][number];
export type Aftercare = Schemas["Aftercare"];
// What its card shows: all that a patient's own page knows of it.
export type CareShown = Pick<Aftercare, "on_hold" | "card"> & {
  session: { at: string } | null;
  warnings: Pick<Aftercare["warnings"][number], "phrase">[];
};

// Any record, whose other fields its kind names.
export type Kept = Schemas["Kept"] & { id: number; [field: string]: unknown };

export type Kind = Schemas["Kind"];
export type FieldKind = Schemas["KindField"];
export type Preview = Schemas["Preview"];
export type ScoreSeen = Schemas["ScorePreview"];
export type Retention = Schemas["Retention"];
export type ErasurePlan = Schemas["ErasurePlan"];
export type Erased = Schemas["Erased"];
export type Merging = Schemas["Merging"];
export type ImportProposal = Schemas["Proposal"];
export type ImportReport = Schemas["ImportReport"];
export type LedgerEntry = Schemas["LedgerEntry"];

export type OwnView = Schemas["OwnPage"];
export type OwnDoor = Schemas["OwnDoor"];
export type OwnEntry = Schemas["OwnEntrySeen"];
export type OwnSeries = OwnView["series"][number];
export type OwnSection = OwnView["sections"][number];

export type PhotoSeen = Schemas["ShownPhoto"];
export type PhotoStudy = Schemas["PhotoStudy"];
export type NextPhoto = Schemas["NextPhoto"];
export type PhotoComparison = Schemas["PhotoComparison"];
export type FoundPhotoPair = Schemas["FoundPhotoPair"];
export type OwnPhotos = Schemas["OwnPhotos"];
// One of two photographs beside each other; `image` is an address, of a page or of data, or null where there is none.
export interface PairedPhoto {
  taken_at: string;
  view: string;
  region: string | null;
  side: string | null;
  image: string | null;
}
export type ConsentSeen = Schemas["Consent"];
export type ConsentFormSeen = Schemas["ConsentForm"];
