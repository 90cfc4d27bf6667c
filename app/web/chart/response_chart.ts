// The time to a response, as a step curve.

import { element } from "./dom.ts";
import { figure, shareFigure } from "./figure.ts";
import type { ResponseModel } from "./model.ts";
import { axisY, gridY, line, picture, rect, text } from "./plot.ts";
import { responseText } from "./messages.ts";
import { t } from "../texts/texts.ts";

type Mark = ResponseModel["marks"][number];

// The share that has responded, as a step curve with its interval; below, how many were still followed.
export function responseChart(model: ResponseModel, options: { width?: number; height?: number } = {}): HTMLElement {
  const { width = 340, height = 190 } = options;
  const toDays = 1.03 * model.toDays; // so that a step on the last day is seen
  const steps = model.steps.map((step, i) => ({ ...step, until: model.steps[i + 1]?.days ?? toDays }));
  const end = { days: toDays, share: steps[steps.length - 1]?.share ?? 0 };
  const under = { frameAnchor: "bottom" as const, lineAnchor: "top" as const, className: "chart-scale" };
  const { svg } = picture(
    {
      width,
      height,
      marginTop: 10,
      marginLeft: 60,
      marginRight: 20,
      marginBottom: 40,
      x: { type: "linear", axis: null, domain: [0, toDays] },
      y: { type: "linear", axis: null, domain: [0, 1] },
      marks: [
        rect(
          steps.filter((step) => step.low !== null && step.high !== null),
          { x1: "days", x2: "until", y1: "low", y2: "high", className: "chart-noise" },
        ),
        gridY([0, 0.5, 1], { className: "chart-grid" }),
        axisY([0, 0.5, 1], {
          label: null,
          tickSize: 0,
          tickPadding: 6,
          tickFormat: (share: number) => shareFigure(share, 0),
          className: "chart-scale",
        }),
        line([...steps, end], { x: "days", y: "share", curve: "step-after", className: "chart-line" }),
        text(model.marks, {
          x: "days",
          text: (mark: Mark) => t("plot.weeks", { count: mark.days / 7 }),
          dy: 6,
          ...under,
        }),
        text(model.marks, { x: "days", text: (mark: Mark) => figure(mark.atRisk, 0), dy: 22, ...under }),
        text([t("plot.at_risk")], {
          frameAnchor: "bottom-left",
          textAnchor: "start",
          lineAnchor: "top",
          dx: -60,
          dy: 22,
          className: "chart-scale",
        }),
      ],
    },
    responseText(model),
  );
  return element("div", { class: "chart" }, [svg]);
}
