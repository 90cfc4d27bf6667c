// A visit that is in the book, on the form that recorded it: what was recorded as a draft, what differs from it, and
// the body that corrects it. Pure.
import { changedIn, type Changed } from "./changed.ts";
import { lesions, type Counts } from "./acne_count.ts";
import { kindOf } from "./kinds.ts";
import { textOf, type Typed } from "./record_body.ts";
import { fromRecord, type FormValue } from "./record_form.ts";
import { dayOf, type Entry, type Noun } from "./record_line.ts";
import type { Kept, Kind } from "./shapes.ts";
import { areasTyped, freshVisit, hasSession, visitBody, type VisitDraft } from "./visit_draft.ts";

const visitNouns = ["session", "acne", "scars", "pigmentation", "reading", "questionnaire"] as const;
type VisitNoun = (typeof visitNouns)[number];

// What the form has a place for: one of each kind, and all that was put on.
export interface Recorded {
  day: string;
  records: Partial<Record<VisitNoun, Kept>>;
  applications: Kept[];
  others: { noun: Noun; record: Kept }[]; // of the same day: corrected by themselves
}

export function recordedOn(day: string, lists: readonly { noun: Noun; records: readonly Kept[] }[]): Recorded {
  const recorded: Recorded = { day, records: {}, applications: [], others: [] };
  for (const { noun, records } of lists) {
    const ofDay = records
      .filter((one) => !one.voided && dayOf(one).slice(0, 10) === day)
      .sort((a, b) => dayOf(a).localeCompare(dayOf(b)));
    for (const record of ofDay) {
      const place = visitNouns.find((one) => one === noun);
      if (noun === "application") recorded.applications.push(record);
      else if (place === undefined || recorded.records[place]) recorded.others.push({ noun, record });
      else recorded.records[place] = record;
    }
  }
  return recorded;
}

export const isNothing = ({ records, applications }: Recorded): boolean =>
  Object.keys(records).length === 0 && applications.length === 0;

const rowsOf = (value: unknown): Record<string, unknown>[] =>
  Array.isArray(value) ? (value as Record<string, unknown>[]) : [];

const typedOf = (value: unknown, names?: readonly string[]): Typed =>
  Object.fromEntries(
    Object.entries((value ?? {}) as Record<string, unknown>)
      .filter(([name, each]) => each !== null && (names?.includes(name) ?? true))
      .map(([name, each]) => [name, textOf(each)]),
  );

const formOf = (kind: Kind | null, record: Kept | undefined): FormValue => {
  if (!kind || !record) return { fields: {}, parts: [] };
  const { patient: _patient, on: _on, session: _session, ...fields } = fromRecord(kind, record).fields;
  return { fields: Object.fromEntries(Object.entries(fields).filter(([, text]) => text !== "")), parts: [] };
};

// The draft that a correction begins with: what stands in the book.
export function asRecorded(kinds: readonly Kind[], recorded: Recorded): VisitDraft {
  const { session, acne, scars, pigmentation, reading, questionnaire } = recorded.records;
  const none = { session: null, acne: null, scars: null, pigmentation: null };
  const fresh = freshVisit(kinds, none, recorded.day);
  const ofSession = (kindOf(kinds, "session")?.fields ?? []).map(({ name }) => name);
  const yesNo = (value: unknown): Typed =>
    Object.fromEntries(Object.entries(typedOf(value)).map(([name, text]) => [name, text === "true" ? "yes" : "no"]));
  return {
    session: session
      ? { fields: typedOf(session, ofSession), areas: areasTyped(session), overrides: {} }
      : { ...fresh.session, fields: { at: recorded.day, device: "" } },
    acne: acne
      ? {
          ...fresh.acne,
          rest: acne.rest === "clear",
          regions: Object.fromEntries(
            rowsOf(acne.regions).map((row): [string, Counts] => [
              textOf(row.region),
              Object.fromEntries(lesions.map((lesion) => [lesion, Number(row[lesion] ?? 0)])),
            ]),
          ),
          fields: typedOf(acne, ["iga", "redness", "tenderness", "note", "rater"]),
        }
      : fresh.acne,
    scars: scars
      ? {
          ...fresh.scars,
          grade: textOf(scars.goodman_baron_grade),
          answers: yesNo(scars.goodman_baron),
          counts: Object.fromEntries(rowsOf(scars.counts).map((row) => [textOf(row.type), textOf(row.amount)])),
          rest: scars.rest === "none",
          rater: textOf(scars.rater),
          note: textOf(scars.note),
        }
      : fresh.scars,
    marks: pigmentation
      ? {
          ...fresh.marks,
          kind: textOf(pigmentation.kind),
          none: pigmentation.marks === "none",
          pahpi: typedOf(pigmentation.pahpi),
          masi: Object.fromEntries(
            rowsOf(pigmentation.regions).map(({ region, ...row }) => [textOf(region), typedOf(row)]),
          ),
          fields: typedOf(pigmentation, ["melanin_index", "erythema_index", "device", "rater", "note"]),
        }
      : fresh.marks,
    reading: formOf(kindOf(kinds, "reading"), reading),
    questionnaire: formOf(kindOf(kinds, "questionnaire"), questionnaire),
    applications: recorded.applications.map((one) => ({
      id: String(one.id),
      active: textOf(one.active),
      product: textOf(one.product),
    })),
  };
}

type Body = Record<string, unknown>;
const objectOf = (value: unknown): Body | undefined => (Array.isArray(value) ? value[0] : value) as Body | undefined;

