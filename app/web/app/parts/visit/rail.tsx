// The steps of a visit, in the order of the room, with what stands in each. They are places of the page's address, so
// that Back and a reload come to them.
import { useEffect, useState } from "preact/hooks";
import { onPlace } from "../../router.ts";
import { t } from "../../../texts/texts.ts";
import { Icon, type IconName } from "../icon.tsx";

export const steps = ["skin", "session", "aftercare"] as const;
export type Step = (typeof steps)[number];

const stepHere = (): Step => steps.find((step) => `#${step}` === location.hash) ?? "skin";

export function useStep(): [Step, (step: Step) => void] {
  const [step, setStep] = useState(stepHere);
  useEffect(() => {
    const changed = (): void => setStep(stepHere());
    const ignore = onPlace(changed);
    addEventListener("hashchange", changed);
    return () => {
      ignore();
      removeEventListener("hashchange", changed);
    };
  }, []);
  const to = (next: Step): void => {
    if (stepHere() !== next) history.pushState(null, "", `#${next}`);
    setStep(next);
  };
  return [step, to];
}

export interface StepState {
  line: string; // "17 lesions, 4 of 5 regions"
  sign: "done" | "open" | "ask" | "stop";
}

interface RailProps {
  at: Step;
  states: Record<Step, StepState>;
}

export function Rail({ at, states }: RailProps) {
  return (
    <nav class="rail" aria-label={t("visit.steps.title")}>
      <ol>
        {steps.map((step) => {
          const { line, sign } = states[step];
          const icon: IconName = step === at && sign === "open" ? "here" : sign;
          return (
            <li key={step}>
              <a href={`#${step}`} aria-current={step === at ? "step" : undefined} class={`rail-${sign}`}>
                <Icon name={icon} />
                <span class="rail-name">{t(`visit.steps.${step}`)}</span>
                <span class="rail-line">
                  <bdi>{line}</bdi>
                </span>
              </a>
            </li>
          );
        })}
      </ol>
    </nav>
  );
}
