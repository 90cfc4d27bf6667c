// Behind a strip: what its verdict was held against, and every value in numbers.
import { valuesTable } from "../../../chart/values_table.ts";
import { valueText } from "../../../chart/messages.ts";
import type { SeriesModel } from "../../../chart/model.ts";
import { changeText, dayText, percentChangeText } from "../../format.ts";
import { bandName } from "../../measure.ts";
import type { Series } from "../../shapes.ts";
import { compares } from "../../verdict.ts";
import { t } from "../../../texts/texts.ts";
import { ElementHost } from "../element_host.tsx";
import { VerdictNotes } from "../verdict_notes.tsx";

// Words with their days: nothing to draw a line through.
export function Statements({ model }: { model: SeriesModel }) {
  return (
    <ol class="statements" aria-label={model.name}>
      {model.points.map((point) => (
        <li key={point.at}>
          <time dateTime={point.at}>{dayText(point.at.slice(0, 10))}</time> <strong>{valueText(model, point)}</strong>
          {point.ratings.length > 0 &&
            ` ${point.ratings.map(({ rater }) => rater ?? t("plot.no_rater")).join(t("frame.list"))}`}
          {point.remark !== null && <span class="soft"> {point.remark}</span>}
        </li>
      ))}
    </ol>
  );
}

// A rule that was met by chance is none.
const responds = ({ responder, verdict }: Series): boolean => responder === true && verdict === "improved";

export function StripMore({ one, model }: { one: Series; model: SeriesModel }) {
  const { change, percent_change: percent, band } = one;
  const facts = [
    compares(one) && change !== null && changeText(change),
    percent !== null && compares(one) && percentChangeText(percent),
    band && one.verdict !== "stated" && bandName(band.name),
    responds(one) && t("patient.columns.responder"),
  ].filter((fact) => typeof fact === "string");
  return (
    <div class="strip-more">
      {facts.length > 0 && <p class="figures">{facts.join(" · ")}</p>}
      <VerdictNotes series={one} />
      {!model.stated && <ElementHost make={() => valuesTable(model)} on={model} />}
    </div>
  );
}
