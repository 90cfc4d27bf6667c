// The only file that speaks to the server. Every call comes back as a value or a problem; nothing throws.
import type { Finding, Health, Me, OwnPhotos } from "./shapes.ts";
import type { Catalogue } from "../texts/texts.ts";
import type { Told } from "./told.ts";
import { noteRecorded } from "./toast.ts";

export interface Problem {
  status: number; // 0 = the server could not be reached
  title: string;
  detail: string;
  remedy: string;
  id: string; // of its texts (told.ts); of some none
  values: Record<string, unknown>;
  errors: Told[];
  findings: Finding[];
  questions: (Told & { code: string; field: string; reason: string; confirm: string })[]; // `confirm` says yes
  stored: Record<string, unknown> | null;
  code: string; // "sign_in", "locked", "second_factor", "password_wanted"; of most problems none
  waitS: number; // until the next try is looked at; 0 where nothing waits
  triesLeft: number | null; // of a PIN
}

export type Answer<T> = { ok: true; value: T } | { ok: false; problem: Problem };

const root = "/api/v1";
// What whoever is not signed in may send.
const open = ["/sign-in", "/sign-out", "/lock", "/unlock", "/switch", "/password"].map((path) => root + path);
const isOpenToAll = (address: string): boolean => open.includes(address) || address.startsWith("/p/");
const longestWaitMs = 20000;
const longestPauseS = 5;
const mostTries = 5; // of a reading that the server puts off; a form tells who waits, and sends again by itself
let me: Me | null = null;

// In a book with accounts: whose page this is, and the key of their writes. Both come from one answer, so that what one
// person began is never written in the name of the next.
export interface Writer {
  name: string;
  key: string;
}
let writer: Writer | null = null;

export function setWriter(next: Writer | null): void {
  if (next?.key !== writer?.key || next?.name !== writer?.name) me = null;
  writer = next;
}

// Asked when a write was refused: whether the same person may send it again, with another key.
let renewWriter: () => Promise<boolean> = () => Promise.resolve(false);
export const onStaleKey = (renew: () => Promise<boolean>): void => void (renewWriter = renew);

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);
const textOf = (value: unknown): string => (typeof value === "string" ? value : "");

// Of `sent`: what is wrong in it is told by what stands there.
function problemOf(status: number, body: unknown, waitS = 0, sent?: unknown): Problem {
  const fields = isObject(body) ? body : {};
  return {
    status,
    title: textOf(fields.title),
    detail: textOf(fields.detail),
    remedy: textOf(fields.try),
    id: textOf(fields.id),
    values: isObject(fields.values) ? fields.values : {},
    errors: Array.isArray(fields.errors) ? (fields.errors as Problem["errors"]).map((one) => ({ ...one, sent })) : [],
    findings: Array.isArray(fields.findings) ? (fields.findings as Finding[]) : [],
    questions: Array.isArray(fields.questions) ? (fields.questions as Problem["questions"]) : [],
    stored: isObject(fields.stored) ? fields.stored : null,
    code: textOf(fields.code),
    waitS,
    triesLeft: typeof fields.tries_left === "number" ? fields.tries_left : null,
  };
}

// The shape at the door: an array, or an object with these members.
function fits(value: unknown, members: readonly string[] | "list"): boolean {
  if (members === "list") return Array.isArray(value);
  return members.length === 0 || (isObject(value) && members.every((name) => name in value));
}

// Nobody is signed in, or the page is locked: only whoever proves who they are gets on.
export const asksWho = (problem: Problem): boolean => problem.code === "sign_in" || problem.code === "locked";
const noOne = (): Problem => problemOf(401, { code: "sign_in" });

// Of a server that has too much to do: when to ask again, in seconds; 0 for any other answer.
const pauseS = (reply: Response): number =>
  reply.status === 503 ? Math.min(Number(reply.headers.get("Retry-After")) || 0, longestPauseS) : 0;

