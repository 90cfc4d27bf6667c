// Split faces: the change of each patient's treated side against that of the other side of the same face.
import { changeText, numberText } from "../../format.ts";
import { t } from "../../../texts/texts.ts";
import { measureName } from "../../measure.ts";
import { shareText, sizeText, type Group, type SplitFace } from "../../outcomes_view.ts";
import { CardCells, CardHead, type CardColumn } from "../card_table.tsx";
import type { ByConfirmationJson } from "../../../chart/gather_outcomes.ts";

const meanOf = (values: { mean: number } | null) => values && changeText(values.mean);

function difference({ difference: found }: SplitFace) {
  return (
    found && (
      <>
        {changeText(found.mean)}
        {found.low95 !== null && found.high95 !== null && (
          <small> ({t("outcomes.interval", { low: numberText(found.low95), high: numberText(found.high95) })})</small>
        )}
      </>
    )
  );
}

const byConfirmation = (shares: ByConfirmationJson | null) =>
  shares && (
    <>
      {t("outcomes.confirmed", { share: shareText(shares.confirmed) })}{" "}
      <small class="soft">{t("outcomes.unconfirmed", { count: shares.unconfirmed.k })}</small>
    </>
  );

const columns: CardColumn<SplitFace>[] = [
  { head: "outcomes.patients", cell: ({ difference: found, size }) => `${found?.n ?? 0}${sizeText(size)}` },
  { head: "outcomes.split_treated", cell: ({ treated_change: treatedChange }) => meanOf(treatedChange) },
  { head: "outcomes.split_other", cell: ({ other_change: otherChange }) => meanOf(otherChange) },
  { head: "outcomes.split_difference", cell: difference },
  { head: "outcomes.split_treated_better", cell: ({ treated_better: treatedBetter }) => byConfirmation(treatedBetter) },
  { head: "outcomes.split_other_better", cell: ({ other_better: otherBetter }) => byConfirmation(otherBetter) },
  { head: "outcomes.split_both", cell: ({ both_needled: bothNeedled }) => bothNeedled },
];

export function SplitFaces({ groups }: { groups: readonly Group[] }) {
  const rows = groups.flatMap(({ label, split_faces: splitFaces }) => splitFaces.map((one) => ({ group: label, one })));
  if (rows.length === 0) return null;
  return (
    <section>
      <h2>{t("outcomes.split_title")}</h2>
      <p class="soft small measure">{t("outcomes.split_lead")}</p>
      <table class="cards figures">
        <CardHead first={t("outcomes.scale")} columns={columns} />
        <tbody>
          {rows.map(({ group, one }) => (
            <tr key={`${group} ${one.instrument}`}>
              <th scope="row">
                <bdi>{measureName(one)}</bdi> {groups.length > 1 && <small class="soft">{group}</small>}
              </th>
              <CardCells columns={columns} row={one} />
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
