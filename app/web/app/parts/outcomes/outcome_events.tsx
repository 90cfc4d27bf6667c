// Side effects by group and kind: per 100 sessions, and how many patients had any, which several of one patient do not
// raise.
import { numberText } from "../../format.ts";
import { messages, nameOf } from "../../messages.ts";
import { groupName, shareText, type Events, type Group } from "../../outcomes_view.ts";
import { CardCells, CardHead, type CardColumn } from "../card_table.tsx";

const texts = messages.outcomes;

type Rate = Pick<Events, "events" | "per_100" | "low95" | "high95" | "patients">;

function per100({ per_100: rate, low95, high95 }: Rate) {
  const oneDigit = (value: number): string => numberText(Math.round(value * 10) / 10);
  return rate === null ? null : (
    <>
      {oneDigit(rate)}
      {low95 !== null && high95 !== null && <small> ({texts.interval(oneDigit(low95), oneDigit(high95))})</small>}
    </>
  );
}

const columns: CardColumn<Rate>[] = [
  { head: texts.eventsCount, cell: ({ events }) => events },
  { head: texts.events, cell: per100 },
  { head: texts.eventsPatients, cell: ({ patients }) => patients && shareText(patients) },
];

export function OutcomeEvents({ groups }: { groups: readonly Group[] }) {
  const known = groups.flatMap(({ by, adverse_events: adverseEvents }) =>
    adverseEvents ? [{ name: groupName(by), found: adverseEvents }] : [],
  );
  if (known.length === 0) return null;
  return (
    <section>
      <h2>{texts.eventsTitle}</h2>
      <table class="cards figures">
        <CardHead first={texts.group} columns={columns} />
        <tbody>
          {known.flatMap(({ name, found }) => [
            <tr key={name}>
              <th scope="row">
                {name} <small class="soft">{texts.sessions(found.sessions)}</small>
              </th>
              <CardCells columns={columns} row={found} />
            </tr>,
            ...found.by_kind.map((one) => (
              <tr key={`${name} ${one.kind}`} class="sub-row">
                <th scope="row">{nameOf(one.kind)}</th>
                <CardCells columns={columns} row={one} />
              </tr>
            )),
          ])}
        </tbody>
      </table>
    </section>
  );
}
