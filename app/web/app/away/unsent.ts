// What could not be sent: on this device only until the server has it, encrypted with a key that the browser gives to
// nobody, and for a week at the longest. Where the browser keeps nothing, nothing is kept.

export interface Unsent<T> {
  name: string;
  kept: T | null; // null: to be discarded
  at: number; // ms since 1970
}

interface Row {
  id: string; // SHA-256 of whose and what
  owner: string; // the same of whose alone
  at: number;
  iv: Uint8Array<ArrayBuffer>;
  data: ArrayBuffer;
}

const longestMs = 7 * 86400000;
const databaseName = "needlebook.unsent";

const done = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error("no database"));
  });

let opened: Promise<IDBDatabase> | null = null;
function database(): Promise<IDBDatabase> {
  opened ??= new Promise((resolve, reject) => {
    const request = indexedDB.open(databaseName, 1);
    request.onupgradeneeded = () => {
      request.result.createObjectStore("key");
      request.result.createObjectStore("unsent", { keyPath: "id" });
    };
    request.onsuccess = () => {
      request.result.onversionchange = () => close(request.result); // another tab removes it
      resolve(request.result);
    };
    request.onerror = () => reject(request.error ?? new Error("no database"));
  });
  return opened;
}

function close(of: IDBDatabase): void {
  of.close();
  opened = null;
}

// There is none while nothing is kept: neither rows nor a key.
const isThere = async (): Promise<boolean> =>
  opened !== null || (await indexedDB.databases()).some(({ name }) => name === databaseName);

async function removeWhenEmpty(): Promise<void> {
  const count = await done((await store("unsent", "readonly")).count());
  if (count > 0) return;
  close(await database());
  await done(indexedDB.deleteDatabase(databaseName));
}

const store = async (name: "key" | "unsent", mode: IDBTransactionMode): Promise<IDBObjectStore> =>
  (await database()).transaction(name, mode).objectStore(name);

async function key(): Promise<CryptoKey> {
  const asked = (await store("key", "readonly")).get("key") as IDBRequest<CryptoKey | undefined>;
  const known = await done(asked);
  if (known) return known;
  const made = await crypto.subtle.generateKey({ name: "AES-GCM", length: 256 }, false, ["encrypt", "decrypt"]);
  await done((await store("key", "readwrite")).put(made, "key"));
  return made;
}

async function digest(text: string): Promise<string> {
  const bytes = new Uint8Array(await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text)));
  return [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

const idOf = (owner: string, name: string): Promise<string> => digest(`${owner}\n${name}`);

// One after the other, so that a late writing does not bring back what was forgotten.
let last: Promise<unknown> = Promise.resolve();
function inTurn<T>(work: () => Promise<T>, otherwise: T): Promise<T> {
  const mine = last.then(work).catch(() => otherwise);
  last = mine;
  return mine;
}

// In the place of what was kept of the same.
export const keepUnsent = <T>(owner: string, name: string, kept: T | null): Promise<void> =>
  inTurn(async () => {
    const iv = crypto.getRandomValues(new Uint8Array(12));
    const plain = new TextEncoder().encode(JSON.stringify({ name, kept }));
    const data = await crypto.subtle.encrypt({ name: "AES-GCM", iv }, await key(), plain);
    const row: Row = { id: await idOf(owner, name), owner: await digest(owner), at: Date.now(), iv, data };
    await done((await store("unsent", "readwrite")).put(row));
  }, undefined);

export const forgetUnsent = (owner: string, name: string): Promise<void> =>
  inTurn(async () => {
    if (!(await isThere())) return;
    const id = await idOf(owner, name);
    await done((await store("unsent", "readwrite")).delete(id));
    await removeWhenEmpty();
  }, undefined);

async function freshRows(): Promise<Row[]> {
  if (!(await isThere())) return [];
  const rows = await done((await store("unsent", "readonly")).getAll() as IDBRequest<Row[]>);
  const old = rows.filter((row) => row.at < Date.now() - longestMs);
  for (const { id } of old) await done((await store("unsent", "readwrite")).delete(id));
  return rows.filter((row) => !old.includes(row));
}

async function read<T>(row: Row): Promise<Unsent<T>> {
  const plain = await crypto.subtle.decrypt({ name: "AES-GCM", iv: row.iv }, await key(), row.data);
  const { name, kept } = JSON.parse(new TextDecoder().decode(plain)) as { name: string; kept: T | null };
  return { name, kept, at: row.at };
}

// Of one person, the oldest first.
export const unsentOf = <T>(owner: string): Promise<Unsent<T>[]> =>
  inTurn(async () => {
    const whose = await digest(owner);
    const rows = (await freshRows()).filter((row) => row.owner === whose).sort((one, other) => one.at - other.at);
    return Promise.all(rows.map((row) => read<T>(row)));
  }, []);

// Of everybody who works on this device.
export const countUnsent = (): Promise<number> => inTurn(async () => (await freshRows()).length, 0);
