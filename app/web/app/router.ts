// Which page is shown: a path of the address bar, kept by history.pushState.
import { useEffect, useState } from "preact/hooks";

export interface Place {
  path: string;
  query: URLSearchParams;
}

const here = (): Place => ({
  path: location.pathname,
  query: new URLSearchParams(location.search),
});

const watchers = new Set<() => void>();

// Calls it as soon as another page is gone to; what it returns ends that.
export function onPlace(run: () => void): () => void {
  watchers.add(run);
  return () => void watchers.delete(run);
}

export function go(address: string, replace = false): void {
  if (replace) history.replaceState(null, "", address);
  else history.pushState(null, "", address);
  for (const watcher of watchers) watcher();
  if (!replace) scrollTo(0, 0);
}

// The page of a session is a step of the visit now; its address may have been kept.
export function followFormerAddress(): void {
  const [, patient] = /^(\/patients\/[^/]+)\/session$/.exec(location.pathname) ?? [];
  if (patient !== undefined) history.replaceState(null, "", `${patient}/visit#session`);
}

// A click on a plain link of ours stays in the page; everything else is the browser's.
export function followLinks(): void {
  addEventListener("popstate", () => watchers.forEach((watcher) => watcher()));
  addEventListener("click", (event) => {
    if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    const link = event.target instanceof Element ? event.target.closest("a") : null;
    if (!link || link.target !== "" || link.hasAttribute("download")) return;
    if (link.origin !== location.origin || /^\/(api|start)\b/.test(link.pathname)) return;
    if (link.hash !== "" && link.pathname === location.pathname) return;
    event.preventDefault();
    go(link.pathname + link.search + link.hash);
  });
}

export function usePlace(): Place {
  const [place, setPlace] = useState(here);
  useEffect(() => {
    return onPlace(() => setPlace(here()));
  }, []);
  return place;
}

// "/patients/C%20001/session" → ["patients", "C 001", "session"]
export function stepsOf(path: string): string[] {
  return path
    .split("/")
    .filter((step) => step !== "")
    .map((step) => {
      try {
        return decodeURIComponent(step);
      } catch {
        return step;
      }
    });
}

export const pageOf = (chartNumber: string, rest = ""): string => `/patients/${encodeURIComponent(chartNumber)}${rest}`;
