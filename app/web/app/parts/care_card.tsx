// The aftercare card: which window is open, how long it still runs, what to use and what to avoid. One A4 page in print.
import { duration_text, hours_between, moment_text } from "../format.ts";
import { words } from "../messages.ts";
import type { Aftercare } from "../shapes.ts";

const said = words.care;
const first_window_h = 24;
const second_window_h = 72;

function Windows({ hours }: { hours: number }) {
  const share = Math.min(1, Math.max(0, hours / second_window_h));
  const parts = [
    { name: said.absorb, from: 0, until: first_window_h },
    { name: said.careful, from: first_window_h, until: second_window_h },
    { name: said.later, from: second_window_h, until: Infinity },
  ];
  return (
    <div class="windows">
      <ol>
        {parts.map((part) => {
          const now = hours >= part.from && hours < part.until;
          return (
            <li key={part.name} class={now ? "window window-now" : "window"} aria-current={now ? "step" : undefined}>
              <span>{part.name}</span>
              {now && part.until !== Infinity && <strong class="figures">{said.left(duration_text(part.until - hours))}</strong>}
            </li>
          );
        })}
      </ol>
      <svg class="windows-bar" viewBox="0 0 100 3" preserveAspectRatio="none" aria-hidden="true">
        <rect class="windows-all" width="100" height="3" />
        <rect class="windows-past" width={share * 100} height="3" />
        <rect class="windows-edge" x={(first_window_h / second_window_h) * 100} width="0.4" height="3" />
      </svg>
    </div>
  );
}

function Lines({ title, lines, sign, kind }: { title: string; lines: string[]; sign: string; kind: string }) {
  if (lines.length === 0) return null;
  return (
    <section class={`care care-${kind}`}>
      <h2>{title}</h2>
      <ul>{lines.map((line) => <li key={line}><span class="care-sign" aria-hidden="true">{sign}</span>{line}</li>)}</ul>
    </section>
  );
}

export function CareCard({ care, now }: { care: Aftercare; now: string }) {
  const hours = hours_between(care.session.at, now);
  const { card } = care;
  if (!card) return null;
  return (
    <div class="care-card">
      <p>{said.session_on(moment_text(care.session.at))} · <strong class="figures">{said.since(duration_text(hours))}</strong></p>
      {!care.on_hold && <Windows hours={hours} />}
      {card.first.length > 0 && <div class={care.on_hold ? "note note-bad" : "note note-warn"}>{card.first.map((line) => <p key={line}>{line}</p>)}</div>}
      {care.warnings.length > 0 && <div class="note note-warn"><h2>{said.warnings}</h2>{care.warnings.map(({ text }) => <p key={text}>{text}</p>)}</div>}
      <div class="care-lists">
        <Lines kind="use" title={said.use} lines={card.use} sign="✓" />
        <Lines kind="avoid" title={said.avoid} lines={card.avoid.filter((line) => line.until > now).map((line) => line.text)} sign="✕" />
      </div>
      <Lines kind="expect" title={said.expect} lines={card.expect} sign="·" />
      <Lines kind="contact" title={said.contact} lines={card.contact} sign="·" />
      <Lines kind="next" title={said.next} lines={card.next} sign="→" />
    </div>
  );
}
