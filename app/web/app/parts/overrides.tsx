// What the safety gate asks a reason for; and what it only warns of.
import { words } from "../messages.ts";
import type { Finding } from "../shapes.ts";
import { Field } from "./field.tsx";
import { LevelMark } from "./level_mark.tsx";

const said = words.session;

export const needs_reason = (finding: Finding): boolean => finding.level === "stop" || finding.level === "sign_off";

// One reason answers a rule, however many regions it found.
export const unanswered = (findings: readonly Finding[], reasons: Record<string, string>): Finding[] =>
  findings.filter((one, index) => needs_reason(one) && (reasons[one.rule] ?? "").trim() === "" && findings.findIndex((other) => other.rule === one.rule) === index);

interface OverridesProps {
  findings: readonly Finding[];
  reasons: Record<string, string>;
  set: (rule: string, reason: string) => void;
  missing?: boolean;
}

export function Overrides({ findings, reasons, set, missing = false }: OverridesProps) {
  const rules = [...new Set(findings.map((one) => one.rule))];
  return (
    <ul class="findings">
      {rules.map((rule) => {
        const of_rule = findings.filter((one) => one.rule === rule);
        const [first] = of_rule;
        if (!first) return null;
        return (
          <li key={rule} class={`finding finding-${first.level}`}>
            <p><LevelMark level={first.level} /> {of_rule.map((one) => one.because).join("; ")}</p>
            <p>{first.text}</p>
            {first.source && <p class="soft small">{said.source(first.source)}</p>}
            {needs_reason(first) && (
              <Field label={said.why} required value={reasons[rule] ?? ""} set={(text) => set(rule, text)}
                error={missing && (reasons[rule] ?? "").trim() === "" ? said.why_missing : undefined} />
            )}
          </li>
        );
      })}
    </ul>
  );
}
