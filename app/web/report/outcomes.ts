// The charts of the clinic's results.

import { intervalChart, responseChart, shareChart } from "../chart/chart.ts";
import { element } from "../chart/dom.ts";
import {
  changeModel,
  improvedModel,
  overviewModel,
  responseModels,
  resultsOf,
  type GroupResult,
  type OutcomesJson,
} from "../chart/gather_outcomes.ts";
import { placeCharts } from "./place.ts";
import { t } from "../texts/texts.ts";

const widths = { screen: 380, paper: 400 };
// On a phone the overview's names and figures stand above its intervals.
const overviewWidths = { screen: document.documentElement.clientWidth < 720 ? 340 : 860, paper: 700 };

// An overview where there is one group, and a figure for each scale.
export function drawOutcomes(outcomes: OutcomesJson, groups: readonly string[]): void {
  const overview = overviewModel(outcomes);
  const place = document.querySelector("figure[data-overview]");
  if (overview && place) {
    const drawn = (width: number): Element => titled(t("plot.better"), shareChart(overview, { width }));
    placeCharts(place, [drawn(overviewWidths.screen)], [drawn(overviewWidths.paper)]);
  }
  const results = resultsOf(outcomes);
  document.querySelectorAll("figure[data-instrument]").forEach((figure) => {
    const rows = results.get(figure.getAttribute("data-instrument") ?? "") ?? [];
    placeCharts(figure, chartsOf(rows, groups, widths.screen), chartsOf(rows, groups, widths.paper));
  });
}

function chartsOf(rows: readonly GroupResult[], groups: readonly string[], width: number): Element[] {
  const [change, improved] = [changeModel(rows, groups), improvedModel(rows, groups)];
  return [
    ...(change ? [titled(t("plot.change"), intervalChart(change, { width }))] : []),
    ...(improved ? [titled(t("plot.better"), shareChart(improved, { width }))] : []),
    ...responseModels(rows, groups).map((model) =>
      titled(t("plot.responded_title", { name: model.label }), responseChart(model, { width, height: 140 })),
    ),
  ];
}

function titled(title: string, chart: Element): Element {
  return element("div", {}, [element("h4", {}, [title]), chart]);
}
