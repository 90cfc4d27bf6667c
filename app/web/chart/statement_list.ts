// What was said on which day, on a scale whose values are words: nothing to draw a line through.

import { element } from "./dom.ts";
import type { SeriesModel } from "./model.ts";
import { valueText } from "./messages.ts";
import { dayLabel } from "./moment.ts";
import { t } from "../texts/texts.ts";

export function statementList(model: SeriesModel): HTMLElement {
  const items = model.points.map((point) =>
    element("li", {}, [
      element("time", { datetime: point.at }, [dayLabel(point.at)]),
      " ",
      element("strong", {}, [valueText(model, point)]),
      ...(point.ratings.length > 0
        ? [` ${point.ratings.map(({ rater }) => rater ?? t("plot.no_rater")).join(t("frame.list"))}`]
        : []),
      ...(point.remark === null ? [] : [element("span", { class: "soft" }, [` ${point.remark}`])]),
    ]),
  );
  return element("ol", { class: "statements", "aria-label": model.name }, items);
}
