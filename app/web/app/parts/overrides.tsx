// What the safety gate asks a reason for; and what it only warns of.
import { nameOf, spoken } from "../words.ts";
import { t } from "../../texts/texts.ts";
import { answerKey, needsReason } from "../session_draft.ts";
import type { Finding } from "../shapes.ts";
import { may } from "../turn.ts";
import { Field } from "./field.tsx";
import { isSignOff } from "../sign_off.ts";
import { LevelMark } from "./level_mark.tsx";
import { SignOffState, type Signing } from "./sign_off/sign_offs.tsx";

interface OverridesProps {
  findings: readonly Finding[];
  reasons: Record<string, string>;
  set: (key: string, reason: string) => void;
  missing?: boolean;
  signing?: Signing | null; // where another person signs
}

export function Overrides({ findings, reasons, set, missing = false, signing = null }: OverridesProps) {
  const rules = [...new Set(findings.map((one) => one.rule))];
  return (
    <ul class="findings">
      {rules.map((rule) => {
        const ofRule = findings.filter((one) => one.rule === rule);
        const [first] = ofRule;
        const answers = new Map(ofRule.map((one) => [answerKey(one), one]));
        if (!first) return null;
        const isBarred = first.level === "stop" && !may("override_stop");
        return (
          <li key={rule} class={`finding finding-${first.level}`}>
            <p>
              <LevelMark level={first.level} /> {ofRule.map((one) => one.because).join("; ")}
            </p>
            <p>{spoken(first.text ?? "")}</p>
            {first.source && <p class="soft small">{t("session.source", { text: spoken(first.source) })}</p>}
            {isBarred && <p class="bad">{t("session.no_override")}</p>}
            {signing !== null &&
              isSignOff(first) &&
              [...answers].map(([key, one]) => <SignOffState key={key} signing={signing} finding={one} />)}
            {!isBarred &&
              needsReason(first) &&
              (signing === null || !isSignOff(first)) &&
              [...answers].map(([key, one]) => (
                <Field
                  key={key}
                  label={one.region ? t("session.why_there", { region: nameOf(one.region) }) : t("session.why")}
                  required
                  value={reasons[key] ?? ""}
                  set={(text) => set(key, text)}
                  error={missing && (reasons[key] ?? "").trim() === "" ? t("session.why_missing") : undefined}
                />
              ))}
          </li>
        );
      })}
    </ul>
  );
}
