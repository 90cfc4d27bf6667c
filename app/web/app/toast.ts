// Says what was done, on whatever page comes next, for a few seconds.
import { useEffect, useState } from "preact/hooks";

const shownMs = 6000;

export const showToast = (text: string): void => void dispatchEvent(new CustomEvent("toast", { detail: text }));

export function useToast(): string {
  const [toast, setToast] = useState("");
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const onToast = (event: Event): void => {
      setToast(event instanceof CustomEvent ? String(event.detail) : "");
      clearTimeout(timer);
      timer = setTimeout(() => setToast(""), shownMs);
    };
    addEventListener("toast", onToast);
    return () => {
      clearTimeout(timer);
      removeEventListener("toast", onToast);
    };
  }, []);
  return toast;
}
