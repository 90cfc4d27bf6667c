// What needling is said to do, each held against what was measured.
import { plain } from "../format.ts";
import { title_of, words } from "../messages.ts";
import type { Benefit } from "../shapes.ts";
import { benefit_look } from "../verdict.ts";
import { VerdictMark } from "./verdict.tsx";

export function Benefits({ benefits }: { benefits: readonly Benefit[] }) {
  return (
    <details>
      <summary>{words.patient.benefits}</summary>
      <ul class="benefits">
        {benefits.map((one) => (
          <li key={one.benefit}>
            <p><strong>{title_of(one.benefit)}</strong> <VerdictMark {...benefit_look(one)} text={plain(one.verdict)} /></p>
            {one.because.map((why) => <p key={why.text}>{why.text}</p>)}
            <p class="soft">{one.known}</p>
          </li>
        ))}
      </ul>
    </details>
  );
}
