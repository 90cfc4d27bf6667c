// Where a chart goes in a report.

import { element } from "../chart/dom.ts";
import { t } from "../texts/texts.ts";

// Draws once for screens and once for paper, each at its own size; the style sheet shows one of them.
export function placeCharts(figure: Element, screen: readonly Element[], paper: readonly Element[]): void {
  const table = figure.querySelector(".wide");
  const charts = [
    element("div", { class: "on-screen" }, screen),
    element("div", { class: "on-paper", "aria-hidden": "true" }, paper),
  ];
  if (!table) {
    figure.append(...charts);
    return;
  }
  const details = element("details", { class: "chart-values" }, [element("summary", {}, [t("plot.values")])]);
  table.replaceWith(...charts, details);
  details.append(table);
}
