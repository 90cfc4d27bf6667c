// The clock on the clinic's wall, ticking: from the moment that the server named.
import { useEffect, useRef, useState } from "preact/hooks";
import { readNow } from "./api.ts";
import { toUtcDate } from "./format.ts";
import { idleMs } from "./idle.ts";

const minuteMs = 60000;

let known = ""; // the day at the clinic, as the server last said
// Until the server has said, the day where this browser is.
export const clinicDay = (): string =>
  known !== "" ? known : new Date(Date.now() - new Date().getTimezoneOffset() * minuteMs).toISOString().slice(0, 10);

// Calls `changed` when another day has begun at the clinic; looked at when somebody comes back to the page, and every
// minute while somebody is there: the server takes a question for use, and locks whoever is away.
export function useNewDay(changed: () => void): void {
  const latest = useRef(changed);
  latest.current = changed;
  useEffect(() => {
    let day = "";
    const look = async (): Promise<void> => {
      const now = await readNow();
      if (!now.ok) return;
      known = now.value.as_of;
      if (day !== "" && now.value.as_of !== day) latest.current();
      day = now.value.as_of;
    };
    const lookNow = (): void => void look();
    lookNow();
    const timer = setInterval(() => idleMs() <= minuteMs && lookNow(), minuteMs);
    addEventListener("focus", lookNow);
    return () => {
      clearInterval(timer);
      removeEventListener("focus", lookNow);
    };
  }, []);
}

// `at` as of when it was read; moves on minute by minute.
export function useWallClock(at: string): string {
  const [passed, setPassed] = useState(0);
  useEffect(() => {
    const began = Date.now();
    const timer = setInterval(() => setPassed(Date.now() - began), minuteMs / 4);
    return () => clearInterval(timer);
  }, [at]);
  return new Date(toUtcDate(at).getTime() + passed).toISOString().slice(0, 16);
}
