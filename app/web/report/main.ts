// Draws the charts of a report. Where this does not run, the tables that stand in their place stay.

import "../style/tokens.css";
import "../chart/chart.css";
import "../style/report.css";

import type { OutcomesJson } from "../chart/gather_outcomes.ts";
import type { ProgressJson } from "../chart/gather.ts";
import { drawOutcomes } from "./outcomes.ts";
import { drawProgress } from "./progress.ts";
import texts from "texts:en/plot+frame+word";
import { english } from "../texts/language.ts";
import { setTexts } from "../texts/texts.ts";

// What the program wrote beside the tables (app/report/chart_data.h).
type ReportJson =
  | ({ kind: "progress" } & ProgressJson)
  | { kind: "outcomes"; outcomes: OutcomesJson; groups: readonly string[] };

setTexts(english, texts);
const text = document.querySelector('script[type="application/json"]')?.textContent;
if (text) {
  const report = JSON.parse(text) as ReportJson;
  document.documentElement.classList.add("charted"); // what explains charts is shown where there are some
  if (report.kind === "progress") {
    drawProgress(report);
  } else {
    drawOutcomes(report.outcomes, report.groups);
  }
}
