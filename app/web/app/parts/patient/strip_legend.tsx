// What each mark of the strips means; only those that are there.
import type { ComponentChildren } from "preact";
import { t } from "../../../texts/texts.ts";

interface LegendProps {
  hasSessions: boolean;
  hasNoise: boolean;
  lacksNoise: boolean;
  hasBaseline: boolean;
  hasHollow: boolean;
}

function Mark({ children, text }: { children?: ComponentChildren; text: string }) {
  return (
    <li>
      {children && (
        <svg class="strip-key" width="24" height="18" viewBox="0 0 24 18" aria-hidden="true">
          {children}
        </svg>
      )}
      {text}
    </li>
  );
}

export function StripLegend({ hasSessions, hasNoise, lacksNoise, hasBaseline, hasHollow }: LegendProps) {
  return (
    <ul class="strip-legend">
      {hasSessions && (
        <Mark text={t("patient.legend.session")}>
          <circle class="strip-disc" cx="12" cy="9" r="8" />
        </Mark>
      )}
      {hasNoise && (
        <Mark text={t("patient.legend.noise")}>
          <rect class="strip-noise" y="2" width="24" height="14" />
        </Mark>
      )}
      {hasBaseline && (
        <Mark text={t("patient.legend.baseline")}>
          <path class="strip-baseline" d="M0 9h24" />
        </Mark>
      )}
      {hasHollow && (
        <Mark text={t("plot.hollow")}>
          <circle class="strip-dot strip-hollow" cx="12" cy="9" r="4" />
        </Mark>
      )}
      {lacksNoise && <Mark text={t("patient.legend.no_noise")} />}
    </ul>
  );
}
