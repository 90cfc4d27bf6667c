// Safety findings to read: how grave, why, what the rule says and where it comes from.
import type { Finding } from "../shapes.ts";
import { spoken } from "../words.ts";
import { t } from "../../texts/texts.ts";
import { LevelMark } from "./level_mark.tsx";

export function FindingList({ findings }: { findings: readonly Finding[] }) {
  return (
    <ul class="findings">
      {findings.map((one, index) => (
        <li key={`${one.rule} ${index}`} class={`finding finding-${one.level}`}>
          <p>
            <LevelMark level={one.level} /> {one.because}
          </p>
          {one.text && <p>{one.text}</p>}
          {one.source && <p class="soft small">{t("session.source", { text: spoken(one.source) })}</p>}
        </li>
      ))}
    </ul>
  );
}
