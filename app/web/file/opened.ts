// The data of a patient's file: taken apart, opened with the passphrase, and its signature looked at. How they are
// written, app/import/patient_file/patient_file.h says.
import type { FileContent } from "./content.ts";

// The JSON that stands in the page.
export interface FileData {
  format: string;
  version: number;
  rounds: number | null; // null: no passphrase
  salt: string | null;
  nonce: string | null;
  data: string;
}

export interface Opened {
  content: FileContent;
  pictures: Uint8Array<ArrayBuffer>[]; // as content.pictures lists them
  signature: "none" | "valid" | "changed";
  fingerprint: string | null; // of the key that stands in the file
}

// "locked": it is not opened by this passphrase, or was changed.
export type Opening = Opened | "locked" | "damaged";

export function bytesOf(base64: string): Uint8Array<ArrayBuffer> {
  const text = atob(base64);
  const bytes = new Uint8Array(text.length);
  for (let at = 0; at < text.length; at++) bytes[at] = text.charCodeAt(at);
  return bytes;
}

const hex = (bytes: ArrayBuffer): string =>
  [...new Uint8Array(bytes)].map((byte) => byte.toString(16).padStart(2, "0")).join("");

// However it was typed (RFC 8265).
const spelled = (passphrase: string): string => passphrase.replace(/\p{Zs}/gu, " ").normalize("NFC");

async function unsealed(data: FileData, passphrase: string): Promise<Uint8Array<ArrayBuffer> | null> {
  const typed = new TextEncoder().encode(spelled(passphrase));
  const base = await crypto.subtle.importKey("raw", typed, "PBKDF2", false, ["deriveKey"]);
  const key = await crypto.subtle.deriveKey(
    { name: "PBKDF2", hash: "SHA-256", salt: bytesOf(data.salt ?? ""), iterations: data.rounds ?? 0 },
    base,
    { name: "AES-GCM", length: 256 },
    false,
    ["decrypt"],
  );
  try {
    const iv = bytesOf(data.nonce ?? "");
    return new Uint8Array(await crypto.subtle.decrypt({ name: "AES-GCM", iv }, key, bytesOf(data.data)));
  } catch {
    return null;
  }
}

// A text or bytes behind their size in four bytes; what follows is `rest`.
function sized(bytes: Uint8Array<ArrayBuffer>): { taken: Uint8Array<ArrayBuffer>; rest: Uint8Array<ArrayBuffer> } {
  const size = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength).getUint32(0);
  if (size > bytes.length - 4) throw new RangeError("not whole");
  return { taken: bytes.subarray(4, 4 + size), rest: bytes.subarray(4 + size) };
}

const jsonOf = (bytes: Uint8Array): unknown => JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));

// One of the two numbers of a signature in DER, as WebCrypto wants it: 32 bytes.
function numberAt(der: Uint8Array, at: number): { bytes: Uint8Array; next: number } {
  const size = der[at + 1] ?? 0;
  const value = der.subarray(at + 2, at + 2 + size);
  const significant = value.subarray(value.findIndex((byte) => byte !== 0));
  const bytes = new Uint8Array(32);
  bytes.set(significant.subarray(-32), 32 - Math.min(32, significant.length));
  return { bytes, next: at + 2 + size };
}

function rawSignature(der: Uint8Array): Uint8Array<ArrayBuffer> {
  const first = numberAt(der, 2);
  const second = numberAt(der, first.next);
  const raw = new Uint8Array(64);
  raw.set(first.bytes);
  raw.set(second.bytes, 32);
  return raw;
}

const title = "needlebook patient file v1\0";

async function isSigned(content: Uint8Array, pem: string, signature: string): Promise<boolean> {
  const algorithm = { name: "ECDSA", namedCurve: "P-256" };
  const spki = bytesOf(pem.replace(/-----[^-]+-----|\s/g, ""));
  const key = await crypto.subtle.importKey("spki", spki, algorithm, false, ["verify"]);
  const begin = new TextEncoder().encode(title);
  const bytes = new Uint8Array(begin.length + content.length);
  bytes.set(begin);
  bytes.set(content, begin.length);
  return crypto.subtle.verify({ name: "ECDSA", hash: "SHA-256" }, key, rawSignature(bytesOf(signature)), bytes);
}

async function fingerprintOf(pem: string): Promise<string> {
  return hex(await crypto.subtle.digest("SHA-256", bytesOf(pem.replace(/-----[^-]+-----|\s/g, ""))));
}

function picturesIn(content: FileContent, bytes: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer>[] {
  let at = 0;
  return content.pictures.map(({ bytes: size }) => bytes.subarray(at, (at += size)));
}

async function opened(plain: Uint8Array<ArrayBuffer>): Promise<Opened> {
  const { taken, rest } = sized(plain);
  const head = jsonOf(taken) as { content: number; key: string | null; signature: string | null };
  if (!(head.content <= rest.length)) throw new RangeError("not whole");
  const all = rest.subarray(0, head.content);
  const signed = head.key !== null && (await isSigned(all, head.key, head.signature ?? "").catch(() => false));
  const inner = sized(all);
  const content = jsonOf(inner.taken) as FileContent;
  return {
    content,
    pictures: picturesIn(content, inner.rest),
    signature: head.key === null ? "none" : signed ? "valid" : "changed",
    fingerprint: head.key === null ? null : await fingerprintOf(head.key),
  };
}

export const isLocked = (data: FileData): boolean => data.rounds !== null;

export async function openFile(data: FileData, passphrase: string): Promise<Opening> {
  try {
    const plain = isLocked(data) ? await unsealed(data, passphrase) : bytesOf(data.data);
    return plain === null ? "locked" : await opened(plain);
  } catch {
    return "damaged";
  }
}
