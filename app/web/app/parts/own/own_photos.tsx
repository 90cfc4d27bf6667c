// The photographs of a patient on their own page: those that they agreed to have in their file.
import { ownPhotoAddress, readOwnPhotos } from "../../api.ts";
import { dayText } from "../../format.ts";
import { useLoaded } from "../../loading.ts";
import type { OwnPhotos } from "../../shapes.ts";
import { titleOf } from "../../words.ts";
import { t } from "../../../texts/texts.ts";
import { PhotoPair, type Pair } from "../photos/photo_pair.tsx";
import { PhotoStrip } from "../photos/photo_strip.tsx";

function pairOf({ photos, pair }: OwnPhotos, ownKey: string): Pair | null {
  const [first, second] = [pair?.first, pair?.second].map((id) => photos.find((photo) => photo.id === id));
  if (!pair || !first || !second) return null;
  const shown = (photo: OwnPhotos["photos"][number]) => ({
    ...photo,
    image: ownPhotoAddress(ownKey, photo.id, "screen"),
  });
  return { first: shown(first), second: shown(second), comparison: pair };
}

export function OwnPhotoSection({ ownKey }: { ownKey: string }) {
  const { value } = useLoaded(() => readOwnPhotos(ownKey), [ownKey]);
  if (!value || value.photos.length === 0) return null;
  const pair = pairOf(value, ownKey);
  return (
    <>
      {pair && <PhotoPair pair={pair} parts={false} />}
      <section>
        <h2>{t("own.photos")}</h2>
        <PhotoStrip
          photos={value.photos.map((photo) => ({
            ...photo,
            image: ownPhotoAddress(ownKey, photo.id, "small"),
            alt: `${titleOf(photo.view)}${t("frame.list")}${dayText(photo.taken_at.slice(0, 10))}`,
          }))}
        />
      </section>
    </>
  );
}
