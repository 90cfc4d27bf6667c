// One patient: who, "is it working?", everything over time, and every record.
import { useState } from "preact/hooks";
import { patientPath, read } from "../api.ts";
import { useLoaded } from "../loading.ts";
import { t } from "../../texts/texts.ts";
import { pageOf } from "../router.ts";
import { mainSeries } from "../series_choice.ts";
import type { Kept, Progress } from "../shapes.ts";
import { AnswerPart } from "../parts/answer.tsx";
import { FindingList } from "../parts/finding_list.tsx";
import { History } from "../parts/history.tsx";
import { OverTime } from "../parts/over_time.tsx";
import { When, useTitle } from "../parts/page_frame.tsx";
import { PatientHeader } from "../parts/patient_header.tsx";
import { VerdictTable } from "../parts/verdict_table.tsx";

export function PatientPage({ chartNumber }: { chartNumber: string }) {
  useTitle(chartNumber);
  const [picked, setPicked] = useState("");
  const [turn, setTurn] = useState(0);
  const progress = useLoaded(
    () => read<Progress>(patientPath(chartNumber, "/progress"), ["patient", "series", "sentences"]),
    [chartNumber],
  );
  const conditions = useLoaded(() => read<Kept[]>(patientPath(chartNumber, "/condition"), "list"), [chartNumber, turn]);
  const treatments = useLoaded(() => read<Kept[]>(patientPath(chartNumber, "/treatment"), "list"), [chartNumber, turn]);
  const again = (): void => {
    progress.again();
    setTurn(turn + 1);
  };
  const pick = (instrument: string): void => {
    setPicked(instrument);
    document.querySelector(".over-time")?.scrollIntoView({ block: "nearest" });
  };
  return (
    <When loaded={progress}>
      {(value) => (
        <>
          <PatientHeader progress={value} conditions={conditions.value ?? []} again={again} />
          {value.aftercare && (
            <p class="note note-calm">
              {t("patient.open_care")} <a href={pageOf(chartNumber, "/aftercare")}>{t("patient.see_card")}</a>
            </p>
          )}
          <div class="columns columns-wide">
            <AnswerPart progress={value} />
            <div class="over-time">
              <OverTime progress={value} treatments={treatments.value ?? []} picked={picked} pick={setPicked} />
            </div>
          </div>
          {value.series.length > 0 && (
            <section>
              <h2>{t("patient.scales")}</h2>
              <VerdictTable series={mainSeries(value)} pick={pick} />
            </section>
          )}
          {value.safety.length > 0 && (
            <section>
              <h2>{t("patient.now")}</h2>
              <FindingList findings={value.safety} />
            </section>
          )}
          <History chartNumber={chartNumber} again={again} turn={turn} />
        </>
      )}
    </When>
  );
}