// The members that differ; null for what is not said any more.
function differing(before: Body, now: Body, without: readonly string[]): Body {
  const names = [...new Set([...Object.keys(before), ...Object.keys(now)])].filter((name) => !without.includes(name));
  return Object.fromEntries(
    names
      .filter((name) => JSON.stringify(before[name]) !== JSON.stringify(now[name]))
      .map((name) => [name, now[name] ?? null]),
  );
}

// Rows that the form has no place for stay.
function withUnseenRows(differs: Body, record: Kept, before: Body): Body {
  const rows = ["areas", "regions", "counts"].find((name) => name in differs);
  if (rows === undefined) return differs;
  const keyOf = (row: Body): string => textOf(row.region ?? row.type);
  const shown = rowsOf(before[rows]).map(keyOf);
  const others = rowsOf(record[rows]).filter((row) => !shown.includes(keyOf(row)));
  return { ...differs, [rows]: [...rowsOf(differs[rows]), ...others] };
}

const seen = ({ id, version }: Kept): Body => ({ id, version });

function applicationsBody(recorded: Recorded, before: VisitDraft, now: VisitDraft, at: Body): Body[] {
  const session = recorded.records.session;
  const rowOf = (visit: VisitDraft, id: string): Typed | undefined => visit.applications.find((row) => row.id === id);
  const kept = recorded.applications.map((record) => {
    const [was, is] = [before, now].map((visit) => rowOf(visit, String(record.id)) ?? {});
    if ((is?.active ?? "") === "") return { ...seen(record), void: true };
    const bodies = [was, is].map((row) => ({ active: row?.active, product: row?.product?.trim() || undefined }));
    return { ...seen(record), ...differing(bodies[0] ?? {}, bodies[1] ?? {}, []), ...at };
  });
  const isGone = session !== undefined && !hasSession(now);
  const added = now.applications
    .filter((row) => (row.id ?? "") === "" && (row.active ?? "") !== "")
    .map(({ active, product = "" }) => ({
      at: now.session.fields.at,
      active,
      ...(product.trim() === "" ? {} : { product }),
      ...(isGone || !hasSession(now) ? { session: null } : {}),
    }));
  return [...kept, ...added];
}

// All that was recorded, by id and version, so that nobody's correction goes over another's; with what differs.
function partsOf(kinds: readonly Kind[], recorded: Recorded, value: VisitDraft, asked: ReadonlySet<string>): Body {
  const start = asRecorded(kinds, recorded);
  const [was, now] = [visitBody(start, kinds, new Set()), visitBody(value, kinds, asked)];
  const isMoved = value.session.fields.at !== start.session.fields.at;
  const day = (value.session.fields.at ?? "").slice(0, 10);
  const on = isMoved && day !== recorded.day ? { on: day } : {};
  const parts: Body = {};
  for (const noun of visitNouns) {
    const [record, before, is] = [recorded.records[noun], objectOf(was[noun]), objectOf(now[noun])];
    if (record && is)
      parts[noun] = {
        ...seen(record),
        ...withUnseenRows(differing(before ?? {}, is, ["on", "overrides"]), record, before ?? {}),
        ...(noun === "session" ? (is.overrides ? { overrides: is.overrides } : {}) : on),
      };
    else if (record) parts[noun] = { ...seen(record), ...(before ? { void: true } : {}) };
    else if (is) parts[noun] = is;
  }
  const at = "on" in on ? { at: value.session.fields.at } : {};
  const applications = applicationsBody(recorded, start, value, at);
  return applications.length === 0 ? parts : { ...parts, application: applications };
}

const says = (part: unknown): boolean =>
  (Array.isArray(part) ? (part as Body[]) : [part as Body]).some((one) =>
    Object.keys(one).some((name) => !["id", "version", "overrides"].includes(name)),
  );

// Empty where nothing differs.
export function correctionBody(
  kinds: readonly Kind[],
  recorded: Recorded,
  value: VisitDraft,
  asked: ReadonlySet<string>,
): Body {
  const parts = partsOf(kinds, recorded, value, asked);
  return Object.values(parts).some(says) ? parts : {};
}

export interface ChangedRecord {
  noun: string;
  is: "changed" | "added" | "taken_out";
  fields: Changed[]; // of one that changed
}

// What the correction changes, record by record, with what stood there.
export function changesOf(kinds: readonly Kind[], recorded: Recorded, value: VisitDraft): ChangedRecord[] {
  const parts = partsOf(kinds, recorded, value, new Set());
  return Object.entries(parts).flatMap(([noun, part]) => {
    const kind = kindOf(kinds, noun);
    return (Array.isArray(part) ? (part as Body[]) : [part as Body]).flatMap((one): ChangedRecord[] => {
      if (!("id" in one)) return [{ noun, is: "added", fields: [] }];
      if (one.void === true) return [{ noun, is: "taken_out", fields: [] }];
      const stored =
        noun === "application" ? recorded.applications.find(({ id }) => id === one.id) : recordOf(recorded, noun);
      if (!says(one) || !stored || !kind) return [];
      const { overrides: _overrides, ...told } = one;
      return [{ noun, is: "changed", fields: changedIn(kind, fromRecord(kind, { ...stored, ...told }), stored) }];
    });
  });
}

const recordOf = (recorded: Recorded, noun: string): Kept | undefined =>
  (recorded.records as Record<string, Kept | undefined>)[noun];

// Whether among the entries of a day is one that the form has a place for.
export const hasPlaceInVisit = (entries: readonly Entry[]): boolean =>
  entries.some(
    ({ noun, record }) => !record.voided && (noun === "application" || visitNouns.some((one) => one === noun)),
  );
