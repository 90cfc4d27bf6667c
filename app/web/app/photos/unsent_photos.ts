// Photographs that the server could not be reached for: on this device, encrypted, until they are sent or for a week
// (away/unsent.ts). Beside drafts, and never taken for one.
import { forgetUnsent, keepUnsent, unsentOf } from "../away/unsent.ts";

export interface UnsentPhoto {
  chart: string;
  key: string; // of the submission: it is kept once, however often it is sent
  said: Record<string, string>;
  picture: Blob;
}

interface Row {
  chart: string;
  key: string;
  said: Record<string, string>;
  type: string;
  bytes: string; // Base64
}

const ownerOf = (person: string): string => `photos of ${person}`;

async function base64Of(picture: Blob): Promise<string> {
  const bytes = new Uint8Array(await picture.arrayBuffer());
  const step = 0x8000; // of arguments that a call takes
  let text = "";
  for (let at = 0; at < bytes.length; at += step) text += String.fromCharCode(...bytes.subarray(at, at + step));
  return btoa(text);
}

const blobOf = ({ bytes, type }: Row): Blob =>
  new Blob([Uint8Array.from(atob(bytes), (letter) => letter.charCodeAt(0))], { type });

export async function keepPhoto(person: string, { chart, key, said, picture }: UnsentPhoto): Promise<void> {
  const row: Row = { chart, key, said, type: picture.type, bytes: await base64Of(picture) };
  await keepUnsent(ownerOf(person), key, row);
}

export const forgetPhoto = (person: string, key: string): Promise<void> => forgetUnsent(ownerOf(person), key);

// Of this patient, the oldest first.
export async function unsentPhotos(person: string, chart: string): Promise<UnsentPhoto[]> {
  const rows = await unsentOf<Row>(ownerOf(person));
  return rows.flatMap(({ kept }) =>
    kept?.chart === chart ? [{ chart, key: kept.key, said: kept.said, picture: blobOf(kept) }] : [],
  );
}
