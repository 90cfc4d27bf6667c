// Where a verdict stands, what it was held against and what must be known beside it.
import { messages } from "../messages.ts";
import { noiseKind, noiseText } from "../noise.ts";
import type { Noise, Series } from "../shapes.ts";

const texts = messages.beside;

function NoiseNote({ noise, unit }: { noise: Noise; unit: string }) {
  return (
    <li>
      {texts.noise(noiseText(noise, unit), noiseKind(noise), noise.same_rater)}
      {noise.source && (
        <details class="small">
          <summary>{texts.noiseSource}</summary>
          <p>
            {noise.formula && `${noise.formula}. `}
            {noise.source}
          </p>
        </details>
      )}
    </li>
  );
}

export function VerdictNotes({ series }: { series: Series }) {
  const { remarks } = series;
  if (remarks.length === 0 && series.noise === null && series.verdict !== "not_sure") return null;
  return (
    <ul class="verdict-notes small">
      {remarks.map((one) => (
        <li key={one}>{one}</li>
      ))}
      {series.baseline.n === 1 && series.verdict === "improved" && <li>{texts.fallsBack}</li>}
      {series.noise && <NoiseNote noise={series.noise} unit={series.unit} />}
      {series.verdict === "not_sure" && <li>{texts.noiseUnknown}</li>}
    </ul>
  );
}
