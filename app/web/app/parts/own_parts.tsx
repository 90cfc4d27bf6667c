// The parts of what a patient reads of themselves, on their own page and on paper.
import { ownModel, ownName } from "../own_view.ts";
import type { OwnSection, OwnSeries, OwnView } from "../shapes.ts";
import { phraseText, said, written } from "../../texts/phrase.ts";
import { ChartHost } from "./chart_host.tsx";
const chartHeight = { page: 210, paper: 160 };

interface OwnChartProps {
  series: OwnSeries;
  view: OwnView;
  width?: number; // on paper
}

export function OwnChart({ series, view, width }: OwnChartProps) {
  const model = ownModel(series, view);
  if (model === null || (series.points.length < 2 && !model.stated)) return null;
  return (
    <figure class="own-chart">
      <figcaption>
        <strong>
          <bdi>{ownName(series)}</bdi>
        </strong>
        {!model.stated && <span class="figures">{written(series.value_over_time)}</span>}
      </figcaption>
      <ChartHost
        model={model}
        width={width}
        height={width ? chartHeight.paper : chartHeight.page}
        table={width !== undefined}
      />
    </figure>
  );
}

export function OwnSectionPart({ section }: { section: OwnSection }) {
  const { title, lead, lines } = section.phrases;
  return (
    <section class={section.id === "urgent" ? "note note-bad" : undefined}>
      <h2>{phraseText(title)}</h2>
      {lead && <p class="lead">{said(lead)}</p>}
      {lines.length > 0 && (
        <ul class="sentences">
          {lines.map((line, index) => (
            <li key={index}>{said(line)}</li>
          ))}
        </ul>
      )}
    </section>
  );
}
