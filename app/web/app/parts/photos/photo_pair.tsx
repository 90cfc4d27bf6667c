// Two photographs beside each other, and what differs between them: on reports and on pages of the patient.
import { capital, dayText } from "../../format.ts";
import type { PairedPhoto, PhotoComparison } from "../../shapes.ts";
import { nameOf, titleOf } from "../../words.ts";
import { phraseText } from "../../../texts/phrase.ts";
import { t } from "../../../texts/texts.ts";

export interface Pair {
  first: PairedPhoto;
  second: PairedPhoto;
  comparison: PhotoComparison;
}

const looks = { comparable: "good", partly_judged: "warn", not_comparable: "bad", not_judged: "warn" } as const;

const placeOf = ({ view, region, side }: PairedPhoto): string =>
  [titleOf(view), ...[region, side].filter((name) => name !== null).map(nameOf)].join(t("frame.list"));

function Photo({ which, photo }: { which: "first" | "second"; photo: PairedPhoto }) {
  const day = dayText(photo.taken_at.slice(0, 10));
  return (
    <figure>
      {photo.image === null ? (
        <div class="photo-hidden">{t("photos.pair.no_picture")}</div>
      ) : (
        <img src={photo.image} alt={t(`photos.compare.${which}_is`, { view: titleOf(photo.view), when: day })} />
      )}
      <figcaption dir="auto">
        {t(`photos.pair.${which}`)}: <time dateTime={photo.taken_at}>{day}</time>
      </figcaption>
    </figure>
  );
}

// `parts`: with what is to be done at the second one, part by part.
export function PhotoPair({ pair: { first, second, comparison }, parts }: { pair: Pair; parts: boolean }) {
  const differing = comparison.parts.filter(({ score, words }) => score !== null && words.id !== "comparing.alike");
  return (
    <section class="photo-pair">
      <h2>
        {t("photos.photos")} <small>{placeOf(first)}</small>
      </h2>
      <div class="photo-pair-row">
        <div class="photo-pair-both" dir="ltr">
          <Photo which="first" photo={first} />
          <Photo which="second" photo={second} />
        </div>
        <div>
          <p class={`photo-pair-verdict ${looks[comparison.verdict]}`}>{capital(phraseText(comparison.words))}.</p>
          {parts && differing.length > 0 && (
            <>
              <h3>{t("photos.pair.differs")}</h3>
              <dl class="photo-pair-parts">
                {differing.map(({ part, words }) => (
                  <div key={part}>
                    <dt>{capital(phraseText({ id: `comparing.part.${part}`, values: {} }))}</dt>
                    <dd>{phraseText(words)}</dd>
                  </div>
                ))}
              </dl>
            </>
          )}
        </div>
      </div>
    </section>
  );
}
