// The photographs that the patient agreed to have in the file, in the order of time.
import { useMemo } from "preact/hooks";
import { dayText } from "../app/format.ts";
import { titleOf } from "../app/words.ts";
import { regionName } from "../app/measure.ts";
import { t } from "../texts/texts.ts";
import type { FilePicture } from "./content.ts";
import type { Opened } from "./opened.ts";

const chunk = 0x8000; // as many arguments as every browser takes

function dataAddress(bytes: Uint8Array, format: FilePicture["format"]): string {
  let text = "";
  for (let at = 0; at < bytes.length; at += chunk) text += String.fromCharCode(...bytes.subarray(at, at + chunk));
  return `data:image/${format};base64,${btoa(text)}`;
}

function captionOf({ view, region, taken_at: takenAt }: FilePicture): string {
  const day = dayText(takenAt.slice(0, 10));
  return region === null
    ? t("file.photos.picture", { view: titleOf(view), day })
    : t("file.photos.picture_of", { view: titleOf(view), region: regionName(region), day });
}

export function FilePhotos({ file: { content, pictures } }: { file: Opened }) {
  const addresses = useMemo(
    () => content.pictures.map(({ format }, index) => dataAddress(pictures[index] ?? new Uint8Array(), format)),
    [content, pictures],
  );
  if (content.pictures.length === 0) return null;
  return (
    <section>
      <h2>{t("file.photos.title")}</h2>
      <ul class="file-photos">
        {content.pictures.map((one, index) => (
          <li key={one.sha256}>
            <figure>
              <img
                src={addresses[index]}
                alt={t("file.photos.alt", { number: index + 1, count: content.pictures.length })}
              />
              <figcaption>{captionOf(one)}</figcaption>
            </figure>
          </li>
        ))}
      </ul>
    </section>
  );
}