async function request<T>(
  method: string,
  address: string,
  members: readonly string[] | "list",
  body?: unknown,
  headers: Record<string, string> = {},
  outlivesPage = false,
  isSecondTry = false,
): Promise<Answer<T>> {
  const wants: Record<string, string> = { Accept: "application/json", ...headers };
  const asker = writer;
  if (method !== "GET") {
    wants["Idempotency-Key"] ??= newKey();
    // Without a pause where the key is known: a page that goes away sends its last words now or never.
    if (asker === null && me === null && !isOpenToAll(address)) {
      const known = await whoAmI();
      if (!known.ok) return known;
      if (writer !== null) return { ok: false, problem: noOne() }; // somebody signed in meanwhile
    }
    wants["X-Needlebook-Key"] = asker?.key ?? me?.key ?? "";
    wants["Content-Type"] = body instanceof Blob ? body.type : "application/json";
  }
  try {
    const signal = AbortSignal.timeout(longestWaitMs);
    const ask = (): Promise<Response> =>
      fetch(address, {
        method,
        headers: wants,
        cache: "no-store",
        keepalive: outlivesPage,
        signal,
        ...(method === "GET" ? {} : { body: body instanceof Blob ? body : JSON.stringify(body ?? {}) }),
      });
    let reply = await ask();
    for (let tries = 0; method === "GET" && tries < mostTries && pauseS(reply) > 0; tries++) {
      await new Promise((resolve) => setTimeout(resolve, pauseS(reply) * 1000));
      reply = await ask();
    }
    const text = await reply.text();
    const value: unknown = text === "" ? {} : JSON.parse(text);
    if (!reply.ok) {
      if (reply.status === 401 || reply.status === 403) me = null;
      const problem = problemOf(reply.status, value, Number(reply.headers.get("Retry-After")) || 0, body);
      if (asksWho(problem) && !isOpenToAll(address)) dispatchEvent(new CustomEvent("asks-who"));
      const isStale =
        reply.status === 403 && method !== "GET" && asker !== null && !isSecondTry && !isOpenToAll(address);
      if (isStale && (await renewWriter()) && writer?.name === asker.name && writer.key !== asker.key)
        return request(method, address, members, body, wants, outlivesPage, true);
      return { ok: false, problem };
    }
    const entry = Number(reply.headers.get("Ledger-Entry"));
    if (entry > 0) noteRecorded(entry, address);
    if (!fits(value, members)) return { ok: false, problem: problemOf(502, { title: address }) };
    return { ok: true, value: value as T };
  } catch {
    return { ok: false, problem: problemOf(0, null) };
  }
}

const queryOf = (query: Record<string, string | undefined>): string => {
  const given = Object.entries(query).filter((pair): pair is [string, string] => !!pair[1]);
  return given.length === 0 ? "" : `?${new URLSearchParams(given).toString()}`;
};

export const read = <T>(
  path: string,
  members: readonly string[] | "list" = [],
  query: Record<string, string | undefined> = {},
): Promise<Answer<T>> => request<T>("GET", root + path + queryOf(query), members);

// Who works here, and the key that writes need; asked once.
export async function whoAmI(): Promise<Answer<Me>> {
  if (me !== null) return { ok: true, value: me };
  const answer = await read<Me>("/me", ["key"]);
  if (answer.ok) me = answer.value;
  return answer;
}

export const health = (): Promise<Answer<Health>> =>
  read<Health>("/health", ["warnings", "unsigned", "check", "ledger", "backup"]);

// Who asks, read anew: what day and time it is at the clinic now.
export const readNow = (): Promise<Answer<Me>> => read<Me>("/me", ["now", "as_of"]);

export const submit = <T>(path: string, body: unknown, submissionKey: string): Promise<Answer<T>> =>
  request<T>("POST", root + path, [], body, { "Idempotency-Key": submissionKey });

