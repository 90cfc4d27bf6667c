// What was said on which day, on a scale whose values are words: nothing to draw a line through.

import { element } from "./dom.ts";
import type { SeriesModel } from "./model.ts";
import { messages, valueText } from "./messages.ts";

export function statementList(model: SeriesModel): HTMLElement {
  const items = model.points.map((point) =>
    element("li", {}, [
      element("time", { datetime: point.at }, [point.at.slice(0, 10)]),
      " ",
      element("strong", {}, [valueText(model, point)]),
      ...(point.ratings.length > 0
        ? [` ${point.ratings.map(({ rater }) => rater ?? messages.noRater).join(", ")}`]
        : []),
      ...(point.remark === null ? [] : [element("span", { class: "soft" }, [` ${point.remark}`])]),
    ]),
  );
  return element("ol", { class: "statements", "aria-label": model.name }, items);
}
