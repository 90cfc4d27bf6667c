// How grave a safety finding is: a word and a sign, not only a colour.
import { word } from "../../texts/texts.ts";

const signs: Record<string, string> = { stop: "■", sign_off: "▲", caution: "●", not_judged: "?" };

export function LevelMark({ level }: { level: string }) {
  return (
    <strong class={`level level-${level}`}>
      <span aria-hidden="true">{signs[level] ?? "●"}</span> {word("session.levels", level) ?? level}
    </strong>
  );
}
