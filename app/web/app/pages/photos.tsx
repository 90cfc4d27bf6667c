// What a patient agreed to, and their photographs by view and day.
import { patientPath, read } from "../api.ts";
import { useLoaded } from "../loading.ts";
import type { Progress } from "../shapes.ts";
import { t } from "../../texts/texts.ts";
import { When, useTitle } from "../parts/page_frame.tsx";
import { PatientLine } from "../parts/patient_line.tsx";
import { ConsentAndPhotos } from "../parts/photos/consent_and_photos.tsx";

export function PhotosPage({ chartNumber }: { chartNumber: string }) {
  useTitle(`${t("photos.title")} ${chartNumber}`);
  const seen = useLoaded(() => read<Progress>(patientPath(chartNumber, "/progress"), ["patient"]), [chartNumber]);
  return (
    <When loaded={seen}>
      {({ patient, as_of: asOf }) => (
        <>
          <PatientLine patient={patient} asOf={asOf} title={t("photos.title")} />
          <ConsentAndPhotos chartNumber={chartNumber} />
        </>
      )}
    </When>
  );
}
