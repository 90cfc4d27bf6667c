// The photographs of one view in time, to choose the two from.
import { photoAddress } from "../../api.ts";
import { momentText, shortDayText } from "../../format.ts";
import type { Pair } from "../../photos/compared.ts";
import type { PhotoSeen } from "../../shapes.ts";
import { t } from "../../../texts/texts.ts";

interface StripProps {
  photos: readonly PhotoSeen[];
  pair: Pair;
  choose: (which: keyof Pair, seen: PhotoSeen) => void;
}

export function CompareStrip({ photos, pair, choose }: StripProps) {
  return (
    <ol class="photo-strip no-print" dir="ltr" aria-label={t("photos.compare.strip")}>
      {photos.map((seen) => {
        const when = momentText(seen.photo.taken_at);
        return (
          <li key={seen.photo.id} class="photo">
            <img src={photoAddress(seen.photo.id, "small")} alt={when} loading="lazy" />
            <time class="figures small" dateTime={seen.photo.taken_at}>
              {shortDayText(seen.photo.taken_at.slice(0, 10))}
            </time>
            <div class="segments" role="group" aria-label={when}>
              {(["first", "second"] as const).map((which) => (
                <button
                  key={which}
                  type="button"
                  aria-pressed={pair[which].photo.id === seen.photo.id}
                  aria-label={t(`photos.compare.as_${which}`, { when })}
                  onClick={() => choose(which, seen)}
                >
                  {t(`photos.compare.${which}`)}
                </button>
              ))}
            </div>
          </li>
        );
      })}
    </ol>
  );
}
