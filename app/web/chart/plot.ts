// The chart library, behind this one file: no other imports it.

import { plot, type PlotOptions } from "@observablehq/plot";

export { axisX, axisY, dot, gridY, line, rect, ruleX, ruleY, text, type Markish } from "@observablehq/plot";

// A drawing, and where in its view box a value stands.
export interface Picture {
  svg: SVGSVGElement;
  x: (value: number) => number;
  y: (value: number) => number;
}

export const letter = 7.8; // the width of a figure at the size of labels

// Draws, and makes of the drawing one picture: named as a whole, without the style element that a content security
// policy would refuse (chart.css has its rules), from left to right also on pages that read from right to left.
export function picture(options: PlotOptions, label: string): Picture {
  const drawn = plot({ ...options, className: "chart-picture", figure: false });
  if (!(drawn instanceof SVGSVGElement)) {
    throw new TypeError("a chart is one svg element");
  }
  drawn.querySelectorAll("style").forEach((style) => style.remove());
  drawn.querySelectorAll("[aria-label]").forEach((part) => part.removeAttribute("aria-label"));
  drawn.setAttribute("role", "img");
  drawn.setAttribute("aria-label", label);
  drawn.setAttribute("direction", "ltr");
  const [x, y] = [drawn.scale("x"), drawn.scale("y")];
  return {
    svg: drawn,
    x: (value) => Number(x?.apply(value)),
    y: (value) => Number(y?.apply(value)),
  };
}
