// Where a verdict stands, what it was held against and what must be known beside it.
import { phraseText } from "../../texts/phrase.ts";
import { t } from "../../texts/texts.ts";
import { noiseKind, noiseText } from "../noise.ts";
import type { Noise, Series } from "../shapes.ts";

function NoiseNote({ noise, unit }: { noise: Noise; unit: string }) {
  return (
    <li>
      {t("patient.beside.noise", {
        value: noiseText(noise, unit),
        kind: noiseKind(noise),
        same_rater: noise.same_rater ? "yes" : "other",
      })}
      {noise.source && (
        <details class="small">
          <summary>{t("patient.beside.noise_source")}</summary>
          <p lang="en" dir="ltr">
            {noise.formula && `${noise.formula}. `}
            {noise.source}
          </p>
        </details>
      )}
    </li>
  );
}

export function VerdictNotes({ series }: { series: Series }) {
  const remarks = series.remark_phrases.map(phraseText);
  if (remarks.length === 0 && series.noise === null && series.verdict !== "not_sure") return null;
  return (
    <ul class="verdict-notes small">
      {remarks.map((one) => (
        <li key={one}>{one}</li>
      ))}
      {series.baseline.n === 1 && series.verdict === "improved" && <li>{t("patient.beside.falls_back")}</li>}
      {series.noise && <NoiseNote noise={series.noise} unit={series.unit} />}
      {series.verdict === "not_sure" && <li>{t("patient.beside.noise_unknown")}</li>}
    </ul>
  );
}
