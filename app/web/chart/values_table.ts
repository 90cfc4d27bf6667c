// The values of a chart as a table, folded away: for who cannot see the picture, or wants the numbers.

import { element } from "./dom.ts";
import { figure } from "./figure.ts";
import type { SeriesModel } from "./model.ts";
import { scale_words, table_words, words } from "./words.ts";

// So many rows a page carries with ease; exports have all of them.
const most_rows = 200;

export function values_table(model: SeriesModel): HTMLDetailsElement {
  const shown = model.points.slice(-most_rows);
  const unit = scale_words(model.unit, model.better);
  const rows = shown.map((point) =>
    element("tr", {}, [
      element("td", {}, [element("time", { datetime: point.at }, [point.at.replace("T", " ")])]),
      element("td", {}, [figure(point.value, model.decimals)]),
    ]),
  );
  const head = element("tr", {}, [
    element("th", { scope: "col" }, [words.day]),
    element("th", { scope: "col" }, [unit === "" ? words.value : `${words.value}, ${unit}`]),
  ]);
  return element("details", { class: "chart-values" }, [
    element("summary", {}, [table_words(shown.length, model.points.length)]),
    element("table", { "aria-label": model.name }, [element("thead", {}, [head]), element("tbody", {}, rows)]),
  ]);
}
