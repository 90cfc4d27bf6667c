// What a photograph that is about to be taken is held against, and which views are left.
import type { PhotoSeen } from "../shapes.ts";

// In the order in which they are taken: from the front, then around the head.
export const standardViews = ["front", "left_45", "left_90", "right_45", "right_90"] as const;

const newestFirst = (one: PhotoSeen, other: PhotoSeen): number =>
  other.photo.taken_at.localeCompare(one.photo.taken_at) || other.photo.id - one.photo.id;

// The newest of the same view and region that may be shown and is of an earlier day; nothing where there is none.
export const ghostOf = (
  photos: readonly PhotoSeen[],
  view: string,
  region: string,
  today: string,
): PhotoSeen | undefined =>
  photos
    .filter(({ photo, showing }) => showing === "allowed" && photo.view === view && (photo.region ?? "") === region)
    .filter(({ photo }) => photo.taken_at.slice(0, 10) < today)
    .sort(newestFirst)[0];

// Standard views of which there is no photograph of the whole face on this day.
export const viewsLeft = (photos: readonly PhotoSeen[], today: string): string[] =>
  standardViews.filter(
    (view) =>
      !photos.some(
        ({ photo, showing }) =>
          showing !== "voided" && photo.view === view && photo.region === null && photo.taken_at.slice(0, 10) === today,
      ),
  );
