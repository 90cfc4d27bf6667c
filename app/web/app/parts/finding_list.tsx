// Safety findings to read: how grave, why, what the rule says and where it comes from.
import { t, word } from "../../texts/texts.ts";
import { becauseOf, ruleTextOf, sourceOf } from "../finding_text.ts";
import type { Finding } from "../shapes.ts";
import { LevelMark } from "./level_mark.tsx";
import { Said } from "./said.tsx";

// What the rule says, and how firm it is; where it comes from is opened.
export function RuleText({ finding }: { finding: Finding }) {
  const said = ruleTextOf(finding);
  const source = sourceOf(finding);
  return (
    <>
      {said && (
        <p>
          <Said of={said} />
        </p>
      )}
      {source && (
        <details class="rule-source soft small">
          <summary>
            {finding.grade
              ? t("session.rests_on", { grade: word("session.grades", finding.grade) })
              : t("session.source_label")}
          </summary>
          <p>
            <Said of={source} />
          </p>
        </details>
      )}
    </>
  );
}

export function FindingList({ findings }: { findings: readonly Finding[] }) {
  return (
    <ul class="findings">
      {findings.map((one, index) => (
        <li key={`${one.rule} ${index}`} class={`finding finding-${one.level}`}>
          <p>
            <LevelMark level={one.level} /> <Said of={becauseOf(one)} />
          </p>
          <RuleText finding={one} />
        </li>
      ))}
    </ul>
  );
}
