// Two photographs held against each other: which two, and how far they are zoomed.
import type { PhotoSeen } from "../shapes.ts";
import { rowsOf, type ViewRow } from "./photo_grid.ts";

export interface Pair {
  first: PhotoSeen;
  second: PhotoSeen;
}

// Of each view what may be shown and is of a patient, the oldest first; views of one photo are left out.
export const rowsToCompare = (photos: readonly PhotoSeen[]): ViewRow[] =>
  rowsOf(photos.filter(({ photo, showing }) => showing === "allowed" && photo.view !== "document"))
    .map(({ view, photos: of }) => ({ view, photos: [...of].reverse() }))
    .filter(({ photos: of }) => of.length > 1);

// Those that the address names; else the oldest and the newest of the first view. Nothing where there are no two.
export function pairOf(rows: readonly ViewRow[], first: string | null, second: string | null): Pair | null {
  for (const { photos } of rows) {
    const named = [first, second].map((id) => photos.find(({ photo }) => String(photo.id) === id));
    if (named[0] && named[1] && named[0] !== named[1]) return { first: named[0], second: named[1] };
  }
  const all = rows[0]?.photos ?? [];
  const [oldest, newest] = [all[0], all.at(-1)];
  return oldest && newest ? { first: oldest, second: newest } : null;
}

// The pair with one of the two put in the place of the first or the second; the other one moves away if it is the same.
export function withPhoto({ first, second }: Pair, which: keyof Pair, chosen: PhotoSeen): Pair {
  const other = which === "first" ? second : first;
  if (other.photo.id === chosen.photo.id) return { first: second, second: first };
  return which === "first" ? { first: chosen, second } : { first, second: chosen };
}

// x and y: by how much of the frame the pictures are moved.
export interface Zoom {
  scale: number;
  x: number;
  y: number;
}

export const whole: Zoom = { scale: 1, x: 0, y: 0 };
const most = 8;
const step = 1.25;
const part = 0.1;

// No edge of the pictures comes into the frame.
const kept = ({ scale, x, y }: Zoom): Zoom => {
  const room = (scale - 1) / 2;
  const within = (value: number): number => Math.min(room, Math.max(-room, value)) + 0; // no -0
  return { scale, x: within(x), y: within(y) };
};

// About the middle of the frame.
export function zoomed({ scale, x, y }: Zoom, by: number): Zoom {
  const next = Math.min(most, Math.max(1, scale * by));
  return kept({ scale: next, x: (x * next) / scale, y: (y * next) / scale });
}

export const nearer = (zoom: Zoom): Zoom => zoomed(zoom, step);
export const further = (zoom: Zoom): Zoom => zoomed(zoom, 1 / step);
export const moved = ({ scale, x, y }: Zoom, right: number, down: number): Zoom =>
  kept({ scale, x: x + right, y: y + down });

// What a key does; nothing for one that does nothing here. An arrow shows more of its side.
export function zoomByKey(zoom: Zoom, key: string): Zoom | null {
  switch (key) {
    case "+":
    case "=":
      return nearer(zoom);
    case "-":
      return further(zoom);
    case "0":
      return whole;
    case "ArrowLeft":
      return moved(zoom, part, 0);
    case "ArrowRight":
      return moved(zoom, -part, 0);
    case "ArrowUp":
      return moved(zoom, 0, part);
    case "ArrowDown":
      return moved(zoom, 0, -part);
    default:
      return null;
  }
}

export const transformOf = ({ scale, x, y }: Zoom): string => `translate(${x * 100}%, ${y * 100}%) scale(${scale})`;
