// Whether two photographs may be compared, and why not.
import { capital, numberText } from "../../format.ts";
import type { PhotoComparison } from "../../shapes.ts";
import { phraseText } from "../../../texts/phrase.ts";
import { t } from "../../../texts/texts.ts";

const looks = { comparable: "good", partly_judged: "warn", not_comparable: "bad", not_judged: "warn" } as const;

export function ComparisonVerdict({ found }: { found: PhotoComparison }) {
  return (
    <p class={`compare-verdict ${looks[found.verdict]}`} role="status">
      {capital(phraseText(found.words))}.
    </p>
  );
}

export function ComparisonParts({ found }: { found: PhotoComparison }) {
  return (
    <section class="comparison" aria-label={t("photos.compare.scores")}>
      <table class="compare-parts">
        <thead>
          <tr>
            <th scope="col">{t("photos.compare.part")}</th>
            <th scope="col">{t("photos.compare.points")}</th>
            <th scope="col">{t("photos.compare.to_do")}</th>
          </tr>
        </thead>
        <tbody>
          {found.parts.map(({ part, score, words }) => (
            <tr key={part}>
              <th scope="row">{capital(phraseText({ id: `comparing.part.${part}`, values: {} }))}</th>
              <td class="figures">{score === null ? "–" : numberText(Math.floor(score))}</td>
              <td class={score === null ? "soft" : score < found.limit ? "bad" : ""}>{phraseText(words)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
