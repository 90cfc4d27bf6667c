// The results of one scale, a row for each group. Beside every share stands how many were followed.
import { isJudged, type ByConfirmationJson } from "../../../chart/gather_outcomes.ts";
import { changeText, numberText } from "../../format.ts";
import { t } from "../../../texts/texts.ts";
import { ofText, shareText, sizeText, type Group, type Outcome, type Result } from "../../outcomes_view.ts";
import { CardCells, CardHead, type CardColumn } from "../card_table.tsx";

type Judged = Parameters<typeof isJudged>[0];

export interface Found {
  group: Group;
  result: Result;
}

export function byConfirmation(result: Judged, shares: ByConfirmationJson | null) {
  if (!isJudged(result)) return <span class="soft">{t("patient.columns.noise_unknown")}</span>;
  return (
    shares && (
      <>
        {t("outcomes.confirmed", { share: shareText(shares.confirmed) })}{" "}
        <small class="soft">{t("outcomes.unconfirmed", { count: shares.unconfirmed.k })}</small>
      </>
    )
  );
}

export function changeCell({ change }: Pick<Outcome, "change">) {
  return (
    change && (
      <>
        {changeText(change.mean)}
        {change.low95 !== null && change.high95 !== null && (
          <small> ({t("outcomes.interval", { low: numberText(change.low95), high: numberText(change.high95) })})</small>
        )}
      </>
    )
  );
}

// Of the same patients before and after.
function means({ change, baseline, latest }: Result) {
  const before = change?.baseline ?? baseline;
  return (
    before && latest && <>{t("patient.from_to", { from: numberText(before.mean), to: numberText(latest.mean) })}</>
  );
}

export function respondersCell({ responders, responders_within_noise: within }: Outcome) {
  return (
    responders && (
      <>
        {shareText(responders)}{" "}
        {within !== null && within > 0 && (
          <small class="soft">{t("outcomes.responders_within", { count: within })}</small>
        )}
      </>
    )
  );
}

// With how many of them are not yet confirmed, or it would be better than the case.
function worstImproved({ improved, worst_case: { improved: worst } }: Result): string | null {
  const unconfirmed = improved?.unconfirmed.k ?? 0;
  const share = worst && t("outcomes.worst_improved", { share: shareText(worst) });
  return share && unconfirmed > 0 ? `${share}, ${t("outcomes.worst_unconfirmed", { count: unconfirmed })}` : share;
}

function worstCase(result: Result) {
  const { responders } = result.worst_case;
  const lines = [
    isJudged(result) && worstImproved(result),
    responders && t("outcomes.worst_responders", { share: shareText(responders) }),
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
    head: "outcomes.followed",
    cell: ({ followed, latest, size }) => `${followed ? ofText(followed) : (latest?.n ?? 0)}${sizeText(size)}`,
  },
  { head: "outcomes.means", cell: means },
  { head: "outcomes.change", cell: changeCell },
  { head: "outcomes.improved", cell: (result) => byConfirmation(result, result.improved) },
  { head: "outcomes.worsened", cell: (result) => byConfirmation(result, result.worsened) },
  { head: "outcomes.responders", cell: respondersCell },
  { head: "outcomes.worst_case", cell: worstCase },
];

const columnsOfStatements: CardColumn<Result>[] = [
  { head: "outcomes.patients", cell: ({ n, size }) => `${n}${sizeText(size)}` },
  { head: "outcomes.stated", cell: stated },
];

export function OutcomeTable({ found }: { found: readonly Found[] }) {
  const shown = found.every(({ result }) => result.followed === null) ? columnsOfStatements : columns;
  return (
    <table class="cards figures">
      <CardHead first={t("outcomes.group")} columns={shown} />
      <tbody>
        {found.map(({ group, result }) => (
          <tr key={group.label}>
            <th scope="row">
              <bdi>{group.label}</bdi>
            </th>
            <CardCells columns={shown} row={result} />
          </tr>
        ))}
      </tbody>
    </table>
  );
}
