// Every scale in a row: since the start, since the last visit, and what must be known beside it. On a telephone each is a card.
import { change_text, day_text, number_text, short_name, unit_text } from "../format.ts";
import { words } from "../messages.ts";
import { noise_figure, noise_short_kind } from "../noise.ts";
import type { Series } from "../shapes.ts";
import { compares, sign_of, tone_of } from "../verdict.ts";
import { CardCells, CardHead, type CardColumn } from "./card_table.tsx";
import { Verdict, VerdictMark } from "./verdict.tsx";

const said = words.columns;

function Values({ series }: { series: Series }) {
  const { baseline, latest, unit, change, percent_change } = series;
  if (series.verdict === "stated") return <>{day_text(latest.at)}</>;
  const now = <>{number_text(latest.value)} <small class="unit">{unit_text(unit)}</small></>;
  if (!compares(series) || change === null) return <>{now} <small class="soft">{day_text(latest.at)}</small></>;
  return (
    <>
      {number_text(baseline.value)} → {now}{" "}
      <small class="soft">({change_text(change)}{percent_change !== null && `, ${change_text(Math.round(percent_change))} %`})</small>
    </>
  );
}

function noise_cell(series: Series) {
  if (!compares(series) || series.verdict === "changed") return null;
  if (series.noise === null) return <span class="soft">{said.noise_unknown}</span>;
  return <><span class="figures">{noise_figure(series.noise)}</span> <small class="soft">{noise_short_kind(series.noise)}</small></>;
}

// One visit's step is never confirmed.
function since_last({ since_last_visit: since }: Series) {
  if (since === null) return null;
  const judged = { verdict: since.verdict, confirmed: null, change: since.change };
  return <><VerdictMark tone={tone_of(judged)} sign={sign_of(judged)} text={since.words} /> <small class="soft figures">({change_text(since.change)})</small></>;
}

function beside({ remarks }: Series) {
  return remarks.length === 0 ? null : <span class="soft">{remarks.join("; ")}</span>;
}

// A rule that was met by chance is none.
const responds = ({ responder, verdict }: Series): boolean => responder === true && verdict === "improved";

const columns: CardColumn<Series>[] = [
  { head: said.verdict, cell: (one) => <><Verdict series={one} />{responds(one) && <small class="soft"> {said.responder}</small>}</> },
  { head: said.change, cell: (one) => <span class="figures"><Values series={one} /></span> },
  { head: said.noise, cell: noise_cell },
  { head: said.since_last, cell: since_last },
  { head: said.beside, cell: beside },
];

interface VerdictTableProps {
  series: readonly Series[];
  pick?: (instrument: string) => void;
}

export function VerdictTable({ series, pick }: VerdictTableProps) {
  return (
    <table class="verdicts cards">
      <CardHead first={said.scale} columns={columns} />
      <tbody>
        {series.map((one) => (
          <tr key={one.instrument}>
            <th scope="row">{pick ? <button type="button" class="link" onClick={() => pick(one.instrument)}>{short_name(one.name)}</button> : short_name(one.name)}</th>
            <CardCells columns={columns} row={one} />
          </tr>
        ))}
      </tbody>
    </table>
  );
}
