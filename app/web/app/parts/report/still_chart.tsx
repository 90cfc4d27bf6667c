// The chart of a series on a sheet of paper: drawn at once and in the size of its place there, so that its letters are
// never scaled.
import { gather } from "../../../chart/gather.ts";
import { regionOf } from "../../series_choice.ts";
import { measureName, worded } from "../../measure.ts";
import { t } from "../../../texts/texts.ts";
import type { Progress, Series } from "../../shapes.ts";
import { ChartHost } from "../chart_host.tsx";
import { Verdict } from "../verdict.tsx";

// Columns of a sheet of 182 mm; regions stand in smaller ones.
export const halfSheet = 332;
const thirdSheet = 216;
const heights = { half: 150, third: 118, brief: 100 };

function Charts({ series, progress, whole }: ReportChartsProps) {
  return (
    <>
      {series.map((one) => {
        const isSmall = whole && regionOf(one.instrument) !== "";
        return (
          <figure key={one.instrument} class={isSmall ? "third" : undefined}>
            <figcaption>
              <bdi>{measureName(one)}</bdi> {whole && <Verdict series={one} />}
            </figcaption>
            <ChartHost
              model={gather(worded(one), progress)}
              width={isSmall ? thirdSheet : halfSheet}
              height={whole ? (isSmall ? heights.third : heights.half) : heights.brief}
              table={whole}
            />
          </figure>
        );
      })}
    </>
  );
}

interface ReportChartsProps {
  series: readonly Series[];
  progress: Progress;
  whole: boolean; // with the verdict and the values of each
}

export function ReportCharts({ series, progress, whole }: ReportChartsProps) {
  if (series.length === 0) return null;
  const [large, small] = [true, false].map((isLarge) =>
    series.filter((one) => (!whole || regionOf(one.instrument) === "") === isLarge),
  );
  const key = [
    progress.sessions.length > 0 && t("report.key_sessions"),
    series.some((one) => one.noise !== null) && t("report.key_noise"),
  ].filter((one) => typeof one === "string");
  return (
    <section>
      {whole && <h2>{t("patient.chart")}</h2>}
      {whole && key.length > 0 && <p class="soft small">{key.join(" ")}</p>}
      {[large, small].map(
        (some, index) =>
          some &&
          some.length > 0 && (
            <div key={index} class={index === 0 ? "report-charts" : "report-charts report-regions"}>
              <Charts series={some} progress={progress} whole={whole} />
            </div>
          ),
      )}
    </section>
  );
}
