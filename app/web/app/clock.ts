// The clock on the clinic's wall, ticking: from the moment that the server named.
import { useEffect, useState } from "preact/hooks";
import { toUtcDate } from "./format.ts";

const minuteMs = 60000;

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
