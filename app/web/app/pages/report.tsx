// The progress report of a patient on one sheet of A4, and the files of it that can be kept.
import { patientPath, read, reportAddress, whoAmI, type Answer } from "../api.ts";
import { useLoaded } from "../loading.ts";
import { inUse, t } from "../../texts/texts.ts";
import { pageOf } from "../router.ts";
import type { FoundPhotoPair, Progress } from "../shapes.ts";
import { When, useTitle } from "../parts/page_frame.tsx";
import { shownPair } from "../parts/photos/patient_photos.tsx";
import type { Pair } from "../parts/photos/photo_pair.tsx";
import { ProgressReport } from "../parts/report/progress_report.tsx";
import { may } from "../turn.ts";

interface Seen {
  progress: Progress;
  clinic: string;
  photos: Pair | null;
}

async function readReport(chartNumber: string): Promise<Answer<Seen>> {
  const [progress, me, found] = await Promise.all([
    read<Progress>(patientPath(chartNumber, "/progress"), ["patient", "series", "sentences"]),
    whoAmI(),
    read<FoundPhotoPair>(patientPath(chartNumber, "/photos/pair"), ["pair"]),
  ]);
  if (!progress.ok) return progress;
  if (!me.ok) return me;
  if (!found.ok) return found;
  return {
    ok: true,
    value: { progress: progress.value, clinic: me.value.clinic, photos: shownPair(found.value) },
  };
}

function Actions({ patient }: { patient: Progress["patient"] }) {
  const chartNumber = patient.chart;
  const files = [
    { audience: "clinic", name: t("report.download"), language: inUse().code },
    { audience: "patient", name: t("report.for_patient"), language: patient.language ?? inUse().code },
  ] as const;
  return (
    <div class="actions no-print">
      <button type="button" class="main" onClick={() => print()}>
        {t("report.print")}
      </button>
      {may("print_reports") &&
        files.map(({ audience, name, language }) => (
          <a
            key={audience}
            class="button"
            href={reportAddress(chartNumber, audience, language)}
            target="_blank"
            rel="noreferrer"
          >
            {name}
          </a>
        ))}
      <a href={pageOf(chartNumber)}>
        <bdi>{chartNumber}</bdi>
      </a>
    </div>
  );
}

export function ReportPage({ chartNumber }: { chartNumber: string }) {
  useTitle(`${t("patient.report")} ${chartNumber}`);
  const seen = useLoaded(() => readReport(chartNumber), [chartNumber]);
  return (
    <When loaded={seen}>
      {({ progress, clinic, photos }) => (
        <>
          <Actions patient={progress.patient} />
          <ProgressReport progress={progress} clinic={{ name: clinic, telephone: null }} photos={photos} />
        </>
      )}
    </When>
  );
}
