// A verdict in the server's words, with a sign and a colour.
import type { Series } from "../shapes.ts";
import { verdictText } from "../measure.ts";
import { signOf, toneOf, type Sign, type Tone } from "../verdict.ts";

const paths: Record<Sign, string> = {
  down: "M8 2V13M3.5 8.5L8 13L12.5 8.5",
  up: "M8 14V3M3.5 7.5L8 3L12.5 7.5",
  perhaps_down: "M8 2V4.2M8 6.6V8.8M4 9.3L8 13.3L12 9.3",
  perhaps_up: "M8 14V11.8M8 9.4V7.2M4 6.7L8 2.7L12 6.7",
  same: "M3 6H13M3 10.5H13",
  stated: "M2.5 3H13.5V10.5H8.5L5.5 13.5V10.5H2.5Z",
  nothing:
    "M12.5 7A4.6 4.6 0 0 0 10 4M7 3.6A4.6 4.6 0 0 0 3.9 6M3.6 9.2" +
    "A4.6 4.6 0 0 0 6.4 12.2M9.4 12.4A4.6 4.6 0 0 0 12.3 9.8",
  yes: "M3 8.5L6.5 12L13 4.5",
  no: "M8 2.5V9.5M8 12.2V13.2",
  perhaps: "M2.5 9.5C4.5 4.5 7 6 8.2 8.2S12 11.5 13.5 6.5",
};

export function VerdictSign({ sign }: { sign: Sign }) {
  return (
    <svg class="verdict-sign" viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
      <path d={paths[sign]} />
    </svg>
  );
}

export function VerdictMark({ tone, sign, text }: { tone: Tone; sign: Sign; text: string }) {
  return (
    <span class={`verdict verdict-${tone}`}>
      <VerdictSign sign={sign} /> {text}
    </span>
  );
}

export const Verdict = ({ series }: { series: Series }) => (
  <VerdictMark tone={toneOf(series)} sign={signOf(series)} text={verdictText(series)} />
);
