// What the server tells of accounts, devices and programs.

export interface Account {
  id: number;
  name: string;
  display_name: string | null;
  role: string;
  active: boolean;
}

export interface Device {
  id: number;
  label: string;
  seen_at: string | null; // UTC; null: nobody is signed in there
  signed_in: number | null; // the account
  revoked: boolean;
  this: boolean; // the browser that asks
}

export interface Token {
  id: number;
  name: string;
  rights: string[];
  until: string | null; // UTC
  revoked: boolean;
}

export interface RightRow {
  right: string;
  lets: string;
  roles: string[];
}

// Who read what.
export interface AccessEntry {
  id: number;
  at: string; // the minute, UTC
  act: string;
  person: string | null; // null: nobody who has an account
  device: number | null;
  program: number | null;
  chart: string | null;
  reason: string | null; // of emergency reading
}

export interface AccessPage {
  entries: AccessEntry[];
  next: number | null; // where the next page begins
}

// The same, for the patient.
export interface LookedOn {
  day: string;
  person: string;
  role: string | null; // null: a program
  acts: string[];
  emergency: boolean;
}

export interface EmergencyReading {
  entry: number;
  at: string; // UTC
  person: string;
  reason: string;
}

export interface ClinicKey {
  fingerprint: string;
  made_at: string; // UTC
  retired_at: string | null;
}

export const roleNames = ["owner", "clinician", "assistant", "reader"];

export type TokenState = "in_force" | "revoked" | "expired";

// `now` in milliseconds since 1970.
export function tokenState(token: Pick<Token, "revoked" | "until">, now: number): TokenState {
  if (token.revoked) return "revoked";
  return token.until !== null && Date.parse(token.until) <= now ? "expired" : "in_force";
}

// The last whole day of a moment that ends it, UTC: "2026-12-31" of midnight after it.
export const lastDayOf = (until: string): string => new Date(Date.parse(until) - 1).toISOString().slice(0, 10);

// Those that work come first, each part by name.
export function inOrder<T extends { name: string }>(list: readonly T[], isOff: (one: T) => boolean): T[] {
  return [...list].sort((a, b) => Number(isOff(a)) - Number(isOff(b)) || a.name.localeCompare(b.name));
}
