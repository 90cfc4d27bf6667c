// What a patient agreed to, and their photographs by view and day.
import { t } from "../../texts/texts.ts";
import { pageOf } from "../router.ts";
import { useTitle } from "../parts/page_frame.tsx";
import { ConsentAndPhotos } from "../parts/photos/consent_and_photos.tsx";

export function PhotosPage({ chartNumber }: { chartNumber: string }) {
  useTitle(`${t("photos.title")} ${chartNumber}`);
  return (
    <>
      <h1>
        {t("photos.title")} <bdi class="soft">{chartNumber}</bdi>
      </h1>
      <p class="no-print">
        <a href={pageOf(chartNumber)}>{t("photos.back")}</a>
      </p>
      <ConsentAndPhotos chartNumber={chartNumber} />
    </>
  );
}
