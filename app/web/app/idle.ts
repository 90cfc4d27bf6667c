// How long nobody has done anything at this browser, in whatever tab; and when that locks the page.
import { onTab, tellTabs } from "./tabs.ts";

const tellEveryMs = 5000;
const longestWarningMs = 30000;
const signs = ["pointerdown", "pointermove", "keydown", "wheel", "touchstart", "input"];

let lastUse = Date.now();
let lastTold = 0;

export function noteUse(): void {
  lastUse = Date.now();
  if (lastUse - lastTold < tellEveryMs) return;
  lastTold = lastUse;
  tellTabs("used");
}

export const idleMs = (): number => Date.now() - lastUse;

export function watchUse(): void {
  for (const sign of signs) addEventListener(sign, noteUse, { capture: true, passive: true });
  onTab("used", () => void (lastUse = Date.now()));
}

export type Idle = { state: "used" } | { state: "warned"; seconds: number } | { state: "over" };

// After `idle` milliseconds, where `minutes` lock: the last half minute warns, of a single minute the last half.
export function idleAfter(idle: number, minutes: number): Idle {
  const lockMs = minutes * 60000;
  const warnMs = Math.min(longestWarningMs, lockMs / 2);
  if (idle >= lockMs) return { state: "over" };
  return idle < lockMs - warnMs ? { state: "used" } : { state: "warned", seconds: Math.ceil((lockMs - idle) / 1000) };
}
