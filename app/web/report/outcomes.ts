// The charts of the clinic's results.

import { interval_chart, response_chart } from "../chart/chart.ts";
import { change_model, improved_model, response_models, results_of, type OutcomesJson } from "../chart/gather_outcomes.ts";
import { place_charts } from "./place.ts";

// A figure for each scale, in the order of `results_of`.
export function draw_outcomes(outcomes: OutcomesJson, groups: readonly string[]): void {
  const figures = document.querySelectorAll("figure[data-instrument]");
  const results = results_of(outcomes);
  figures.forEach((figure) => {
    const rows = results.get(figure.getAttribute("data-instrument") ?? "");
    if (!rows) {
      return;
    }
    const drawn = (width: number, small: number): Element[] => {
      const intervals = [change_model(rows, groups), improved_model(rows, groups)];
      return [
        ...intervals.flatMap((model) => (model ? [interval_chart(model, { width })] : [])),
        ...response_models(rows, groups).map((model) => response_chart(model, { width: small, height: 150 })),
      ];
    };
    place_charts(figure, drawn(480, 320), drawn(330, 240));
  });
}
