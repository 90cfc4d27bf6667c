// Whom the pages have shown: for what names a patient without reading them again, as whoever reads one is written down.
import { useEffect, useState } from "preact/hooks";
import type { Person } from "./shapes.ts";

export type Named = Pick<Person, "chart" | "name"> & { name_ar?: string | null | undefined };

const shown = new Map<string, Named>();

// This page shows them.
export function useShown({ chart, name, name_ar: inArabic }: Named): void {
  useEffect(() => {
    if (!name && !inArabic && shown.has(chart)) return;
    shown.set(chart, { chart, name, name_ar: inArabic });
    dispatchEvent(new Event("whom"));
  }, [chart, name, inArabic]);
}

// By their chart number, with what is known of them; it follows what is shown.
export function useWhom(chart: string | null): Named | null {
  const [, setTurn] = useState(0);
  useEffect(() => {
    const turn = (): void => setTurn((one) => one + 1);
    addEventListener("whom", turn);
    return () => removeEventListener("whom", turn);
  }, []);
  return chart === null ? null : (shown.get(chart) ?? { chart, name: null });
}

export const forgetWhom = (): void => shown.clear();
