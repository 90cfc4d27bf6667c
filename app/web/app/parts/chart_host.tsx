// Puts the chart of a series into a page, as wide as its place, and says where its time axis lies.
import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";
import { seriesChart } from "../../chart/chart.ts";
import type { SeriesModel } from "../../chart/model.ts";

export interface Axis {
  from: string;
  to: string;
  left: number; // px within the chart
  right: number;
  width: number;
}

interface ChartHostProps {
  model: SeriesModel;
  height: number;
  width?: number | undefined; // that of its place, where it is known; on paper
  table?: boolean;
  placed?: (axis: Axis) => void;
}

const listMargin = 12;

export function useWidth(): [{ current: HTMLDivElement | null }, number] {
  const box = useRef<HTMLDivElement | null>(null);
  const [width, setWidth] = useState(0);
  useEffect(() => {
    if (!box.current) return undefined;
    const watcher = new ResizeObserver((entries) => setWidth(Math.floor(entries[0]?.contentRect.width ?? 0)));
    watcher.observe(box.current);
    return () => watcher.disconnect();
  }, []);
  return [box, width];
}

// A drawing of a known width is never scaled up.
function styleOf(stated: boolean, height: number, width: number | undefined) {
  if (width !== undefined) return { maxWidth: `${width}px` };
  return stated ? undefined : { minHeight: `${height}px` };
}

export function ChartHost({ model, height, width: given, table = true, placed }: ChartHostProps) {
  const [box, measured] = useWidth();
  const width = given ?? measured;
  const shown = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    if (width < 50 || !shown.current) return;
    const drawn = seriesChart(model, { width, height, table });
    shown.current.replaceChildren(drawn);
    const { left = listMargin, right = width - listMargin } = drawn.dataset; // words have no axis of their own
    placed?.({ from: model.from, to: model.to, left: Number(left), right: Number(right), width });
  }, [model, width, height, table, placed]);
  return (
    <div class="chart-host" ref={box} style={styleOf(model.stated, height, given)}>
      <div ref={shown} />
    </div>
  );
}
