// Counts how long the anaesthetic is on; it goes on through a reload, because only its start is kept.
import { useEffect, useState } from "preact/hooks";
import { use_draft } from "../drafts.ts";
import { words } from "../messages.ts";

const said = words.session;
const minute_ms = 60000;

const two = (value: number): string => String(value).padStart(2, "0");

interface TimerProps {
  chart: string;
  take: (minutes: number) => void;
}

export function AnaestheticTimer({ chart, take }: TimerProps) {
  const begun = use_draft<number | null>(`timer.${chart}`, null);
  const since = begun.value;
  const [now, set_now] = useState(Date.now());
  useEffect(() => {
    if (since === null) return undefined;
    const timer = setInterval(() => set_now(Date.now()), 1000);
    return () => clearInterval(timer);
  }, [since]);
  const start = (): void => {
    set_now(Date.now());
    begun.set(Date.now());
  };
  const passed = since === null ? 0 : Math.max(0, now - since);
  const minutes = Math.floor(passed / minute_ms);
  return (
    <div class="timer" role="group" aria-label={said.timer}>
      <span>{said.timer}</span>
      <output class="timer-clock figures">{two(minutes)}:{two(Math.floor((passed % minute_ms) / 1000))}</output>
      {since === null ? (
        <button type="button" onClick={start}>{said.timer_start}</button>
      ) : (
        <button type="button" onClick={() => { take(minutes); begun.discard(); }}>{said.timer_take(minutes)}</button>
      )}
    </div>
  );
}
