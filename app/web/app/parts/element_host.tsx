// Puts an element that was drawn for a width into a page.
import { useLayoutEffect, useRef } from "preact/hooks";
import { useWidth } from "./chart_host.tsx";

// A drawing with few marks gains nothing from more than this.
const widest = 720;

interface ElementHostProps {
  make: (width: number) => HTMLElement;
  on: unknown;
  width?: number | undefined; // that of its place, where it is known; on paper
}

export function ElementHost({ make, on, width: given }: ElementHostProps) {
  const [box, measured] = useWidth();
  const width = given ?? measured;
  const shown = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    if (width >= 50) shown.current?.replaceChildren(make(width));
    // eslint-disable-next-line react-hooks/exhaustive-deps -- `on` says when `make` draws something else
  }, [on, width]);
  return (
    <div ref={box} class="chart-host" style={{ maxWidth: `${given ?? widest}px` }}>
      <div ref={shown} />
    </div>
  );
}
