// The charts of the clinic's results.

import { interval_chart, response_chart, share_chart } from "../chart/chart.ts";
import { element } from "../chart/dom.ts";
import {
  change_model,
  improved_model,
  overview_model,
  response_models,
  results_of,
  type GroupResult,
  type OutcomesJson,
} from "../chart/gather_outcomes.ts";
import { words } from "../chart/words.ts";
import { place_charts } from "./place.ts";

const widths = { screen: 380, paper: 400 };
// On a phone the overview's names and figures stand above its intervals.
const overview_widths = { screen: document.documentElement.clientWidth < 720 ? 340 : 860, paper: 700 };

// An overview where there is one group, and a figure for each scale.
export function draw_outcomes(outcomes: OutcomesJson, groups: readonly string[]): void {
  const overview = overview_model(outcomes);
  const place = document.querySelector("figure[data-overview]");
  if (overview && place) {
    const drawn = (width: number): Element =>
      titled(words.better, share_chart(overview, { width }));
    place_charts(place, [drawn(overview_widths.screen)], [drawn(overview_widths.paper)]);
  }
  const results = results_of(outcomes);
  document.querySelectorAll("figure[data-instrument]").forEach((figure) => {
    const rows = results.get(figure.getAttribute("data-instrument") ?? "") ?? [];
    place_charts(figure, charts_of(rows, groups, widths.screen), charts_of(rows, groups, widths.paper));
  });
}

function charts_of(rows: readonly GroupResult[], groups: readonly string[], width: number): Element[] {
  const [change, improved] = [change_model(rows, groups), improved_model(rows, groups)];
  return [
    ...(change ? [titled("Mean change (95 %)", interval_chart(change, { width }))] : []),
    ...(improved ? [titled(words.better, share_chart(improved, { width }))] : []),
    ...response_models(rows, groups).map((model) =>
      titled(`Responded over time: ${model.label}`, response_chart(model, { width, height: 140 })),
    ),
  ];
}

function titled(title: string, chart: Element): Element {
  return element("div", {}, [element("h4", {}, [title]), chart]);
}
