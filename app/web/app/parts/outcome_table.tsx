// The results of one scale, a row for each group. Beside every share stands how many were followed.
import { is_judged, type ByConfirmationJson } from "../../chart/gather_outcomes.ts";
import { change_text, number_text } from "../format.ts";
import { words } from "../messages.ts";
import { group_name, of_text, share_text, size_text, type Group, type Result } from "../outcomes_view.ts";
import { CardCells, CardHead, type CardColumn } from "./card_table.tsx";

const said = words.outcomes;

export interface Found {
  group: Group;
  result: Result;
}

function by_confirmation(result: Result, shares: ByConfirmationJson | null) {
  if (!is_judged(result)) return <span class="soft">{words.columns.noise_unknown}</span>;
  return shares && <>{said.confirmed(share_text(shares.confirmed))} <small class="soft">{said.unconfirmed(shares.unconfirmed.k)}</small></>;
}

function change_cell({ change }: Result) {
  return change && (
    <>
      {change_text(change.mean)}
      {change.low95 !== null && change.high95 !== null && <small> ({said.interval(number_text(change.low95), number_text(change.high95))})</small>}
    </>
  );
}

// Of the same patients before and after.
function means({ change, baseline, latest }: Result) {
  const before = change?.baseline ?? baseline;
  return before && latest && <>{number_text(before.mean)} → {number_text(latest.mean)}</>;
}

function responders_cell({ responders, responders_within_noise: within }: Result) {
  return responders && <>{share_text(responders)} {within !== null && within > 0 && <small class="soft">{said.responders_within(within)}</small>}</>;
}

function worst_case(result: Result) {
  const { improved, responders } = result.worst_case;
  const lines = [improved && is_judged(result) && said.worst_improved(of_text(improved)), responders && said.worst_responders(of_text(responders))].filter((line) => typeof line === "string");
  return lines.length === 0 ? null : <ul>{lines.map((line) => <li key={line}>{line}</li>)}</ul>;
}

// A scale of change: how many said what.
function stated({ latest }: Result) {
  const each = latest?.values ?? [];
  return each.length === 0 ? null : <ul>{each.map((one) => <li key={one.value}>{one.label ?? number_text(one.value)}: {of_text(one)}</li>)}</ul>;
}

const columns: CardColumn<Result>[] = [
  { head: said.followed, cell: ({ followed, latest, size }) => `${followed ? of_text(followed) : latest?.n ?? 0}${size_text(size)}` },
  { head: said.means, cell: means },
  { head: said.change, cell: change_cell },
  { head: said.improved, cell: (result) => by_confirmation(result, result.improved) },
  { head: said.worsened, cell: (result) => by_confirmation(result, result.worsened) },
  { head: said.responders, cell: responders_cell },
  { head: said.worst_case, cell: worst_case },
];

const columns_of_statements: CardColumn<Result>[] = [
  { head: said.patients, cell: ({ n, size }) => `${n}${size_text(size)}` },
  { head: said.stated, cell: stated },
];

export function OutcomeTable({ found }: { found: readonly Found[] }) {
  const shown = found.every(({ result }) => result.followed === null) ? columns_of_statements : columns;
  return (
    <table class="cards figures">
      <CardHead first={said.group} columns={shown} />
      <tbody>
        {found.map(({ group, result }) => (
          <tr key={group_name(group.by)}>
            <th scope="row">{group_name(group.by)}</th>
            <CardCells columns={shown} row={result} />
          </tr>
        ))}
      </tbody>
    </table>
  );
}
