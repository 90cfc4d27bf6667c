// What a row of the results has no column for, in a line for each group; and the planned visits.
import { changeText, numberText, percentChangeText, percentText } from "../../format.ts";
import { shareText, sizeText, type Result, type Visit } from "../../outcomes_view.ts";
import { t, textOf } from "../../../texts/texts.ts";
import { CardCells, CardHead, type CardColumn } from "../card_table.tsx";
import { byConfirmation, changeCell, respondersCell, type Found } from "./outcome_table.tsx";

const pText = (p: number): string => (p < 0.001 ? "<0.001" : numberText(p, p < 0.1 ? 3 : 2));
const joined = (parts: readonly string[]): string => parts.join(t("outcomes.detail.and"));
const sdText = (sd: number | null): string => (sd === null ? "–" : numberText(sd));

function medians({ change, latest }: Result): string | null {
  const before = change?.baseline;
  if (!before || !latest) return null;
  return t("outcomes.detail.medians", {
    before: numberText(before.median),
    after: numberText(latest.median),
    sd_before: sdText(before.sd),
    sd_after: sdText(latest.sd),
  });
}

function tests({ change }: Result): (string | null)[] {
  if (change === null) return [];
  const { p, hodges_lehmann: typical, wilcoxon } = change;
  return [
    p === null ? null : t("outcomes.detail.t", { p: pText(p) }),
    typical && typical.low95 !== null && typical.high95 !== null
      ? t("outcomes.detail.typical", {
          estimate: changeText(typical.estimate),
          low: numberText(typical.low95),
          high: numberText(typical.high95),
        })
      : null,
    wilcoxon && t("outcomes.detail.wilcoxon", { v: numberText(wilcoxon.v), p: pText(wilcoxon.p) }),
  ];
}

// The two averages in per cent, each under its own name: they can differ in sign.
function percents(result: Result): (string | null)[] {
  const { mean_percent_change: each, mean_percent_change_n: n, percent_change_of_means: ofMeans } = result;
  return [
    each === null ? null : textOf("outcome.percent.each", { percent: percentChangeText(each), n }),
    ofMeans === null ? null : textOf("outcome.percent.of_means", { percent: percentChangeText(ofMeans) }),
  ];
}

function steps({ better_by: betterBy }: Result): string | null {
  if (betterBy === null || betterBy.length < 2) return null;
  const each = betterBy.map((one) =>
    textOf("outcome.at_least", { by: numberText(one.at_least), share: shareText(one) }),
  );
  return t("outcomes.detail.steps", { text: joined(each) });
}

const roundWeeks = [4, 8, 12, 24, 52, 104];

// At some round times of the follow-up: who had responded by then, and who was still watched.
function response({ time_to_response: found }: Result): string | null {
  if (found === null) return null;
  const leftOn = (day: number): number => found.steps.find((step) => step.days >= day)?.at_risk ?? 0;
  const parts = [
    found.median_days === null
      ? textOf("outcome.response.some", { count: found.responded, n: found.n })
      : textOf("outcome.response.half", { day: found.median_days, at_risk: leftOn(found.median_days) }),
  ];
  for (const weeks of roundWeeks) {
    const left = leftOn(weeks * 7);
    if (left === 0) break;
    const step = found.steps.filter((one) => one.days <= weeks * 7).pop();
    if (!step || step.survival === 1) continue;
    const values = { weeks, share: percentText(100 * (1 - step.survival)), at_risk: left };
    const { low95, high95 } = step;
    parts.push(
      low95 === null || high95 === null
        ? textOf("outcome.response.by", values)
        : textOf("outcome.response.by_interval", {
            ...values,
            low: numberText(100 * (1 - high95), 0),
            high: numberText(100 * (1 - low95), 0),
          }),
    );
  }
  return t("outcomes.detail.response", { text: joined(parts) });
}

function detailOf(result: Result): string | null {
  const { latest, baseline, n } = result;
  if (result.followed === null) return null; // words have no such numbers
  if (latest === null) return t("outcomes.detail.none");
  const parts = [
    medians(result),
    ...tests(result),
    ...percents(result),
    steps(result),
    response(result),
    baseline && latest.n < n ? t("outcomes.detail.all", { mean: numberText(baseline.mean), n }) : null,
  ];
  return joined(parts.filter((part) => part !== null));
}

export function OutcomeDetails({ found }: { found: readonly Found[] }) {
  const lines = found.flatMap(({ group, result }) => {
    const detail = detailOf(result);
    return detail === null ? [] : [{ name: group.label, detail }];
  });
  return (
    <ul class="sentences small">
      {lines.map(({ name, detail }) => (
        <li key={name}>
          <strong>
            <bdi>{name}</bdi>
          </strong>
          : {detail}
        </li>
      ))}
    </ul>
  );
}

interface VisitRow {
  visit: Visit;
  result: Result;
}

const judged = ({ visit, result }: VisitRow, which: "improved" | "worsened") =>
  byConfirmation({ ...visit, noise: result.noise }, visit[which]);

const columns: CardColumn<VisitRow>[] = [
  { head: "outcomes.patients", cell: ({ visit: { n } }) => (n === 0 ? t("outcomes.nobody") : n + sizeOf(n)) },
  { head: "outcomes.mean", cell: ({ visit: { value } }) => value && numberText(value.mean) },
  { head: "outcomes.change", cell: ({ visit }) => changeCell(visit) },
  { head: "outcomes.p", cell: ({ visit: { change } }) => (change?.p == null ? null : pText(change.p)) },
  { head: "outcomes.improved", cell: (row) => judged(row, "improved") },
  { head: "outcomes.worsened", cell: (row) => judged(row, "worsened") },
  { head: "outcomes.responders", cell: ({ visit }) => respondersCell(visit) },
];

// As the program tells small groups (app/progress/cohort).
const sizeOf = (n: number): string => sizeText(n < 5 ? "small" : n < 20 ? "few" : "enough");

// "8 weeks after the baseline"
function visitText(at: string): string {
  const [, count = "0", unit = ""] = /^(\d+)([dwm]?)$/.exec(at) ?? [];
  return t("outcomes.visit_at", { count: Number(count), unit: unit === "w" ? "w" : unit === "m" ? "m" : "other" });
}

export function OutcomeVisits({ found }: { found: readonly Found[] }) {
  const rows = found.flatMap(({ group, result }) =>
    (result.visits ?? []).map((visit) => ({ name: group.label, visit, result })),
  );
  if (rows.length === 0) return null;
  return (
    <table class="cards figures">
      <CardHead first={t("outcomes.visit")} columns={columns} />
      <tbody>
        {rows.map((row) => (
          <tr key={`${row.name} ${row.visit.at}`}>
            <th scope="row">
              <bdi>{row.name}</bdi>, {visitText(row.visit.at)}
            </th>
            <CardCells columns={columns} row={row} />
          </tr>
        ))}
      </tbody>
    </table>
  );
}
