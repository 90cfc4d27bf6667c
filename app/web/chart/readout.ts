// Reads a chart out, value by value: under the pointer, or by the arrow keys. What it says is in an element that screen
// readers announce.

import { element } from "./dom.ts";
import { t } from "../texts/texts.ts";

export interface Mark {
  x: number; // in the units of the picture's view box
  y: number;
  text: string;
}

// Makes the picture readable and returns the element that says it. `marks` are from left to right, at least one.
export function readout(svg: SVGSVGElement, marks: readonly Mark[]): HTMLElement {
  const output = element("p", { class: "chart-readout", "aria-live": "polite" });
  const ring = document.createElementNS(svg.namespaceURI, "circle");
  ring.setAttribute("class", "chart-ring");
  ring.setAttribute("r", "6");
  let at: number | null = null;

  const show = (index: number | null): void => {
    const mark = index === null ? undefined : marks[index];
    at = mark ? index : null;
    output.textContent = mark?.text ?? "";
    if (mark) {
      ring.setAttribute("cx", String(mark.x));
      ring.setAttribute("cy", String(mark.y));
      svg.append(ring);
    } else {
      ring.remove();
    }
  };

  svg.setAttribute("tabindex", "0");
  svg.setAttribute("aria-roledescription", t("plot.keys"));
  svg.addEventListener("pointermove", (event) => show(nearest(marks, placeIn(svg, event))));
  svg.addEventListener("pointerleave", () => show(null));
  svg.addEventListener("blur", () => show(null));
  svg.addEventListener("keydown", (event) => {
    const next = moved(event.key, at, marks.length);
    if (next !== undefined) {
      event.preventDefault();
      show(next);
    }
  });
  return output;
}

// Where a key leads from `at`; null is out of the chart, undefined is a key that says nothing here.
export function moved(key: string, at: number | null, count: number): number | null | undefined {
  const last = count - 1;
  switch (key) {
    case "ArrowRight":
      return at === null ? 0 : Math.min(at + 1, last);
    case "ArrowLeft":
      return at === null ? last : Math.max(at - 1, 0);
    case "Home":
      return 0;
    case "End":
      return last;
    case "Escape":
      return null;
    default:
      return undefined;
  }
}

// The index of the mark that is nearest sideways; among those at one place the nearest in height.
export function nearest(marks: readonly Mark[], place: { x: number; y: number }): number | null {
  let best: number | null = null;
  let least = Infinity;
  marks.forEach((mark, index) => {
    const distance = Math.abs(mark.x - place.x) + Math.abs(mark.y - place.y) / 1000;
    if (distance < least) {
      best = index;
      least = distance;
    }
  });
  return best;
}

function placeIn(svg: SVGSVGElement, event: PointerEvent): { x: number; y: number } {
  const box = svg.getBoundingClientRect();
  const { width, height } = svg.viewBox.baseVal;
  return {
    x: ((event.clientX - box.left) / box.width) * width,
    y: ((event.clientY - box.top) / box.height) * height,
  };
}
