// Says what was done, on whatever page comes next, for a while; and which ledger entry can be undone.
import { useEffect, useState } from "preact/hooks";

export interface Toast {
  text: string;
  entry: number | null; // of what was recorded
  isUndo: boolean; // it is done again by undoing it
}

const shownMs = 6000;
const undoShownMs = 20000; // time to read, to think and to reach the button

const nothing: Toast = { text: "", entry: null, isUndo: false };

// In place of the general sentence, where something was recorded.
export const showToast = (text: string): void => void dispatchEvent(new CustomEvent("toast", { detail: text }));

// Entries that were taken back from here; to take back what did that is to do it again.
const undos = new Set<number>();

// The server recorded something as this entry of the ledger, at this path.
export function noteRecorded(entry: number, path: string): void {
  if (path.endsWith("/erase") || path.includes("/sign-off")) return; // no way back
  const of = /\/ledger\/(\d+)\/undo$/.exec(path)?.[1];
  const isUndo = of !== undefined && !undos.has(Number(of));
  if (isUndo) undos.add(entry);
  dispatchEvent(new CustomEvent("recorded", { detail: { text: "", entry, isUndo } satisfies Toast }));
}

export function useToast(general: (isUndo: boolean) => string): { toast: Toast; close: () => void } {
  const [toast, setToast] = useState(nothing);
  useEffect(() => {
    if (toast.text === "") return undefined;
    const timer = setTimeout(() => setToast(nothing), toast.entry === null ? shownMs : undoShownMs);
    return () => clearTimeout(timer);
  }, [toast]);
  useEffect(() => {
    const onToast = (event: Event): void => {
      if (event instanceof CustomEvent) setToast((now) => ({ ...now, text: String(event.detail) }));
    };
    const onRecorded = (event: Event): void => {
      if (!(event instanceof CustomEvent)) return;
      const recorded = event.detail as Toast;
      setToast({ ...recorded, text: general(recorded.isUndo) });
    };
    addEventListener("toast", onToast);
    addEventListener("recorded", onRecorded);
    return () => {
      removeEventListener("toast", onToast);
      removeEventListener("recorded", onRecorded);
    };
  }, [general]);
  return { toast, close: () => setToast(nothing) };
}
