// The results of one scale: its sentence, who got better and by how much, a row for each group, and its rules. In a
// file also what a row has no column for, the response over time, and the planned visits.
import { useMemo } from "preact/hooks";
import { intervalChart, responseChart, shareChart } from "../../../chart/chart.ts";
import { changeModel, improvedModel, responseModels, type GroupResult } from "../../../chart/gather_outcomes.ts";
import { t } from "../../../texts/texts.ts";
import { unitText } from "../../format.ts";
import type { Outcomes } from "../../outcomes_view.ts";
import { ElementHost } from "../element_host.tsx";
import { OutcomeDetails, OutcomeVisits } from "./outcome_details.tsx";
import { OutcomeLead } from "./outcome_lead.tsx";
import { OutcomeRules } from "./outcome_rules.tsx";
import { OutcomeTable } from "./outcome_table.tsx";
const responseHeight = 140;

interface OutcomeScaleProps {
  outcomes: Outcomes; // `named`
  code: string;
  rows: GroupResult[];
  width?: number; // of a column, in a file
}

export function OutcomeScale({ outcomes, code, rows, width }: OutcomeScaleProps) {
  const [change, improved, responses] = useMemo(() => {
    const names = outcomes.groups.map((group) => group.label);
    return [changeModel(rows, names), improvedModel(rows, names), width ? responseModels(rows, names) : []];
  }, [outcomes, rows, width]);
  const found = outcomes.groups.flatMap((group) => {
    const result = group.instruments.find((one) => one.instrument === code);
    return result ? [{ group, result }] : [];
  });
  const first = found[0]?.result;
  if (!first) return null;
  return (
    <section class="result">
      <h2>
        <bdi>{first.name}</bdi> {first.followed && <small>{unitText(first.unit)}</small>}
      </h2>
      {found.length === 1 && <OutcomeLead result={first} />}
      <div class="columns">
        {improved && (
          <div>
            <h3>{t("plot.better")}</h3>
            <ElementHost make={(room) => shareChart(improved, { width: room })} on={improved} width={width} />
          </div>
        )}
        {change && (
          <div>
            <h3>{t("outcomes.figure")}</h3>
            <ElementHost make={(room) => intervalChart(change, { width: room })} on={change} width={width} />
          </div>
        )}
        {responses.map((model) => (
          <div key={model.label}>
            <h3>{t("plot.responded_title", { name: model.label })}</h3>
            <ElementHost
              make={(room) => responseChart(model, { width: room, height: responseHeight })}
              on={model}
              width={width}
            />
          </div>
        ))}
      </div>
      <OutcomeTable found={found} />
      {width && <OutcomeDetails found={found} />}
      {width && <OutcomeVisits found={found} />}
      <OutcomeRules result={first} />
    </section>
  );
}
