// The only file that speaks to the server. Every call comes back as a value or a problem; nothing throws.
import type { Finding, Health, Me } from "./shapes.ts";

export interface Problem {
  status: number; // 0 = the server could not be reached
  title: string;
  detail: string;
  remedy: string;
  errors: { field: string; detail: string }[];
  findings: Finding[];
  stored: Record<string, unknown> | null;
}

export type Answer<T> = { ok: true; value: T } | { ok: false; problem: Problem };

const root = "/api/v1";
const longest_wait_ms = 20000;
let me: Me | null = null;

const is_object = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);
const text_of = (value: unknown): string => (typeof value === "string" ? value : "");

function problem_of(status: number, body: unknown): Problem {
  const said = is_object(body) ? body : {};
  return {
    status,
    title: text_of(said.title),
    detail: text_of(said.detail),
    remedy: text_of(said.try),
    errors: Array.isArray(said.errors) ? (said.errors as Problem["errors"]) : [],
    findings: Array.isArray(said.findings) ? (said.findings as Finding[]) : [],
    stored: is_object(said.stored) ? said.stored : null,
  };
}

// The shape at the door: an array, or an object with these members.
function fits(value: unknown, members: readonly string[] | "list"): boolean {
  if (members === "list") return Array.isArray(value);
  return members.length === 0 || (is_object(value) && members.every((name) => name in value));
}

async function ask<T>(
  method: string,
  address: string,
  members: readonly string[] | "list",
  body?: unknown,
  headers: Record<string, string> = {},
  outlives_page = false,
): Promise<Answer<T>> {
  const wants: Record<string, string> = { Accept: "application/json", ...headers };
  if (method !== "GET") {
    if (me === null) {
      const known = await who_am_i();
      if (!known.ok) return known;
    }
    wants["X-Needlebook-Key"] = me?.key ?? "";
    wants["Content-Type"] = "application/json";
  }
  try {
    const reply = await fetch(address, {
      method,
      headers: wants,
      cache: "no-store",
      keepalive: outlives_page,
      signal: AbortSignal.timeout(longest_wait_ms),
      ...(method === "GET" ? {} : { body: JSON.stringify(body ?? {}) }),
    });
    const text = await reply.text();
    const value: unknown = text === "" ? {} : JSON.parse(text);
    if (!reply.ok) {
      if (reply.status === 401 || reply.status === 403) me = null;
      return { ok: false, problem: problem_of(reply.status, value) };
    }
    if (!fits(value, members)) return { ok: false, problem: problem_of(502, { title: address }) };
    return { ok: true, value: value as T };
  } catch {
    return { ok: false, problem: problem_of(0, null) };
  }
}

const query_of = (query: Record<string, string | undefined>): string => {
  const given = Object.entries(query).filter((pair): pair is [string, string] => !!pair[1]);
  return given.length === 0 ? "" : `?${new URLSearchParams(given).toString()}`;
};

export const read = <T>(
  path: string,
  members: readonly string[] | "list" = [],
  query: Record<string, string | undefined> = {},
): Promise<Answer<T>> => ask<T>("GET", root + path + query_of(query), members);

// Who works here, and the key that writes need; asked once.
export async function who_am_i(): Promise<Answer<Me>> {
  if (me !== null) return { ok: true, value: me };
  const answer = await read<Me>("/me", ["key"]);
  if (answer.ok) me = answer.value;
  return answer;
}

export const health = (): Promise<Answer<Health>> => read<Health>("/health", ["warnings", "check", "ledger"]);

// Who asks, read anew: what day and time it is at the clinic now.
export const read_now = (): Promise<Answer<Me>> => read<Me>("/me", ["now", "as_of"]);

export const submit = <T>(path: string, body: unknown, submission_key: string): Promise<Answer<T>> =>
  ask<T>("POST", root + path, [], body, { "Idempotency-Key": submission_key });

export const preview = <T>(path: string, body: unknown): Promise<Answer<T>> =>
  ask<T>("POST", `${root}${path}/preview`, ["findings"], body, { "Idempotency-Key": new_key() });

export const change = <T>(path: string, body: unknown, version: number | null): Promise<Answer<T>> =>
  ask<T>("PATCH", root + path, [], body, version === null ? {} : { "If-Match": `"${version}"` });

export const put = <T>(path: string, body: unknown): Promise<Answer<T>> =>
  ask<T>("PUT", root + path, [], body);

export const take_away = <T>(path: string): Promise<Answer<T>> => ask<T>("DELETE", root + path, []);

const draft_path = (name: string): string => `${root}/drafts/${encodeURIComponent(name)}`;

export const keep_draft = (name: string, draft: { key: string; value: unknown }): Promise<Answer<unknown>> =>
  ask("PUT", draft_path(name), [], { key: draft.key, value: draft.value }, {}, true);

export const discard_draft = (name: string): Promise<Answer<unknown>> =>
  ask("DELETE", draft_path(name), [], {}, {}, true);

// What a patient's own key opens: outside of the interface, and all there is for it.
export const read_own = <T>(key: string): Promise<Answer<T>> =>
  ask<T>("GET", `/p/${encodeURIComponent(key)}/progress`, ["series"]);

export const patient_path = (chart: string, rest = ""): string =>
  `/patients/${encodeURIComponent(chart)}${rest}`;

export const report_address = (chart: string, audience: "clinic" | "patient"): string =>
  `${root}${patient_path(chart, "/report")}?for=${audience}`;

export const new_key = (): string => crypto.randomUUID();
