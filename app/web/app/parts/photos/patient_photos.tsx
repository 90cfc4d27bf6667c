// The photographs on the patient's page: the two that say most beside each other, and each view over time.
import { patientPath, photoAddress, read, type Answer } from "../../api.ts";
import { momentText } from "../../format.ts";
import { useLoaded } from "../../loading.ts";
import { rowsOf } from "../../photos/photo_grid.ts";
import { pageOf } from "../../router.ts";
import type { FoundPhotoPair, PhotoSeen } from "../../shapes.ts";
import { titleOf } from "../../words.ts";
import { t } from "../../../texts/texts.ts";
import { ProblemNote } from "../problem.tsx";
import { PhotoPair, type Pair } from "./photo_pair.tsx";
import { PhotoStrip } from "./photo_strip.tsx";

export const shownPair = ({ pair }: FoundPhotoPair): Pair | null =>
  pair && {
    first: { ...pair.first, image: photoAddress(pair.first.id, "screen") },
    second: { ...pair.second, image: photoAddress(pair.second.id, "screen") },
    comparison: pair.comparison,
  };

interface Seen {
  photos: PhotoSeen[];
  pair: Pair | null;
}

async function readAll(chartNumber: string): Promise<Answer<Seen>> {
  const [photos, found] = await Promise.all([
    read<PhotoSeen[]>(patientPath(chartNumber, "/photos"), "list"),
    read<FoundPhotoPair>(patientPath(chartNumber, "/photos/pair"), ["pair"]),
  ]);
  if (!photos.ok) return photos;
  if (!found.ok) return found;
  const shown = photos.value.filter(({ photo, showing }) => showing === "allowed" && photo.view !== "document");
  return { ok: true, value: { photos: shown, pair: shownPair(found.value) } };
}

// From the oldest to the newest, as time goes on every chart.
function ViewInTime({ view, photos }: { view: string; photos: readonly PhotoSeen[] }) {
  return (
    <section class="photo-row">
      <h3>{titleOf(view)}</h3>
      <PhotoStrip
        photos={photos.map(({ photo }) => ({
          ...photo,
          image: photoAddress(photo.id, "small"),
          alt: `${titleOf(view)}${t("frame.list")}${momentText(photo.taken_at)}`,
        }))}
      />
    </section>
  );
}

// Nothing of who has none, but the way to them.
export function PatientPhotos({ chartNumber }: { chartNumber: string }) {
  const { value, problem } = useLoaded(() => readAll(chartNumber), [chartNumber]);
  return (
    <>
      {value?.pair && <PhotoPair pair={value.pair} parts={false} />}
      {value &&
        rowsOf(value.photos).map(({ view, photos }) => (
          <ViewInTime key={view} view={view} photos={[...photos].reverse()} />
        ))}
      {problem && <ProblemNote problem={problem} />}
      <p class="no-print">
        <a href={pageOf(chartNumber, "/photos")}>{t("photos.title")}</a>
      </p>
    </>
  );
}
