// Where a verdict stands, what it was held against and what must be known beside it.
import { words } from "../messages.ts";
import { noise_kind, noise_text } from "../noise.ts";
import type { Noise, Series } from "../shapes.ts";

const said = words.beside;

function NoiseNote({ noise, unit }: { noise: Noise; unit: string }) {
  return (
    <li>
      {said.noise(noise_text(noise, unit), noise_kind(noise), noise.same_rater)}
      {noise.source && <details class="small"><summary>{said.noise_source}</summary><p>{noise.formula && `${noise.formula}. `}{noise.source}</p></details>}
    </li>
  );
}

export function VerdictNotes({ series }: { series: Series }) {
  const { remarks } = series;
  if (remarks.length === 0 && series.noise === null && series.verdict !== "not_sure") return null;
  return (
    <ul class="verdict-notes small">
      {remarks.map((one) => <li key={one}>{one}</li>)}
      {series.baseline.n === 1 && series.verdict === "improved" && <li>{said.falls_back}</li>}
      {series.noise && <NoiseNote noise={series.noise} unit={series.unit} />}
      {series.verdict === "not_sure" && <li>{said.noise_unknown}</li>}
    </ul>
  );
}
