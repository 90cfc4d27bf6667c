// The patient's photographs by view and day; one opens large.
import { useState } from "preact/hooks";
import { photoAddress } from "../../api.ts";
import { momentText, shortDayText } from "../../format.ts";
import { rowsOf } from "../../photos/photo_grid.ts";
import type { PhotoSeen } from "../../shapes.ts";
import { may } from "../../turn.ts";
import { nameOf, titleOf } from "../../words.ts";
import { t } from "../../../texts/texts.ts";
import { Dialog } from "../dialog.tsx";
import { CorrectPhoto } from "./correct_photo.tsx";

const titleOfPhoto = ({ photo }: PhotoSeen): string =>
  [titleOf(photo.view), photo.region === null ? "" : nameOf(photo.region), momentText(photo.taken_at)]
    .filter((text) => text !== "")
    .join(t("frame.list"));

function Thumbnail({ seen, open }: { seen: PhotoSeen; open: () => void }) {
  const { photo, showing } = seen;
  const label = titleOfPhoto(seen);
  return (
    <li class="photo">
      {showing === "allowed" ? (
        <button type="button" class="photo-button" aria-label={t("photos.open", { photo: label })} onClick={open}>
          <img src={photoAddress(photo.id, "small")} alt={label} loading="lazy" />
        </button>
      ) : (
        <div class="photo-hidden">{t(`photos.showing.${showing}`)}</div>
      )}
      <time class="figures small" dateTime={photo.taken_at}>
        {shortDayText(photo.taken_at.slice(0, 10))}
      </time>
    </li>
  );
}

function OpenPhoto({ seen, close, done }: { seen: PhotoSeen; close: () => void; done: () => void }) {
  const [correcting, setCorrecting] = useState(false);
  const title = titleOfPhoto(seen);
  return (
    <Dialog title={title} close={close}>
      <img class="photo-large" src={photoAddress(seen.photo.id, "screen")} alt={title} />
      {correcting ? (
        <CorrectPhoto seen={seen} done={done} />
      ) : (
        may("write_observations") && (
          <div class="actions no-print">
            <button type="button" onClick={() => setCorrecting(true)}>
              {t("photos.correct")}
            </button>
          </div>
        )
      )}
    </Dialog>
  );
}

interface RowsProps {
  photos: readonly PhotoSeen[];
  done: () => void;
}

export function PhotoRows({ photos, done }: RowsProps) {
  const [open, setOpen] = useState<PhotoSeen | null>(null);
  if (photos.length === 0) return <p class="soft">{t("photos.none")}</p>;
  return (
    <>
      {rowsOf(photos).map(({ view, photos: of }) => (
        <section key={view} class="photo-row">
          <h3>{titleOf(view)}</h3>
          <ul class="photo-strip">
            {of.map((seen) => (
              <Thumbnail key={seen.photo.id} seen={seen} open={() => setOpen(seen)} />
            ))}
          </ul>
        </section>
      ))}
      {open && (
        <OpenPhoto
          seen={open}
          close={() => setOpen(null)}
          done={() => {
            setOpen(null);
            done();
          }}
        />
      )}
    </>
  );
}
