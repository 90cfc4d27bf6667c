// What needling is said to do, each held against what was measured.
import { titleOf } from "../words.ts";
import { t, word } from "../../texts/texts.ts";
import type { Benefit } from "../shapes.ts";
import { benefitLook } from "../verdict.ts";
import { VerdictMark } from "./verdict.tsx";

export function Benefits({ benefits }: { benefits: readonly Benefit[] }) {
  return (
    <details>
      <summary>{t("patient.benefits")}</summary>
      <ul class="benefits">
        {benefits.map((one) => (
          <li key={one.benefit}>
            <p>
              <strong>{titleOf(one.benefit)}</strong>{" "}
              <VerdictMark {...benefitLook(one)} text={word("patient.verdicts", one.verdict)} />
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
