// Every scale in a row: since the start, since the last visit, and what must be known beside it. On a telephone each is
// a card.
import { changeText, dayText, numberText, percentChangeText, quantityText } from "../format.ts";
import { phraseText } from "../../texts/phrase.ts";
import { t } from "../../texts/texts.ts";
import { measureName, verdictText } from "../measure.ts";
import { noiseFigure, noiseShortKind } from "../noise.ts";
import type { Series } from "../shapes.ts";
import { compares, signOf, toneOf } from "../verdict.ts";
import { CardCells, CardHead, type CardColumn } from "./card_table.tsx";
import { Verdict, VerdictMark } from "./verdict.tsx";

function Values({ series }: { series: Series }) {
  const { baseline, latest, unit, change, percent_change: percentChange } = series;
  if (series.verdict === "stated") return <>{dayText(latest.at)}</>;
  const now = (
    <>
      <bdi>{quantityText(latest.value, unit)}</bdi>
    </>
  );
  if (!compares(series) || change === null)
    return (
      <>
        {now} <small class="soft">{dayText(latest.at)}</small>
      </>
    );
  return (
    <>
      {t("patient.from_to", { from: numberText(baseline.value), to: quantityText(latest.value, unit) })}{" "}
      <small class="soft">
        ({changeText(change)}
        {percentChange !== null && `${t("frame.list")}${percentChangeText(percentChange)}`})
      </small>
    </>
  );
}

function noiseCell(series: Series) {
  if (!compares(series) || series.verdict === "changed") return null;
  if (series.noise === null) return <span class="soft">{t("patient.columns.noise_unknown")}</span>;
  return (
    <>
      <span class="figures">{noiseFigure(series.noise)}</span>{" "}
      <small class="soft">{noiseShortKind(series.noise)}</small>
    </>
  );
}

// One visit's step is never confirmed.
function sinceLast({ since_last_visit: since }: Series) {
  if (since === null) return null;
  const judged = { verdict: since.verdict, confirmed: null, change: since.change };
  return (
    <>
      <VerdictMark tone={toneOf(judged)} sign={signOf(judged)} text={verdictText(judged)} />{" "}
      <small class="soft figures">({changeText(since.change)})</small>
    </>
  );
}

function beside({ remark_phrases: remarks }: Series) {
  return remarks.length === 0 ? null : <span class="soft">{remarks.map(phraseText).join(t("frame.semicolon"))}</span>;
}

// A rule that was met by chance is none.
const responds = ({ responder, verdict }: Series): boolean => responder === true && verdict === "improved";

const columns: CardColumn<Series>[] = [
  {
    head: "patient.columns.verdict",
    cell: (one) => (
      <>
        <Verdict series={one} />
        {responds(one) && <small class="soft"> {t("patient.columns.responder")}</small>}
      </>
    ),
  },
  {
    head: "patient.columns.change",
    cell: (one) => (
      <span class="figures">
        <Values series={one} />
      </span>
    ),
  },
  { head: "patient.columns.noise", cell: noiseCell },
  { head: "patient.columns.since_last", cell: sinceLast },
  { head: "patient.columns.beside", cell: beside },
];

interface VerdictTableProps {
  series: readonly Series[];
  pick?: (instrument: string) => void;
}

export function VerdictTable({ series, pick }: VerdictTableProps) {
  return (
    <table class="verdicts cards">
      <CardHead first={t("patient.columns.scale")} columns={columns} />
      <tbody>
        {series.map((one) => (
          <tr key={one.instrument}>
            <th scope="row">
              {pick ? (
                <button type="button" class="link" onClick={() => pick(one.instrument)}>
                  {measureName(one)}
                </button>
              ) : (
                measureName(one)
              )}
            </th>
            <CardCells columns={columns} row={one} />
          </tr>
        ))}
      </tbody>
    </table>
  );
}
