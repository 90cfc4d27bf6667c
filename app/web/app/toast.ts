// Says what was done and of whom, on whatever page comes next, for a while; and which ledger entry can be undone. It
// goes when one leaves that patient: what it takes back is nothing that the next one's page shows.
import { useEffect, useState } from "preact/hooks";
import { onPlace, stepsOf } from "./router.ts";

export interface Toast {
  text: string;
  entry: number | null; // of what was recorded
  isUndo: boolean; // it is done again by undoing it
  chart: string | null; // of the patient that it is of
}

const shownMs = 6000;
const undoShownMs = 20000; // time to read, to think and to reach the button

const nothing: Toast = { text: "", entry: null, isUndo: false, chart: null };

// In place of the general sentence, where something was recorded; with whom it is of, where no path says that.
export const showToast = (text: string, chart: string | null = null): void =>
  void dispatchEvent(new CustomEvent("toast", { detail: { text, chart } }));

// Entries that were taken back from here; to take back what did that is to do it again.
const undos = new Set<number>();
const charts = new Map<number, string>(); // of whom an entry is

// The patient whose page or record this path is; null for none.
export function chartOf(path: string): string | null {
  const steps = stepsOf(path);
  const at = steps.indexOf("patients");
  return at < 0 ? null : (steps[at + 1] ?? null);
}
const chartShown = (): string | null =>
  chartOf(location.pathname) ?? new URLSearchParams(location.search).get("patient");

// The server recorded something as this entry of the ledger, at this path.
export function noteRecorded(entry: number, path: string): void {
  if (path.endsWith("/erase") || path.includes("/sign-off")) return; // no way back
  const of = /\/ledger\/(\d+)\/undo$/.exec(path)?.[1];
  const isUndo = of !== undefined && !undos.has(Number(of));
  if (isUndo) undos.add(entry);
  const chart = chartOf(path) ?? charts.get(Number(of)) ?? chartShown();
  if (chart !== null) charts.set(entry, chart);
  const detail: Toast = { text: "", entry, isUndo, chart };
  dispatchEvent(new CustomEvent("recorded", { detail }));
}

const forms = ["visit", "observe"]; // where it would lie over what is filled in

// Whether it goes when this page comes: of another patient, of none, or one that is filled in anew.
export const leaves = ({ chart }: Pick<Toast, "chart">, path: string): boolean =>
  (chart !== null && !(stepsOf(path)[0] === "patients" && stepsOf(path)[1] === chart)) ||
  (stepsOf(path)[0] === "patients" && forms.includes(stepsOf(path)[2] ?? ""));

export function useToast(general: (isUndo: boolean) => string): { toast: Toast; close: () => void } {
  const [toast, setToast] = useState(nothing);
  useEffect(() => {
    if (toast.text === "") return undefined;
    const timer = setTimeout(() => setToast(nothing), toast.entry === null ? shownMs : undoShownMs);
    return () => clearTimeout(timer);
  }, [toast]);
  useEffect(() => {
    // To the page that comes after recording one goes in the same turn of the browser: it is given there.
    let isArriving = false;
    const left = onPlace(() => {
      if (!isArriving) setToast((now) => (leaves(now, location.pathname) ? nothing : now));
    });
    const onToast = (event: Event): void => {
      if (!(event instanceof CustomEvent)) return;
      const { text, chart } = event.detail as Pick<Toast, "text" | "chart">;
      setToast((now) => {
        if (chart !== null && now.entry !== null) charts.set(now.entry, chart);
        return { ...now, text, chart: chart ?? now.chart };
      });
    };
    const onRecorded = (event: Event): void => {
      if (!(event instanceof CustomEvent)) return;
      const recorded = event.detail as Toast;
      isArriving = true;
      setTimeout(() => (isArriving = false));
      setToast({ ...recorded, text: general(recorded.isUndo) });
    };
    addEventListener("toast", onToast);
    addEventListener("recorded", onRecorded);
    return () => {
      left();
      removeEventListener("toast", onToast);
      removeEventListener("recorded", onRecorded);
    };
  }, [general]);
  return { toast, close: () => setToast(nothing) };
}
