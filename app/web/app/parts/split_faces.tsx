// Split faces: the change of each patient's treated side against that of the other side of the same face.
import { change_text, number_text } from "../format.ts";
import { words } from "../messages.ts";
import { group_name, share_text, size_text, type Group, type SplitFace } from "../outcomes_view.ts";
import { CardCells, CardHead, type CardColumn } from "./card_table.tsx";
import type { ByConfirmationJson } from "../../chart/gather_outcomes.ts";

const said = words.outcomes;

const mean_of = (values: { mean: number } | null) => values && change_text(values.mean);

function difference({ difference: found }: SplitFace) {
  return found && (
    <>
      {change_text(found.mean)}
      {found.low95 !== null && found.high95 !== null && <small> ({said.interval(number_text(found.low95), number_text(found.high95))})</small>}
    </>
  );
}

const by_confirmation = (shares: ByConfirmationJson | null) =>
  shares && <>{said.confirmed(share_text(shares.confirmed))} <small class="soft">{said.unconfirmed(shares.unconfirmed.k)}</small></>;

const columns: CardColumn<SplitFace>[] = [
  { head: said.patients, cell: ({ difference: found, size }) => `${found?.n ?? 0}${size_text(size)}` },
  { head: said.split_treated, cell: ({ treated_change }) => mean_of(treated_change) },
  { head: said.split_other, cell: ({ other_change }) => mean_of(other_change) },
  { head: said.split_difference, cell: difference },
  { head: said.split_treated_better, cell: ({ treated_better }) => by_confirmation(treated_better) },
  { head: said.split_other_better, cell: ({ other_better }) => by_confirmation(other_better) },
  { head: said.split_both, cell: ({ both_needled }) => both_needled },
];

export function SplitFaces({ groups }: { groups: readonly Group[] }) {
  const rows = groups.flatMap(({ by, split_faces }) => split_faces.map((one) => ({ group: group_name(by), one })));
  if (rows.length === 0) return null;
  return (
    <section>
      <h2>{said.split_title}</h2>
      <p class="soft small measure">{said.split_lead}</p>
      <table class="cards figures">
        <CardHead first={said.scale} columns={columns} />
        <tbody>
          {rows.map(({ group, one }) => (
            <tr key={`${group} ${one.instrument}`}>
              <th scope="row">{one.name} {groups.length > 1 && <small class="soft">{group}</small>}</th>
              <CardCells columns={columns} row={one} />
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
