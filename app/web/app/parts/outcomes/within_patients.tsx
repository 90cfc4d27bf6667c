// Values of a patient under one condition against those under another: each scale, every two conditions.
import { changeText, numberText } from "../../format.ts";
import { messages } from "../../messages.ts";
import { sizeText, type ConditionPair, type Values, type WithinPatients as Within } from "../../outcomes_view.ts";
import { CardCells, CardHead, type CardColumn } from "../card_table.tsx";

const texts = messages.outcomes;
const thousandth = (value: number): number => Math.round(value * 1000) / 1000;
const meanOf = (name: string, values: Values | null) =>
  `${name}: ${values ? numberText(thousandth(values.mean)) : "–"}`;

function difference({ difference: found }: ConditionPair) {
  return (
    found && (
      <>
        {changeText(thousandth(found.mean))}
        {found.low95 !== null && found.high95 !== null && (
          <small> ({texts.interval(numberText(thousandth(found.low95)), numberText(thousandth(found.high95)))})</small>
        )}
      </>
    )
  );
}

const columns: CardColumn<ConditionPair>[] = [
  { head: texts.withinFirst, cell: ({ first, first_values: values }) => meanOf(first, values) },
  { head: texts.withinSecond, cell: ({ second, second_values: values }) => meanOf(second, values) },
  { head: texts.withinBoth, cell: ({ patients, size }) => `${patients}${sizeText(size)}` },
  { head: texts.withinDifference, cell: difference },
  { head: texts.withinConclusion, cell: ({ conclusion }) => conclusion },
];

export function WithinPatients({ all }: { all: readonly Within[] }) {
  return (
    <>
      {all.map(({ instrument, name, conditions, pairs }) => (
        <section key={instrument}>
          <h2>{name}</h2>
          <ul class="sentences">
            {conditions.map((one) => (
              <li key={one.name}>
                {texts.withinCondition(one.name, numberText(thousandth(one.patients.mean)), one.patients.n, one.values)}
              </li>
            ))}
          </ul>
          {pairs.length > 0 && (
            <table class="cards figures">
              <CardHead first={texts.withinPair} columns={columns} />
              <tbody>
                {pairs.map((pair) => (
                  <tr key={`${pair.second} ${pair.first}`}>
                    <th scope="row">
                      {pair.second} − {pair.first}
                    </th>
                    <CardCells columns={columns} row={pair} />
                  </tr>
                ))}
              </tbody>
            </table>
          )}
        </section>
      ))}
    </>
  );
}
