// A session as it is typed at the chair: prefilled from the last one, and the body that is sent. Pure.
import { isNumber } from "./kinds.ts";
import { numberOrText, textOf, type Typed } from "./record_body.ts";
import { regions } from "./regions.ts";
import type { Area, Finding, Kept, Kind } from "./shapes.ts";

export interface SessionDraft {
  fields: Typed;
  areas: Record<string, { depth: string; passes: string }>; // by region, those that are chosen
  overrides: Record<string, string>; // by rule and region
}

export const lastOf = (sessions: readonly Kept[]): Kept | null =>
  [...sessions]
    .filter((one) => !one.voided)
    .sort((a, b) => String(a.at).localeCompare(String(b.at)))
    .pop() ?? null;

export const areasOf = (session: Kept | null): Area[] =>
  session !== null && Array.isArray(session.areas) ? (session.areas as Area[]) : [];

// Nothing that belongs to one visit, or proves something of it, is taken over from the last.
export function prefilled(kind: Kind | null, last: Kept | null, now: string): SessionDraft {
  const fields: Typed = { at: now, device: "" };
  for (const { name, prefill } of kind?.fields ?? []) {
    const value = last?.[name] ?? null;
    if (prefill === "last_visit" && value !== null) fields[name] = textOf(value);
  }
  const areas = Object.fromEntries(
    areasOf(last).map((area) => [area.region, { depth: String(area.depth_mm), passes: String(area.passes) }]),
  );
  return { fields, areas, overrides: {} };
}

// Depth and passes for a region that is newly chosen: as it was last done there, else as its neighbours now.
export function settingsFor(
  region: string,
  draft: SessionDraft,
  sessions: readonly Kept[],
): { depth: string; passes: string } {
  for (const session of [...sessions].sort((a, b) => String(b.at).localeCompare(String(a.at)))) {
    const area = areasOf(session).find((one) => one.region === region);
    if (area && !session.voided) return { depth: String(area.depth_mm), passes: String(area.passes) };
  }
  const other = Object.values(draft.areas)[0];
  return other ?? { depth: "", passes: "" };
}

export function toggled(draft: SessionDraft, region: string, sessions: readonly Kept[]): SessionDraft {
  const { [region]: chosen, ...rest } = draft.areas;
  if (chosen) return { ...draft, areas: rest };
  return { ...draft, areas: { ...draft.areas, [region]: settingsFor(region, draft, sessions) } };
}

const isNumeric = (kind: Kind | null, name: string): boolean => {
  const field = kind?.fields.find((one) => one.name === name);
  return field !== undefined && isNumber(field);
};

// Only reasons that answer what rules say now are sent.
export function sessionBody(
  draft: SessionDraft,
  kind: Kind | null,
  asked: ReadonlySet<string>,
): Record<string, unknown> {
  const body: Record<string, unknown> = {};
  for (const [name, text] of Object.entries(draft.fields)) {
    if (text.trim() !== "") body[name] = isNumeric(kind, name) ? numberOrText(text) : text;
  }
  body.areas = regions
    .filter((region) => draft.areas[region])
    .map((region) => ({
      region,
      depth_mm: numberOrText(draft.areas[region]?.depth ?? ""),
      passes: numberOrText(draft.areas[region]?.passes ?? ""),
    }));
  const reasons = Object.entries(draft.overrides).filter(([key, reason]) => asked.has(key) && reason.trim() !== "");
  if (reasons.length > 0) body.overrides = Object.fromEntries(reasons);
  return body;
}

export const needsReason = (finding: Finding): boolean => finding.level === "stop" || finding.level === "sign_off";

// What a reason answers: the rule, and where.
export const answerKey = (finding: Finding): string =>
  finding.region ? `${finding.rule}@${finding.region}` : finding.rule;

export const unanswered = (findings: readonly Finding[], reasons: Record<string, string>): Finding[] =>
  findings.filter((one) => needsReason(one) && (reasons[answerKey(one)] ?? "").trim() === "");
