// A visit as it is typed: the session, and what was seen before it; and the one body that records all of it. Pure.
import { acneBody, freshAcne, isEmptyAcne, type AcneDraft } from "./acne_count.ts";
import { kindOf } from "./kinds.ts";
import { freshMarks, isEmptyMarks, marksBody, type MarksDraft } from "./marks_draft.ts";
import { textOf, type Typed } from "./record_body.ts";
import { bodyOf, emptyForm, type FormValue } from "./record_form.ts";
import { freshScars, isEmptyScars, scarsBody, type ScarsDraft } from "./scars_draft.ts";
import { areasOf, prefilled, sessionBody, type SessionDraft } from "./session_draft.ts";
import type { Kept, Kind } from "./shapes.ts";

export interface VisitDraft {
  session: SessionDraft;
  acne: AcneDraft;
  scars: ScarsDraft;
  marks: MarksDraft;
  reading: FormValue;
  questionnaire: FormValue;
  applications: Typed[]; // what was put on: active, product; of one that is in the book its id
  begun?: string; // when the first of it was typed
  isDayGiven?: boolean; // somebody chose the day
  why?: string; // of a correction
}

// What was there last of each kind.
export interface Lasts {
  session: Kept | null;
  acne: Kept | null;
  scars: Kept | null;
  pigmentation: Kept | null;
}

export const seenKinds = ["acne", "scars", "pigmentation", "reading", "questionnaire"] as const;
export type SeenKind = (typeof seenKinds)[number];

export const freshVisit = (kinds: readonly Kind[], lasts: Lasts, now: string): VisitDraft => ({
  session: prefilled(kindOf(kinds, "session"), lasts.session, now),
  acne: freshAcne(now.slice(0, 10)),
  scars: freshScars(now.slice(0, 10)),
  marks: freshMarks(now.slice(0, 10), kinds, lasts.pigmentation),
  reading: emptyForm,
  questionnaire: emptyForm,
  applications: [],
});

export const hasSession = (visit: VisitDraft): boolean => Object.keys(visit.session.areas).length > 0;
export const dayOfVisit = (visit: VisitDraft): string => (visit.session.fields.at ?? "").slice(0, 10);

// What is typed, with when it began; and with the day as given, where that was changed by hand.
export function typed(now: VisitDraft, next: VisitDraft, at: string): VisitDraft {
  const isMoved = next.session.fields.at !== now.session.fields.at;
  return { ...next, begun: next.begun ?? at, ...(isMoved ? { isDayGiven: true } : {}) };
}

// The day that it was begun on, where that is another than today and nobody has said of which day the visit is.
export function dayToAsk(visit: VisitDraft, opened: string, now: string): string | null {
  const begun = visit.begun ?? opened;
  return visit.isDayGiven || begun.slice(0, 10) === now.slice(0, 10) ? null : begun;
}

export const onDay = (visit: VisitDraft, at: string): VisitDraft => ({
  ...visit,
  session: { ...visit.session, fields: { ...visit.session.fields, at } },
  isDayGiven: true,
});

// One tap: as it was done last, without what belongs to one use.
export function asLast(visit: VisitDraft, kind: Kind | null, last: Kept): VisitDraft {
  const { at = "", ...kept } = visit.session.fields;
  const { fields, areas } = prefilled(kind, last, at);
  return { ...visit, session: { ...visit.session, fields: { ...kept, ...fields, at }, areas } };
}

export type Areas = SessionDraft["areas"];
export const areasTyped = (record: Kept | null): Areas =>
  Object.fromEntries(
    areasOf(record).map((area) => [area.region, { depth: String(area.depth_mm), passes: String(area.passes) }]),
  );

export const sameAreas = (a: Areas, b: Areas): boolean =>
  Object.keys(a).length === Object.keys(b).length &&
  Object.entries(a).every(([region, area]) => b[region]?.depth === area.depth && b[region]?.passes === area.passes);

// Nothing of it was changed by hand; its day is asked for by itself.
export function sameSession(a: SessionDraft, b: SessionDraft): boolean {
  const names = new Set([...Object.keys(a.fields), ...Object.keys(b.fields)].filter((name) => name !== "at"));
  return sameAreas(a.areas, b.areas) && [...names].every((name) => (a.fields[name] ?? "") === (b.fields[name] ?? ""));
}

// The fields of a protocol are called as those of a session.
const protocolFields = ["device", "model", "needles", "glide", "glide_product", "anaesthetic"];
export function byProtocol(visit: VisitDraft, protocol: Kept): VisitDraft {
  const given: Typed = Object.fromEntries(
    protocolFields.flatMap((name) => {
      const text = textOf(protocol[name]);
      return text === "" ? [] : [[name, text]];
    }),
  );
  const { session } = visit;
  const applications = Array.isArray(protocol.applications)
    ? (protocol.applications as Record<string, unknown>[]).map(({ active, product }) => ({
        active: textOf(active),
        product: textOf(product),
      }))
    : [];
  return {
    ...visit,
    session: { ...session, fields: { ...session.fields, ...given }, areas: areasTyped(protocol) },
    applications,
  };
}

export const withoutSession = (visit: VisitDraft): VisitDraft => ({
  ...visit,
  session: { ...visit.session, areas: {} },
});

const applied = ({ applications }: VisitDraft): Typed[] => applications.filter(({ active = "" }) => active !== "");

// What of it is there to be recorded, in the order in which it is done.
export function kindsIn(visit: VisitDraft): string[] {
  return [
    ...(isEmptyAcne(visit.acne) ? [] : ["acne"]),
    ...(isEmptyScars(visit.scars) ? [] : ["scars"]),
    ...(isEmptyMarks(visit.marks) ? [] : ["pigmentation"]),
    ...(["reading", "questionnaire"] as const).filter((noun) =>
      Object.values(visit[noun].fields).some((text) => text.trim() !== ""),
    ),
    ...(hasSession(visit) ? ["session"] : []),
    ...(applied(visit).length > 0 ? ["application"] : []),
  ];
}

// All of it has the visit's day. Only reasons that answer what rules say now are sent.
export function visitBody(
  visit: VisitDraft,
  kinds: readonly Kind[],
  asked: ReadonlySet<string>,
): Record<string, unknown> {
  const on = dayOfVisit(visit);
  const form = (noun: "reading" | "questionnaire"): Record<string, unknown>[] => {
    const kind = kindOf(kinds, noun);
    return kind ? [{ on, ...bodyOf(kind, visit[noun]) }] : [];
  };
  const bodies: Record<string, () => unknown> = {
    acne: () => ({ ...acneBody(visit.acne), on }),
    scars: () => ({ ...scarsBody(visit.scars), on }),
    pigmentation: () => ({ ...marksBody(visit.marks), on }),
    reading: () => form("reading"),
    questionnaire: () => form("questionnaire"),
    session: () => sessionBody(visit.session, kindOf(kinds, "session"), asked),
    application: () =>
      applied(visit).map(({ active, product = "" }) => ({
        at: visit.session.fields.at,
        active,
        ...(hasSession(visit) ? {} : { session: null }),
        ...(product.trim() === "" ? {} : { product }),
      })),
  };
  return Object.fromEntries(kindsIn(visit).map((noun) => [noun, bodies[noun]?.()]));
}
