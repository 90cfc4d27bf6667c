// What the safety gate asks a reason for; and what it only warns of.
import { name_of, words } from "../messages.ts";
import { answer_key, needs_reason } from "../session_draft.ts";
import type { Finding } from "../shapes.ts";
import { Field } from "./field.tsx";
import { LevelMark } from "./level_mark.tsx";

const said = words.session;

interface OverridesProps {
  findings: readonly Finding[];
  reasons: Record<string, string>;
  set: (key: string, reason: string) => void;
  missing?: boolean;
}

export function Overrides({ findings, reasons, set, missing = false }: OverridesProps) {
  const rules = [...new Set(findings.map((one) => one.rule))];
  return (
    <ul class="findings">
      {rules.map((rule) => {
        const of_rule = findings.filter((one) => one.rule === rule);
        const [first] = of_rule;
        const answers = new Map(of_rule.map((one) => [answer_key(one), one]));
        if (!first) return null;
        return (
          <li key={rule} class={`finding finding-${first.level}`}>
            <p><LevelMark level={first.level} /> {of_rule.map((one) => one.because).join("; ")}</p>
            <p>{first.text}</p>
            {first.source && <p class="soft small">{said.source(first.source)}</p>}
            {needs_reason(first) && [...answers].map(([key, one]) => (
              <Field key={key} label={one.region ? said.why_there(name_of(one.region)) : said.why} required value={reasons[key] ?? ""} set={(text) => set(key, text)}
                error={missing && (reasons[key] ?? "").trim() === "" ? said.why_missing : undefined} />
            ))}
          </li>
        );
      })}
    </ul>
  );
}