// A picture is the body; what is said of it stands in the address.
export const sendPicture = <T>(
  path: string,
  picture: Blob,
  said: Record<string, string | undefined>,
  submissionKey: string,
): Promise<Answer<T>> =>
  request<T>("POST", root + path + queryOf(said), [], picture, { "Idempotency-Key": submissionKey });

export const photoAddress = (id: number, size: "small" | "screen" | "whole"): string =>
  `${root}/photo/${id}/image?size=${size}`;

// A correction of several records, which its body names with their versions.
export const amend = <T>(path: string, body: unknown, submissionKey: string): Promise<Answer<T>> =>
  request<T>("PATCH", root + path, [], body, { "Idempotency-Key": submissionKey });

export const preview = <T>(path: string, body: unknown): Promise<Answer<T>> =>
  request<T>("POST", `${root}${path}/preview`, ["findings"], body, { "Idempotency-Key": newKey() });

export const change = <T>(path: string, body: unknown, version: number | null): Promise<Answer<T>> =>
  request<T>("PATCH", root + path, [], body, version === null ? {} : { "If-Match": `"${version}"` });

export const put = <T>(path: string, body: unknown): Promise<Answer<T>> => request<T>("PUT", root + path, [], body);

export const deleteResource = <T>(path: string, body: object = {}): Promise<Answer<T>> =>
  request<T>("DELETE", root + path, [], body);

const draftPath = (name: string): string => `${root}/drafts/${encodeURIComponent(name)}`;

export const keepDraft = (name: string, draft: { key: string; value: { edit: number } }): Promise<Answer<unknown>> =>
  request("PUT", draftPath(name), [], { key: draft.key, value: draft.value, edit: draft.value.edit }, {}, true);

export const discardDraft = (name: string): Promise<Answer<unknown>> =>
  request("DELETE", draftPath(name), [], {}, {}, true);

// What a patient's own key opens: outside of the interface, and all there is for it.
const ownPath = (key: string, rest: string): string => `/p/${encodeURIComponent(key)}${rest}`;

export const readOwn = <T>(
  key: string,
  what: "door" | "progress" | "access" | "entries" | "feed",
): Promise<Answer<T>> =>
  request<T>("GET", ownPath(key, `/${what}`), what === "access" || what === "entries" ? "list" : ["clinic"]);

export const readOwnPhotos = (key: string): Promise<Answer<OwnPhotos>> =>
  request<OwnPhotos>("GET", ownPath(key, "/photos"), ["photos", "pair"]);

export const ownPhotoAddress = (key: string, id: number, size: "small" | "screen"): string =>
  `${ownPath(key, "/photos")}/${id}?size=${size}`;

export const openOwn = (key: string, code: string): Promise<Answer<unknown>> =>
  request("POST", ownPath(key, "/open"), [], { code });

export const tellOwn = <T>(key: string, body: object, submissionKey: string): Promise<Answer<T>> =>
  request<T>("POST", ownPath(key, "/entries"), ["state"], body, { "Idempotency-Key": submissionKey });

export const ownDownload = (key: string, what: "calendar" | "file", language: string): string =>
  `${ownPath(key, `/${what}`)}?language=${language}`;

export const patientPath = (chartNumber: string, rest = ""): string =>
  `/patients/${encodeURIComponent(chartNumber)}${rest}`;

export const reportAddress = (chartNumber: string, audience: "clinic" | "patient", language: string): string =>
  `${root}${patientPath(chartNumber, "/report")}?for=${audience}&language=${language}`;

export const newKey = (): string => crypto.randomUUID();

// The texts of a language, a file of the program itself; nothing where it does not answer.
export async function readTexts(code: string): Promise<Catalogue | null> {
  try {
    const response = await fetch(`/texts_${code}.json`);
    return response.ok ? ((await response.json()) as Catalogue) : null;
  } catch {
    return null;
  }
}
