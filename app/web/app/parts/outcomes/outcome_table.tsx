// The results of one scale, a row for each group. Beside every share stands how many were followed.
import { isJudged, type ByConfirmationJson } from "../../../chart/gather_outcomes.ts";
import { changeText, numberText } from "../../format.ts";
import { messages } from "../../messages.ts";
import { groupName, ofText, shareText, sizeText, type Group, type Result } from "../../outcomes_view.ts";
import { CardCells, CardHead, type CardColumn } from "../card_table.tsx";

const texts = messages.outcomes;

export interface Found {
  group: Group;
  result: Result;
}

function byConfirmation(result: Result, shares: ByConfirmationJson | null) {
  if (!isJudged(result)) return <span class="soft">{messages.columns.noiseUnknown}</span>;
  return (
    shares && (
      <>
        {texts.confirmed(shareText(shares.confirmed))}{" "}
        <small class="soft">{texts.unconfirmed(shares.unconfirmed.k)}</small>
      </>
    )
  );
}

function changeCell({ change }: Result) {
  return (
    change && (
      <>
        {changeText(change.mean)}
        {change.low95 !== null && change.high95 !== null && (
          <small> ({texts.interval(numberText(change.low95), numberText(change.high95))})</small>
        )}
      </>
    )
  );
}

// Of the same patients before and after.
function means({ change, baseline, latest }: Result) {
  const before = change?.baseline ?? baseline;
  return (
    before &&
    latest && (
      <>
        {numberText(before.mean)} → {numberText(latest.mean)}
      </>
    )
  );
}

function respondersCell({ responders, responders_within_noise: within }: Result) {
  return (
    responders && (
      <>
        {shareText(responders)}{" "}
        {within !== null && within > 0 && <small class="soft">{texts.respondersWithin(within)}</small>}
      </>
    )
  );
}

function worstCase(result: Result) {
  const { improved, responders } = result.worst_case;
  const lines = [
    improved && isJudged(result) && texts.worstImproved(ofText(improved)),
    responders && texts.worstResponders(ofText(responders)),
  ].filter((line) => typeof line === "string");
  return lines.length === 0 ? null : (
    <ul>
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}

// A scale of change: how many said what.
function stated({ latest }: Result) {
  const each = latest?.values ?? [];
  return each.length === 0 ? null : (
    <ul>
      {each.map((one) => (
        <li key={one.value}>
          {one.label ?? numberText(one.value)}: {ofText(one)}
        </li>
      ))}
    </ul>
  );
}

const columns: CardColumn<Result>[] = [
  {
    head: texts.followed,
    cell: ({ followed, latest, size }) => `${followed ? ofText(followed) : (latest?.n ?? 0)}${sizeText(size)}`,
  },
  { head: texts.means, cell: means },
  { head: texts.change, cell: changeCell },
  { head: texts.improved, cell: (result) => byConfirmation(result, result.improved) },
  { head: texts.worsened, cell: (result) => byConfirmation(result, result.worsened) },
  { head: texts.responders, cell: respondersCell },
  { head: texts.worstCase, cell: worstCase },
];

const columnsOfStatements: CardColumn<Result>[] = [
  { head: texts.patients, cell: ({ n, size }) => `${n}${sizeText(size)}` },
  { head: texts.stated, cell: stated },
];

export function OutcomeTable({ found }: { found: readonly Found[] }) {
  const shown = found.every(({ result }) => result.followed === null) ? columnsOfStatements : columns;
  return (
    <table class="cards figures">
      <CardHead first={texts.group} columns={shown} />
      <tbody>
        {found.map(({ group, result }) => (
          <tr key={groupName(group.by)}>
            <th scope="row">{groupName(group.by)}</th>
            <CardCells columns={shown} row={result} />
          </tr>
        ))}
      </tbody>
    </table>
  );
}
