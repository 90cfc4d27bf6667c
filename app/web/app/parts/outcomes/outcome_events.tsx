// Side effects by group and kind: per 100 sessions, and how many patients had any, which several of one patient do not
// raise.
import { numberText } from "../../format.ts";
import { nameOf } from "../../words.ts";
import { t } from "../../../texts/texts.ts";
import { shareText, type Events, type Group } from "../../outcomes_view.ts";
import { CardCells, CardHead, type CardColumn } from "../card_table.tsx";

type Rate = Pick<Events, "events" | "per_100" | "low95" | "high95" | "patients">;

function per100({ per_100: rate, low95, high95 }: Rate) {
  const oneDigit = (value: number): string => numberText(Math.round(value * 10) / 10);
  return rate === null ? null : (
    <>
      {oneDigit(rate)}
      {low95 !== null && high95 !== null && (
        <small> ({t("outcomes.interval", { low: oneDigit(low95), high: oneDigit(high95) })})</small>
      )}
    </>
  );
}

const columns: CardColumn<Rate>[] = [
  { head: "outcomes.events_count", cell: ({ events }) => events },
  { head: "outcomes.events", cell: per100 },
  { head: "outcomes.events_patients", cell: ({ patients }) => patients && shareText(patients) },
];

export function OutcomeEvents({ groups }: { groups: readonly Group[] }) {
  const known = groups.flatMap(({ label, adverse_events: adverseEvents }) =>
    adverseEvents ? [{ name: label, found: adverseEvents }] : [],
  );
  if (known.length === 0) return null;
  return (
    <section>
      <h2>{t("outcomes.events_title")}</h2>
      <table class="cards figures">
        <CardHead first={t("outcomes.group")} columns={columns} />
        <tbody>
          {known.flatMap(({ name, found }) => [
            <tr key={name}>
              <th scope="row">
                <bdi>{name}</bdi> <small class="soft">{t("outcomes.sessions", { count: found.sessions })}</small>
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
