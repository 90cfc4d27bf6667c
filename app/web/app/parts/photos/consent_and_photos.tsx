// Consent and photos of a patient: in the visit, and on a page of its own.
import { useState } from "preact/hooks";
import { patientPath, read, readNow, type Answer } from "../../api.ts";
import { useLoaded } from "../../loading.ts";
import { rowsToCompare } from "../../photos/compared.ts";
import { pageOf } from "../../router.ts";
import type { ConsentFormSeen, ConsentSeen, Person, PhotoSeen } from "../../shapes.ts";
import { may } from "../../turn.ts";
import { t } from "../../../texts/texts.ts";
import { When } from "../page_frame.tsx";
import { AddPhoto } from "./add_photo.tsx";
import { Consents } from "./consents.tsx";
import { PhotoRows } from "./photo_rows.tsx";
import { SignConsent } from "./sign_consent.tsx";

interface Seen {
  patient: Person;
  photos: PhotoSeen[];
  consents: ConsentSeen[];
  forms: ConsentFormSeen[];
  today: string;
}

async function readAll(chartNumber: string): Promise<Answer<Seen>> {
  const [patient, photos, consents, forms, me] = await Promise.all([
    read<Person>(patientPath(chartNumber), ["chart"]),
    read<PhotoSeen[]>(patientPath(chartNumber, "/photos"), "list"),
    read<ConsentSeen[]>(patientPath(chartNumber, "/consent"), "list"),
    read<ConsentFormSeen[]>("/consent_forms", "list"),
    readNow(),
  ]);
  if (!patient.ok) return patient;
  if (!photos.ok) return photos;
  if (!consents.ok) return consents;
  if (!forms.ok) return forms;
  if (!me.ok) return me;
  return {
    ok: true,
    value: {
      patient: patient.value,
      photos: photos.value,
      consents: consents.value,
      forms: forms.value,
      today: me.value.as_of,
    },
  };
}

export function ConsentAndPhotos({ chartNumber }: { chartNumber: string }) {
  const seen = useLoaded(() => readAll(chartNumber), [chartNumber]);
  const [signing, setSigning] = useState(false);
  return (
    <When loaded={seen}>
      {({ patient, photos, consents, forms, today }) => (
        <>
          <section aria-label={t("photos.consents")}>
            <h2>{t("photos.consents")}</h2>
            <Consents consents={consents} today={today} done={seen.again} />
            {may("write_observations") && forms.length > 0 && (
              <div class="actions no-print">
                <button type="button" onClick={() => setSigning(true)}>
                  {t("photos.sign")}
                </button>
              </div>
            )}
            {forms.length === 0 && <p class="soft small">{t("photos.no_forms")}</p>}
          </section>
          <section aria-label={t("photos.photos")}>
            <h2>{t("photos.photos")}</h2>
            <PhotoRows photos={photos} done={seen.again} />
            {rowsToCompare(photos).length > 0 && (
              <div class="actions no-print">
                <a class="button" href={pageOf(chartNumber, "/compare")}>
                  {t("photos.compare.title")}
                </a>
              </div>
            )}
            {may("write_observations") && (
              <AddPhoto chartNumber={chartNumber} photos={photos} today={today} done={seen.again} />
            )}
          </section>
          {signing && (
            <SignConsent
              chartNumber={chartNumber}
              forms={forms}
              today={today}
              first={patient.language === "ar" ? "ar" : "en"}
              close={() => setSigning(false)}
              done={() => {
                setSigning(false);
                seen.again();
              }}
            />
          )}
        </>
      )}
    </When>
  );
}
