// Signing by another: which sign-off answers what a rule found. Pure.
import type { Finding, Kept } from "./shapes.ts";

export interface SignOff {
  id: number;
  patient: string;
  on: string;
  rule: string;
  region: string | null;
  because: string;
  reason: string;
  asked_by: string;
  asked_at: string;
  state: "asked" | "signed" | "declined";
  answered_by: string | null;
  answer: string | null;
}

// The latest of what was asked for this very finding on this day; null where nothing was.
export function signOffOf(finding: Finding, list: readonly SignOff[], day: string): SignOff | null {
  return (
    list
      .filter(
        (one) =>
          one.on === day &&
          one.rule === finding.rule &&
          one.region === (finding.region ?? null) &&
          one.because === finding.because,
      )
      .sort((a, b) => a.id - b.id)
      .pop() ?? null
  );
}

export type Standing = "unasked" | "asked" | "signed" | "own" | "declined";

// `me` records the session: a signature of theirs does not count for them.
export function standingOf(signOff: SignOff | null, me: string | null): Standing {
  if (signOff === null) return "unasked";
  return signOff.state === "signed" && signOff.answered_by === me ? "own" : signOff.state;
}

export const isSignOff = (finding: Finding): boolean => finding.level === "sign_off";

export const signOffsOf = (records: readonly Kept[]): SignOff[] =>
  records.filter((one) => !one.voided) as unknown as SignOff[];
