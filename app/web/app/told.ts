// Says what was done, on whatever page comes next, for a few seconds.
import { useEffect, useState } from "preact/hooks";

const shown_ms = 6000;

export const tell = (text: string): void => void dispatchEvent(new CustomEvent("told", { detail: text }));

export function use_told(): string {
  const [told, set_told] = useState("");
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const heard = (event: Event): void => {
      set_told(event instanceof CustomEvent ? String(event.detail) : "");
      clearTimeout(timer);
      timer = setTimeout(() => set_told(""), shown_ms);
    };
    addEventListener("told", heard);
    return () => {
      clearTimeout(timer);
      removeEventListener("told", heard);
    };
  }, []);
  return told;
}
