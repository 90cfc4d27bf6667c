// The result of a scale in a sentence, which has those in it who were not followed.
import { isJudged } from "../../../chart/gather_outcomes.ts";
import { t } from "../../../texts/texts.ts";
import { ofText, type Result } from "../../outcomes_view.ts";

export function OutcomeLead({ result }: { result: Result }) {
  const { followed, improved, worsened, worst_case: worstCase } = result;
  if (!followed || !improved || !isJudged(result)) return null;
  return (
    <p class="lead">
      {t("outcomes.lead", {
        followed: followed.k,
        began: followed.n,
        better: improved.confirmed.k,
        perhaps: improved.unconfirmed.k,
        worse: worsened?.confirmed.k ?? 0,
      })}
      {worstCase.improved &&
        followed.k < followed.n &&
        ` ${t("outcomes.lead_worst", { share: ofText(worstCase.improved) })}`}
    </p>
  );
}
