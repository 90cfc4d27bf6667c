// What needling is said to do, each held against what was measured.
import { capital } from "../format.ts";
import { said } from "../../texts/phrase.ts";
import { t, textOf, word } from "../../texts/texts.ts";
import type { Benefit } from "../shapes.ts";
import { benefitLook } from "../verdict.ts";
import { VerdictMark } from "./verdict.tsx";

export function Benefits({ benefits }: { benefits: readonly Benefit[] }) {
  return (
    <details>
      <summary>{t("patient.benefits")}</summary>
      <BenefitList benefits={benefits} />
    </details>
  );
}

export function BenefitList({ benefits }: { benefits: readonly Benefit[] }) {
  return (
    <ul class="benefits">
      {benefits.map((one) => (
        <li key={one.benefit}>
          <p>
            <strong>{capital(textOf(`word.benefit.${one.benefit}`))}</strong>{" "}
            <VerdictMark {...benefitLook(one)} text={word("patient.verdicts", one.verdict)} />
          </p>
          {one.because.map(said).map((why) => (
            <p key={why}>{why}</p>
          ))}
          <p class="soft">{textOf(`benefit.known.${one.benefit}`)}</p>
        </li>
      ))}
    </ul>
  );
}
