// Counts how long the numbing is on, and rings when its time is over. It goes on through a reload, because only its
// start and its minutes are kept; a browser that was not touched since may stay silent, and shows it all the same.
import { useEffect, useRef, useState } from "preact/hooks";
import { useDraft } from "../../drafts.ts";
import { t } from "../../../texts/texts.ts";
const minuteMs = 60000;
const offered = [20, 30, 45, 60]; // minutes
const ringMs = 1600;

const two = (value: number): string => String(value).padStart(2, "0");

interface Begun {
  since: number; // milliseconds since 1970
  minutes: number | null; // until it rings
}

// Two short tones, again and again until it is stopped.
function useRinging(isOver: boolean): () => void {
  const audio = useRef<AudioContext | null>(null);
  useEffect(() => {
    if (!isOver) return undefined;
    const ring = (): void => {
      const context = audio.current;
      if (context === null) return;
      for (const [at, pitch] of [
        [0, 880],
        [0.22, 1175],
      ] as const) {
        const [tone, volume] = [context.createOscillator(), context.createGain()];
        tone.frequency.value = pitch;
        volume.gain.setValueAtTime(0.2, context.currentTime + at);
        volume.gain.exponentialRampToValueAtTime(0.001, context.currentTime + at + 0.2);
        tone.connect(volume).connect(context.destination);
        tone.start(context.currentTime + at);
        tone.stop(context.currentTime + at + 0.2);
      }
    };
    ring();
    const timer = setInterval(ring, ringMs);
    return () => clearInterval(timer);
  }, [isOver]);
  // Browsers allow sound after a press only.
  return () => {
    if (typeof AudioContext !== "undefined") void (audio.current ??= new AudioContext()).resume();
  };
}

interface TimerProps {
  chartNumber: string;
  take: (minutes: number) => void;
}

export function AnaestheticTimer({ chartNumber, take }: TimerProps) {
  const draft = useDraft<Begun | number | null>(`timer.${chartNumber}`, null);
  // Older drafts have the start alone.
  const begun = typeof draft.value === "number" ? { since: draft.value, minutes: null } : draft.value;
  const [now, setNow] = useState(Date.now());
  const since = begun?.since ?? null;
  useEffect(() => {
    if (since === null) return undefined;
    const timer = setInterval(() => setNow(Date.now()), 1000);
    return () => clearInterval(timer);
  }, [since]);
  const passed = since === null ? 0 : Math.max(0, now - since);
  const minutes = Math.floor(passed / minuteMs);
  const end = begun?.minutes ?? null;
  const isOver = end !== null && passed >= end * minuteMs;
  const [silent, setSilent] = useState(false);
  const allowSound = useRinging(isOver && !silent);
  const start = (until: number | null): void => {
    allowSound();
    setSilent(false);
    setNow(Date.now());
    draft.set({ since: Date.now(), minutes: until });
  };
  return (
    <div class={isOver && !silent ? "timer timer-over" : "timer"} role="group" aria-label={t("session.timer")}>
      <span class="timer-name">{t("session.timer")}</span>
      <output class="timer-clock figures">
        {two(minutes)}:{two(Math.floor((passed % minuteMs) / 1000))}
      </output>
      {begun === null && (
        <span class="timer-do">
          <button type="button" onClick={() => start(null)}>
            {t("session.timer_start")}
          </button>
          {offered.map((until) => (
            <button key={until} type="button" onClick={() => start(until)}>
              {t("session.timer_for", { minutes: until })}
            </button>
          ))}
        </span>
      )}
      {begun !== null && (
        <span class="timer-do">
          {isOver && !silent && (
            <button
              type="button"
              onClick={() => {
                allowSound();
                setSilent(true);
              }}
            >
              {t("session.timer_silence")}
            </button>
          )}
          <button
            type="button"
            onClick={() => {
              take(minutes);
              draft.discard();
            }}
          >
            {t("session.timer_take", { minutes })}
          </button>
          <button type="button" class="quiet" onClick={() => draft.discard()}>
            {t("session.timer_stop")}
          </button>
        </span>
      )}
      <span class="timer-said" role="alert">
        {isOver ? t("session.timer_over", { minutes: end }) : ""}
      </span>
    </div>
  );
}
