// Side effects by group and kind: per 100 sessions, and how many patients had any, which several of one patient do not raise.
import { number_text } from "../format.ts";
import { name_of, words } from "../messages.ts";
import { group_name, share_text, type Events, type Group } from "../outcomes_view.ts";
import { CardCells, CardHead, type CardColumn } from "./card_table.tsx";

const said = words.outcomes;

type Rate = Pick<Events, "events" | "per_100" | "low95" | "high95" | "patients">;

function per_100({ per_100: rate, low95, high95 }: Rate) {
  const one_digit = (value: number): string => number_text(Math.round(value * 10) / 10);
  return rate === null ? null : (
    <>
      {one_digit(rate)}
      {low95 !== null && high95 !== null && <small> ({said.interval(one_digit(low95), one_digit(high95))})</small>}
    </>
  );
}

const columns: CardColumn<Rate>[] = [
  { head: said.events_count, cell: ({ events }) => events },
  { head: said.events, cell: per_100 },
  { head: said.events_patients, cell: ({ patients }) => patients && share_text(patients) },
];

export function OutcomeEvents({ groups }: { groups: readonly Group[] }) {
  const known = groups.flatMap(({ by, adverse_events }) => (adverse_events ? [{ name: group_name(by), found: adverse_events }] : []));
  if (known.length === 0) return null;
  return (
    <section>
      <h2>{said.events_title}</h2>
      <table class="cards figures">
        <CardHead first={said.group} columns={columns} />
        <tbody>
          {known.flatMap(({ name, found }) => [
            <tr key={name}><th scope="row">{name} <small class="soft">{said.sessions(found.sessions)}</small></th><CardCells columns={columns} row={found} /></tr>,
            ...found.by_kind.map((one) => <tr key={`${name} ${one.kind}`} class="sub-row"><th scope="row">{name_of(one.kind)}</th><CardCells columns={columns} row={one} /></tr>),
          ])}
        </tbody>
      </table>
    </section>
  );
}
