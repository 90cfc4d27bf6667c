// The clock on the clinic's wall, ticking: from the moment that the server named.
import { useEffect, useState } from "preact/hooks";
import { stand_in } from "./format.ts";

const minute_ms = 60000;

// `at` as of when it was read; moves on minute by minute.
export function use_wall_clock(at: string): string {
  const [passed, set_passed] = useState(0);
  useEffect(() => {
    const began = Date.now();
    const timer = setInterval(() => set_passed(Date.now() - began), minute_ms / 4);
    return () => clearInterval(timer);
  }, [at]);
  return new Date(stand_in(at).getTime() + passed).toISOString().slice(0, 16);
}
