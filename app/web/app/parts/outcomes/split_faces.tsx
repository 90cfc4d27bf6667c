// Split faces: the change of each patient's treated side against that of the other side of the same face.
import { changeText, numberText } from "../../format.ts";
import { messages } from "../../messages.ts";
import { groupName, shareText, sizeText, type Group, type SplitFace } from "../../outcomes_view.ts";
import { CardCells, CardHead, type CardColumn } from "../card_table.tsx";
import type { ByConfirmationJson } from "../../../chart/gather_outcomes.ts";

const texts = messages.outcomes;

const meanOf = (values: { mean: number } | null) => values && changeText(values.mean);

function difference({ difference: found }: SplitFace) {
  return (
    found && (
      <>
        {changeText(found.mean)}
        {found.low95 !== null && found.high95 !== null && (
          <small> ({texts.interval(numberText(found.low95), numberText(found.high95))})</small>
        )}
      </>
    )
  );
}

const byConfirmation = (shares: ByConfirmationJson | null) =>
  shares && (
    <>
      {texts.confirmed(shareText(shares.confirmed))}{" "}
      <small class="soft">{texts.unconfirmed(shares.unconfirmed.k)}</small>
    </>
  );

const columns: CardColumn<SplitFace>[] = [
  { head: texts.patients, cell: ({ difference: found, size }) => `${found?.n ?? 0}${sizeText(size)}` },
  { head: texts.splitTreated, cell: ({ treated_change: treatedChange }) => meanOf(treatedChange) },
  { head: texts.splitOther, cell: ({ other_change: otherChange }) => meanOf(otherChange) },
  { head: texts.splitDifference, cell: difference },
  { head: texts.splitTreatedBetter, cell: ({ treated_better: treatedBetter }) => byConfirmation(treatedBetter) },
  { head: texts.splitOtherBetter, cell: ({ other_better: otherBetter }) => byConfirmation(otherBetter) },
  { head: texts.splitBoth, cell: ({ both_needled: bothNeedled }) => bothNeedled },
];

export function SplitFaces({ groups }: { groups: readonly Group[] }) {
  const rows = groups.flatMap(({ by, split_faces: splitFaces }) =>
    splitFaces.map((one) => ({ group: groupName(by), one })),
  );
  if (rows.length === 0) return null;
  return (
    <section>
      <h2>{texts.splitTitle}</h2>
      <p class="soft small measure">{texts.splitLead}</p>
      <table class="cards figures">
        <CardHead first={texts.scale} columns={columns} />
        <tbody>
          {rows.map(({ group, one }) => (
            <tr key={`${group} ${one.instrument}`}>
              <th scope="row">
                {one.name} {groups.length > 1 && <small class="soft">{group}</small>}
              </th>
              <CardCells columns={columns} row={one} />
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
