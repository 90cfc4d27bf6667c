// Counts down to a moment.
import { useEffect, useRef, useState } from "preact/hooks";

// Whole seconds until then; null when nothing is due. Calls `done` once it has come.
export function useCountdown(until: number | null, done: () => void): number | null {
  const [, tick] = useState(0);
  const latest = useRef(done);
  latest.current = done;
  useEffect(() => {
    if (until === null) return undefined;
    const timer = setInterval(() => {
      if (Date.now() >= until) {
        clearInterval(timer);
        latest.current();
      } else tick((n) => n + 1);
    }, 250);
    return () => clearInterval(timer);
  }, [until]);
  return until === null ? null : Math.max(1, Math.ceil((until - Date.now()) / 1000));
}
