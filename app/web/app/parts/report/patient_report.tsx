// What a patient takes home: how it is going in everyday words, the aftercare, a chart of each measure.
import type { OwnView } from "../../shapes.ts";
import { t } from "../../../texts/texts.ts";
import { OwnChart, OwnSectionPart } from "../own_parts.tsx";
import { PhotoPair, type Pair } from "../photos/photo_pair.tsx";
import { Letterhead, Names, type Clinic } from "./letterhead.tsx";
import { halfSheet } from "./still_chart.tsx";

interface PatientReportProps {
  view: OwnView;
  clinic: Clinic;
  photos: Pair | null;
}

export function PatientReport({ view, clinic, photos }: PatientReportProps) {
  return (
    <article class="sheet sheet-own">
      <Letterhead clinic={clinic} asOf={view.as_of} takenHome />
      <h1>
        <Names names={view.names} />
      </h1>
      {view.sections.map((one) => (
        <OwnSectionPart key={one.id} section={one} />
      ))}
      {photos && <PhotoPair pair={photos} parts={false} />}
      {view.series.length > 0 && (
        <section>
          <h2>{t("own.how")}</h2>
          <div class="report-charts">
            {view.series.map((one) => (
              <OwnChart key={one.name} series={one} view={view} width={halfSheet} />
            ))}
          </div>
        </section>
      )}
      <p class="soft small">{t("own.not_doctor")}</p>
    </article>
  );
}
