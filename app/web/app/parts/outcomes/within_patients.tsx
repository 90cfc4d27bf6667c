// Values of a patient under one condition against those under another: each scale, every two conditions.
import { changeText, numberText } from "../../format.ts";
import { said } from "../../../texts/phrase.ts";
import { t } from "../../../texts/texts.ts";
import { measureName } from "../../measure.ts";
import { sizeText, type ConditionPair, type Values, type WithinPatients as Within } from "../../outcomes_view.ts";
import { CardCells, CardHead, type CardColumn } from "../card_table.tsx";
const thousandth = (value: number): number => Math.round(value * 1000) / 1000;
const meanOf = (name: string, values: Values | null) =>
  `${name}: ${values ? numberText(thousandth(values.mean)) : "–"}`;

function difference({ difference: found }: ConditionPair) {
  return (
    found && (
      <>
        {changeText(thousandth(found.mean))}
        {found.low95 !== null && found.high95 !== null && (
          <small>
            {" "}
            (
            {t("outcomes.interval", {
              low: numberText(thousandth(found.low95)),
              high: numberText(thousandth(found.high95)),
            })}
            )
          </small>
        )}
      </>
    )
  );
}

const columns: CardColumn<ConditionPair>[] = [
  { head: "outcomes.within_first", cell: ({ first, first_values: values }) => meanOf(first, values) },
  { head: "outcomes.within_second", cell: ({ second, second_values: values }) => meanOf(second, values) },
  { head: "outcomes.within_both", cell: ({ patients, size }) => `${patients}${sizeText(size)}` },
  { head: "outcomes.within_difference", cell: difference },
  { head: "outcomes.within_conclusion", cell: (pair) => pair.conclusion_phrases.map(said).join(" ") },
];

export function WithinPatients({ all }: { all: readonly Within[] }) {
  return (
    <>
      {all.map(({ instrument, name, conditions, pairs }) => (
        <section key={instrument}>
          <h2>
            <bdi>{measureName({ instrument, name })}</bdi>
          </h2>
          <ul class="sentences">
            {conditions.map((one) => (
              <li key={one.name}>
                {t("outcomes.within_condition", {
                  name: one.name,
                  mean: numberText(thousandth(one.patients.mean)),
                  patients: one.patients.n,
                  values: one.values,
                })}
              </li>
            ))}
          </ul>
          {pairs.length > 0 && (
            <table class="cards figures">
              <CardHead first={t("outcomes.within_pair")} columns={columns} />
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
