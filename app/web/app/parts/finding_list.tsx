// Safety findings to read: how grave, why, what the rule says and where it comes from.
import { becauseOf, ruleTextOf } from "../finding_text.ts";
import type { Finding } from "../shapes.ts";
import { LevelMark } from "./level_mark.tsx";
import { Said, Source } from "./said.tsx";

export function RuleText({ finding }: { finding: Finding }) {
  const said = ruleTextOf(finding);
  return (
    said && (
      <p>
        <Said of={said} />
      </p>
    )
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
          {one.source && <Source text={one.source} />}
        </li>
      ))}
    </ul>
  );
}
