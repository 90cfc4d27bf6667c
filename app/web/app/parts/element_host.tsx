// Puts an element that was drawn for a width into a page.
import { useLayoutEffect, useRef } from "preact/hooks";
import { useWidth } from "./chart_host.tsx";

// A drawing with few marks gains nothing from more than this.
const widest = 720;

export function ElementHost({ make, on }: { make: (width: number) => HTMLElement; on: unknown }) {
  const [box, width] = useWidth();
  const shown = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    if (width >= 50) shown.current?.replaceChildren(make(width));
    // eslint-disable-next-line react-hooks/exhaustive-deps -- `on` says when `make` draws something else
  }, [on, width]);
  return (
    <div ref={box} class="chart-host" style={{ maxWidth: `${widest}px` }}>
      <div ref={shown} />
    </div>
  );
}
