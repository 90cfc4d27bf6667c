// Who got better, as bars: those whom two visits call so, and after them those whom one visit alone does.

import { element } from "./dom.ts";
import { figure, shareFigure } from "./figure.ts";
import type { ConfirmedShare, ShareModel } from "./model.ts";
import { axisX, picture, rect, ruleX, ruleY, text } from "./plot.ts";
import { roomOfHeads } from "./row_heads.ts";
import { rowText, shareText } from "./messages.ts";
import { wholeLine } from "../texts/language.ts";
import { inUse, t } from "../texts/texts.ts";

// A chart at least so wide has the names and the figures beside its bars; in a narrower one they stand above.
const wideBars = 600;
const halfBar = 0.22; // of a row

// One row for each group: its name and n, the bars, the interval of the confirmed share, and the numbers.
export function shareChart(model: ShareModel, options: { width?: number } = {}): HTMLElement {
  const { width = 460 } = options;
  const wide = width >= wideBars;
  const figured = model.rows.map((each) => ({ ...each, figure: wholeLine(shareFigures(each), inUse()) }));
  const [left, right] = wide ? [0.43 * width, 0.27 * width] : [16, 24];
  const { room, stacked } = roomOfHeads(figured, { width, left, right, wide });
  const row = wide ? 26 : stacked ? 60 : 42;
  const rows = figured.map((each, place) => {
    const bar = wide ? place : place + (stacked ? 0.25 : 0.22);
    const [confirmed, all] = [each.confirmed / each.n, (each.confirmed + each.unconfirmed) / each.n];
    return {
      ...each,
      bar,
      head: wide ? place : place - (stacked ? 0.42 : 0.33),
      figureAt: wide ? place : place - (stacked ? 0.12 : 0.33),
      top: bar - halfBar,
      foot: bar + halfBar,
      confirmed,
      all,
    };
  });
  const { svg } = picture(
    {
      width,
      height: row * rows.length + 28,
      marginTop: 4,
      marginLeft: left,
      marginRight: right,
      marginBottom: 24,
      x: { type: "linear", axis: null, domain: [0, 1] },
      y: { type: "linear", axis: null, domain: [-0.7, rows.length - 0.5], reverse: true },
      marks: [
        ruleX([0, 0.25, 0.5, 0.75, 1], { className: "chart-grid" }),
        axisX([0, 0.25, 0.5, 0.75, 1], {
          label: null,
          tickSize: 0,
          tickFormat: (share: number) => shareFigure(share, 0),
          className: "chart-scale",
        }),
        rect(rows, { x1: () => 0, x2: "confirmed", y1: "top", y2: "foot", className: "chart-confirmed" }),
        rect(rows, { x1: "confirmed", x2: "all", y1: "top", y2: "foot", className: "chart-unconfirmed" }),
        ruleY(rows, { y: "bar", x1: "low", x2: "high", className: "chart-interval chart-interval-ground" }),
        ruleY(rows, { y: "bar", x1: "low", x2: "high", className: "chart-interval chart-interval-thin" }),
        text(rows, {
          x: () => 0,
          y: "head",
          text: (each: ConfirmedShare) => rowText(each, room),
          textAnchor: "start",
          dx: wide ? -left : 0,
          className: "chart-row",
        }),
        text(rows, {
          x: () => 1,
          y: "figureAt",
          text: "figure",
          textAnchor: "end",
          dx: wide ? right : 0,
          className: "chart-last",
        }),
      ],
    },
    shareText(model),
  );
  return element("div", { class: "chart" }, [svg]);
}

// "8 (22 to 61 %) + 3"
function shareFigures({ confirmed, unconfirmed, low, high }: ConfirmedShare): string {
  const interval = t("plot.interval", { low: figure(100 * low, 0), high: shareFigure(high, 0) });
  return `${figure(confirmed, 0)} (${interval}) + ${figure(unconfirmed, 0)}`;
}
