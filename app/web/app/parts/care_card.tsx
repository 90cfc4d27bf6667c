// The aftercare card: which window is open, how long it still runs, what to use and what to avoid. One A4 page in print.
import { day_text, duration_text, hours_between, moment_text, short_moment_text } from "../format.ts";
import { title_of, words } from "../messages.ts";
import type { Aftercare, CareItem } from "../shapes.ts";

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

function until_text(item: CareItem, now: string): string {
  if (item.cautious_until) return said.until_some(short_moment_text(item.until), short_moment_text(item.cautious_until));
  return hours_between(now, item.until) > 24 * 7 ? said.until(day_text(item.until)) : said.until(short_moment_text(item.until));
}

function Items({ title, items, sign, now, kind }: { title: string; items: CareItem[]; sign: string; now: string; kind: string }) {
  if (items.length === 0) return null;
  return (
    <section class={`care care-${kind}`}>
      <h2>{title}</h2>
      <ul>
        {items.map((item) => (
          <li key={item.what}><span class="care-sign" aria-hidden="true">{sign}</span> <strong>{title_of(item.what)}</strong> <span class="soft">{until_text(item, now)}</span></li>
        ))}
      </ul>
    </section>
  );
}

export function CareCard({ care, now }: { care: Aftercare; now: string }) {
  const hours = hours_between(care.session.at, now);
  const running = (item: CareItem): boolean => (item.cautious_until ?? item.until) > now;
  return (
    <div class="care-card">
      <p>{said.session_on(moment_text(care.session.at))} · <strong class="figures">{said.since(duration_text(hours))}</strong></p>
      <Windows hours={hours} />
      {care.warnings.length > 0 && <div class="note note-warn"><h2>{said.warnings}</h2>{care.warnings.map((text) => <p key={text}>{text}</p>)}</div>}
      <div class="care-lists">
        <Items kind="use" title={said.use} items={care.advised.filter(running)} sign="✓" now={now} />
        <Items kind="avoid" title={said.avoid} items={care.avoid.filter(running)} sign="✕" now={now} />
      </div>
      <Items kind="unproven" title={said.unproven} items={care.no_evidence.filter(running)} sign="?" now={now} />
    </div>
  );
}
