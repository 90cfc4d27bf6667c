// One patient: who, what must be read first, whether it is working, everything over time, and every visit.
import { useState } from "preact/hooks";
import { useLoaded } from "../loading.ts";
import { t } from "../../texts/texts.ts";
import { pageOf } from "../router.ts";
import { PatientTold } from "../parts/entries/patient_told.tsx";
import { FindingList } from "../parts/finding_list.tsx";
import { When, useTitle } from "../parts/page_frame.tsx";
import { AnswerDetails, Lead } from "../parts/patient/answer.tsx";
import { DraftNotice } from "../parts/patient/draft_notice.tsx";
import { Facts } from "../parts/patient/facts.tsx";
import { PatientHeader } from "../parts/patient/patient_header.tsx";
import { readPatient } from "../parts/patient/read_patient.ts";
import { Strips } from "../parts/patient/strips.tsx";
import { Visits } from "../parts/patient/visits.tsx";
import { PatientPhotos } from "../parts/photos/patient_photos.tsx";
import { Alerts } from "../parts/visit/alerts.tsx";

export function PatientPage({ chartNumber }: { chartNumber: string }) {
  const [turn, setTurn] = useState(0);
  const seen = useLoaded(() => readPatient(chartNumber), [chartNumber]);
  useTitle(seen.value?.patient.name ? `${seen.value.patient.name}, ${chartNumber}` : chartNumber);
  const again = (): void => {
    seen.again();
    setTurn(turn + 1);
  };
  return (
    <When loaded={seen}>
      {(value) => {
        const { progress } = value;
        return (
          <>
            <PatientHeader seen={value} again={again} />
            <Alerts chair={value} />
            <DraftNotice chartNumber={chartNumber} />
            {progress.aftercare && (
              <p class="note note-calm no-print">
                {t("patient.open_care")} <a href={pageOf(chartNumber, "/aftercare")}>{t("patient.see_card")}</a>
              </p>
            )}
            <div class="patient-body">
              <section class="patient-answer" aria-label={t("patient.answer")}>
                <h2 class="hidden">{t("patient.answer")}</h2>
                <Lead progress={progress} />
                {progress.series.length > 0 && <Strips progress={progress} treatments={value.treatments} />}
                <AnswerDetails progress={progress} />
              </section>
              <Facts seen={value} again={again} />
            </div>
            {progress.safety.length > 0 && (
              <section>
                <h2>{t("patient.now")}</h2>
                <FindingList findings={progress.safety} />
              </section>
            )}
            <PatientPhotos key={turn} chartNumber={chartNumber} />
            <PatientTold chartNumber={chartNumber} again={again} turn={turn} />
            <Visits chartNumber={chartNumber} progress={progress} again={again} turn={turn} />
          </>
        );
      }}
    </When>
  );
}
