// Counts how long the anaesthetic is on; it goes on through a reload, because only its start is kept.
import { useEffect, useState } from "preact/hooks";
import { useDraft } from "../drafts.ts";
import { t } from "../../texts/texts.ts";
const minuteMs = 60000;

const two = (value: number): string => String(value).padStart(2, "0");

interface TimerProps {
  chartNumber: string;
  take: (minutes: number) => void;
}

export function AnaestheticTimer({ chartNumber, take }: TimerProps) {
  const begun = useDraft<number | null>(`timer.${chartNumber}`, null);
  const since = begun.value;
  const [now, setNow] = useState(Date.now());
  useEffect(() => {
    if (since === null) return undefined;
    const timer = setInterval(() => setNow(Date.now()), 1000);
    return () => clearInterval(timer);
  }, [since]);
  const start = (): void => {
    setNow(Date.now());
    begun.set(Date.now());
  };
  const passed = since === null ? 0 : Math.max(0, now - since);
  const minutes = Math.floor(passed / minuteMs);
  return (
    <div class="timer" role="group" aria-label={t("session.timer")}>
      <span>{t("session.timer")}</span>
      <output class="timer-clock figures">
        {two(minutes)}:{two(Math.floor((passed % minuteMs) / 1000))}
      </output>
      {since === null ? (
        <button type="button" onClick={start}>
          {t("session.timer_start")}
        </button>
      ) : (
        <button
          type="button"
          onClick={() => {
            take(minutes);
            begun.discard();
          }}
        >
          {t("session.timer_take", { minutes })}
        </button>
      )}
    </div>
  );
}
