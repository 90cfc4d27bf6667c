// The charts of a patient's report: one for each series, regions smaller.

import { seriesChart } from "../chart/chart.ts";
import { gather, regionOf, type ProgressJson } from "../chart/gather.ts";
import { placeCharts } from "./place.ts";

// The clinic's report is dense on paper, the patient's has room.
const paperHeight = document.body.classList.contains("patient") ? 170 : 92;
const sizes = {
  whole: { screen: { width: 330, height: 180 }, paper: { width: 240, height: paperHeight } },
  region: { screen: { width: 240, height: 150 }, paper: { width: 240, height: paperHeight } },
};

export function drawProgress(report: ProgressJson): void {
  document.querySelectorAll("figure").forEach((figure) => {
    const series = report.series[Number(figure.getAttribute("data-series"))];
    if (!series) {
      return;
    }
    const model = gather(series, report);
    const size = regionOf(series) === null ? sizes.whole : sizes.region;
    placeCharts(
      figure,
      [seriesChart(model, { ...size.screen, table: false })],
      [seriesChart(model, { ...size.paper, table: false, live: false })],
    );
  });
}
