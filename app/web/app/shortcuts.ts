// Keys that work on a whole page. All hold Alt or Ctrl, so that plain typing never sets one off (WCAG 2.1.4).
import { useEffect } from "preact/hooks";

export interface Shortcut {
  code: string; // the key's place: KeyS
  alt?: boolean;
  ctrl?: boolean; // or the command key
  run: () => void;
}

export function use_shortcuts(shortcuts: readonly Shortcut[]): void {
  useEffect(() => {
    const pressed = (event: KeyboardEvent): void => {
      const ctrl = event.ctrlKey || event.metaKey;
      const hit = shortcuts.find(
        (one) => one.code === event.code && !!one.alt === event.altKey && !!one.ctrl === ctrl,
      );
      if (!hit) return;
      event.preventDefault();
      hit.run();
    };
    addEventListener("keydown", pressed);
    return () => removeEventListener("keydown", pressed);
  });
}
