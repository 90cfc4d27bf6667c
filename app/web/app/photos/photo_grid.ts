// Photographs in a grid: a row for each view, the newest day first.
import type { PhotoSeen } from "../shapes.ts";

export const views = [
  "front",
  "left_45",
  "right_45",
  "left_90",
  "right_90",
  "close_up",
  "chest",
  "back",
  "document",
] as const;

export interface ViewRow {
  view: string;
  photos: readonly PhotoSeen[];
}

// Only views of which there is one.
export const rowsOf = (photos: readonly PhotoSeen[]): ViewRow[] =>
  views
    .map((view) => ({
      view,
      photos: photos
        .filter(({ photo }) => photo.view === view)
        .sort((a, b) => b.photo.taken_at.localeCompare(a.photo.taken_at) || b.photo.id - a.photo.id),
    }))
    .filter(({ photos: of }) => of.length > 0);
