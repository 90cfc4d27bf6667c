// What needling is said to do, each held against what was measured.
import { plain } from "../format.ts";
import { messages, titleOf } from "../messages.ts";
import type { Benefit } from "../shapes.ts";
import { benefitLook } from "../verdict.ts";
import { VerdictMark } from "./verdict.tsx";

export function Benefits({ benefits }: { benefits: readonly Benefit[] }) {
  return (
    <details>
      <summary>{messages.patient.benefits}</summary>
      <ul class="benefits">
        {benefits.map((one) => (
          <li key={one.benefit}>
            <p>
              <strong>{titleOf(one.benefit)}</strong> <VerdictMark {...benefitLook(one)} text={plain(one.verdict)} />
            </p>
            {one.because.map((why) => (
              <p key={why.text}>{why.text}</p>
            ))}
            <p class="soft">{one.known}</p>
          </li>
        ))}
      </ul>
    </details>
  );
}
