// What the server says, with the sign of its verdict: the verdict large, what belongs to it beside it.
import type { SentenceGroup } from "../sentence_groups.ts";
import { signOf, toneOf } from "../verdict.ts";
import { VerdictSign } from "./verdict.tsx";

// The sign of what is no series: a contradiction and a side effect ask for somebody.
const urgent = ["disagreement", "status", "urgent", "events"];

function look({ series, about }: SentenceGroup) {
  if (series) return { tone: toneOf(series), sign: signOf(series) };
  return urgent.includes(about)
    ? ({ tone: "urgent", sign: "no" } as const)
    : ({ tone: "plain", sign: "nothing" } as const);
}

export function LeadSentences({ groups }: { groups: readonly SentenceGroup[] }) {
  return (
    <ul class="said-lead">
      {groups.map((one) => {
        const { tone, sign } = look(one);
        const [first, ...beside] = one.lines;
        return (
          <li key={first} class={`said said-${tone}`}>
            <span class={`verdict-${tone}`}>
              <VerdictSign sign={sign} />
            </span>
            <div>
              <p class="said-first">{first}</p>
              {beside.map((line) => (
                <p key={line} class="said-beside">
                  {line}
                </p>
              ))}
            </div>
          </li>
        );
      })}
    </ul>
  );
}

export function OtherSentences({ groups }: { groups: readonly SentenceGroup[] }) {
  return (
    <ul class="sentences">
      {groups.map((one) => {
        const { tone, sign } = look(one);
        return (
          <li key={one.lines[0]} class={one.series ? "signed" : undefined}>
            {one.series && (
              <span class={`verdict-${tone}`}>
                <VerdictSign sign={sign} />
              </span>
            )}
            {one.lines[0]} {one.lines.length > 1 && <small class="soft">{one.lines.slice(1).join(" ")}</small>}
          </li>
        );
      })}
    </ul>
  );
}
