// The clinic's results, every scale of them, on paper.
import { shareChart } from "../../../chart/chart.ts";
import { overviewModel, resultsOf } from "../../../chart/gather_outcomes.ts";
import { t, textOf } from "../../../texts/texts.ts";
import { groupingText, isWithin, named, type Outcomes } from "../../outcomes_view.ts";
import { ElementHost } from "../element_host.tsx";
import { Empty } from "../page_frame.tsx";
import { OutcomeEvents } from "../outcomes/outcome_events.tsx";
import { OutcomeNotes } from "../outcomes/outcome_notes.tsx";
import { OutcomeScale } from "../outcomes/outcome_scale.tsx";
import { SplitFaces } from "../outcomes/split_faces.tsx";
import { WithinPatients } from "../outcomes/within_patients.tsx";
import { Letterhead, type Clinic } from "./letterhead.tsx";
import { halfSheet } from "./still_chart.tsx";
const wholeSheet = 686;

function Results({ outcomes }: { outcomes: Outcomes }) {
  const results = resultsOf(outcomes);
  const overview = overviewModel(outcomes);
  if (results.size === 0 && outcomes.groups.every((group) => group.split_faces.length === 0))
    return <Empty title={t("outcomes.none")} remedy={t("outcomes.none_try")} />;
  return (
    <>
      {overview && (
        <section>
          <h2>{t("patient.answer")}</h2>
          <h3>{t("plot.better")}</h3>
          <ElementHost make={(width) => shareChart(overview, { width })} on={overview} width={wholeSheet} />
        </section>
      )}
      {[...results].map(([code, rows]) => (
        <OutcomeScale key={code} outcomes={outcomes} code={code} rows={rows} width={halfSheet} />
      ))}
      <SplitFaces groups={outcomes.groups} />
      <OutcomeEvents groups={outcomes.groups} />
    </>
  );
}

export function OutcomesReport({ given, clinic }: { given: Outcomes; clinic: Clinic }) {
  const outcomes = named(given);
  const patients = outcomes.groups.reduce((sum, { n }) => sum + n, 0);
  const facts = [
    !isWithin(outcomes) && textOf("word.count.patient", { count: patients }),
    groupingText(outcomes.grouping),
  ].filter(Boolean);
  return (
    <article class="sheet sheet-outcomes">
      <Letterhead clinic={clinic} asOf={outcomes.as_of} />
      <h1>
        {t("outcomes.title")} <small>{facts.join(" · ")}</small>
      </h1>
      {!isWithin(outcomes) ? (
        <Results outcomes={outcomes} />
      ) : outcomes.within.length > 0 ? (
        <WithinPatients all={outcomes.within} />
      ) : (
        <Empty title={t("outcomes.within_none")} remedy={t("outcomes.within_none_try")} />
      )}
      <OutcomeNotes outcomes={outcomes} />
    </article>
  );
}
