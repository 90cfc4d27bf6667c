// Consent forms by their name: the editions of each, the newest first.
import type { ConsentFormSeen } from "../shapes.ts";

export interface FormEditions {
  name: string;
  editions: readonly ConsentFormSeen[]; // in use
}

export function byName(forms: readonly ConsentFormSeen[]): FormEditions[] {
  const names = [...new Set(forms.map(({ name }) => name))].sort((a, b) => a.localeCompare(b));
  return names.map((name) => ({
    name,
    editions: forms.filter((form) => form.name === name).sort((a, b) => b.id - a.id),
  }));
}

// "3" after "2", "2026-b2" after "2026-b1"; empty where the clinic does not count so.
export function nextEdition(edition: string): string {
  const counted = /^(.*?)(\d+)$/.exec(edition);
  return counted ? `${counted[1]}${Number(counted[2]) + 1}` : "";
}
