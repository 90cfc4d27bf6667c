// What counts as a responder, as better and as worse, so that no share stands without its rule.
import { quantityText } from "../../format.ts";
import { responderRule } from "../../measure.ts";
import { t, word } from "../../../texts/texts.ts";
import type { Result } from "../../outcomes_view.ts";

// "4 points"; of counts the formula.
function noiseOf({ noise, unit }: Result): string {
  if (noise === null || noise.value === null) return t("outcome.noise.count");
  const one = quantityText(noise.value, unit);
  return noise.other_rater === null
    ? one
    : t("outcome.noise.other_rater", { noise: one, other: quantityText(noise.other_rater, unit) });
}

export function OutcomeRules({ result }: { result: Result }) {
  const { noise, better, followed } = result;
  if (followed === null) return null; // words are not held against anything
  const isCount = noise !== null && noise.value === null;
  const rule = responderRule(result);
  const lines = [rule === null ? t("outcome.rules.no_responder") : t("outcome.rules.responder", { rule })];
  if (isCount && result.responder_rule) lines.push(t("outcome.rules.vehicle"));
  if (better !== "neither" && noise === null) lines.push(t("outcomes.noise_none"));
  if (better !== "neither" && noise !== null) {
    const kind = word("patient.beside.noise_kind", noise.kind);
    lines.push(t("outcome.rules.noise", { noise: noiseOf(result), kind }));
    lines.push(t(isCount ? "outcome.rules.passed_by_few" : "outcome.rules.passed_by_unknown"));
  }
  return (
    <p class="soft small measure">
      {lines.join(" ")}{" "}
      {noise?.source && (
        <span lang="en" dir="auto">
          {noise.source}.
        </span>
      )}
    </p>
  );
}
