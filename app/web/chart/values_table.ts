// The values of a chart as a table, folded away: for who cannot see the picture, or wants the numbers.

import { element } from "./dom.ts";
import { figure } from "./figure.ts";
import type { DayPoint, SeriesModel } from "./model.ts";
import { rating_words, scale_words, table_words, words } from "./words.ts";

// So many rows a page carries with ease; exports have all of them.
const most_rows = 200;

interface Column {
  head: string;
  text: (point: DayPoint) => string;
}

// Day and value; who rated and what must be known beside it, where there is something.
function columns_of(model: SeriesModel): Column[] {
  const unit = scale_words(model.unit, model.better);
  const columns: Column[] = [
    {
      head: unit === "" || model.stated ? words.value : `${words.value}, ${unit}`,
      text: (point) => point.label ?? figure(point.value, model.decimals),
    },
  ];
  if (model.points.some((point) => point.ratings.length > 0)) {
    columns.push({ head: words.raters, text: (point) => rating_words(model, point) });
  }
  if (model.points.some((point) => point.remark !== null)) {
    columns.push({ head: words.remark, text: (point) => point.remark ?? "" });
  }
  return columns;
}

// The words of a row: what the table says of one day.
export function table_row(model: SeriesModel, point: DayPoint): string[] {
  return [point.at.replace("T", " "), ...columns_of(model).map((column) => column.text(point))];
}

export function values_table(model: SeriesModel): HTMLDetailsElement {
  const shown = model.points.slice(-most_rows);
  const columns = columns_of(model);
  const rows = shown.map((point) =>
    element("tr", {}, [
      element("td", {}, [element("time", { datetime: point.at }, [point.at.replace("T", " ")])]),
      ...columns.map((column) => element("td", {}, [column.text(point)])),
    ]),
  );
  const heads = [words.day, ...columns.map((column) => column.head)];
  const head = element("tr", {}, heads.map((text) => element("th", { scope: "col" }, [text])));
  return element("details", { class: "chart-values" }, [
    element("summary", {}, [table_words(shown.length, model.points.length)]),
    element("div", { class: "wide" }, [
      element("table", { "aria-label": model.name }, [element("thead", {}, [head]), element("tbody", {}, rows)]),
    ]),
  ]);
}
