// What a consent is on a day.
import type { ConsentSeen } from "../shapes.ts";

export type ConsentState = "valid" | "expired" | "withdrawn";

export function stateOf(consent: Pick<ConsentSeen, "withdrawn_at" | "until">, today: string): ConsentState {
  if (consent.withdrawn_at !== null) return "withdrawn";
  return consent.until !== null && consent.until < today ? "expired" : "valid";
}
