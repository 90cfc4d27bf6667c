// Keys that work on a whole page. All hold Alt or Ctrl, so that plain typing never sets one off (WCAG 2.1.4).
import { useLayoutEffect, useRef } from "preact/hooks";

export interface Shortcut {
  code: string; // the key's place: KeyS
  alt?: boolean;
  ctrl?: boolean; // or the command key
  run: () => void;
}

export function useShortcuts(shortcuts: readonly Shortcut[]): void {
  const latest = useRef(shortcuts);
  latest.current = shortcuts; // a key that follows the last letter at once must see that letter
  // Before the page is painted: a key pressed on what is already seen must not be lost.
  useLayoutEffect(() => {
    const pressed = (event: KeyboardEvent): void => {
      const ctrl = event.ctrlKey || event.metaKey;
      const hit = latest.current.find(
        (one) => one.code === event.code && !!one.alt === event.altKey && !!one.ctrl === ctrl,
      );
      if (!hit) return;
      event.preventDefault();
      hit.run();
    };
    addEventListener("keydown", pressed);
    return () => removeEventListener("keydown", pressed);
  }, []);
}
