// The values of a chart as a table, folded away: for who cannot see the picture, or wants the numbers.

import { element } from "./dom.ts";
import { figure } from "./figure.ts";
import type { DayPoint, SeriesModel } from "./model.ts";
import { ratingText, scaleText, tableText } from "./messages.ts";
import { momentText } from "./moment.ts";
import { t } from "../texts/texts.ts";

// So many rows a page carries with ease; exports have all of them.
const mostRows = 200;

interface Column {
  head: string;
  text: (point: DayPoint) => string;
}

// Day and value; who rated and what must be known beside it, where there is something.
function columnsOf(model: SeriesModel): Column[] {
  const unit = scaleText(model.unit, model.better);
  const columns: Column[] = [
    {
      head: unit === "" || model.stated ? t("plot.value") : t("plot.value_in", { unit }),
      text: (point) => point.label ?? figure(point.value, model.decimals),
    },
  ];
  if (model.points.some((point) => point.ratings.length > 0)) {
    columns.push({ head: t("plot.raters"), text: (point) => ratingText(model, point) });
  }
  if (model.points.some((point) => point.remark !== null)) {
    columns.push({ head: t("plot.remark"), text: (point) => point.remark ?? "" });
  }
  return columns;
}

// The words of a row: what the table says of one day.
export function tableRow(model: SeriesModel, point: DayPoint): string[] {
  return [momentText(point.at), ...columnsOf(model).map((column) => column.text(point))];
}

export function valuesTable(model: SeriesModel): HTMLDetailsElement {
  const shown = model.points.slice(-mostRows);
  const columns = columnsOf(model);
  const rows = shown.map((point) =>
    element("tr", {}, [
      element("td", {}, [element("time", { datetime: point.at }, [momentText(point.at)])]),
      ...columns.map((column) => element("td", {}, [column.text(point)])),
    ]),
  );
  const heads = [t("plot.day"), ...columns.map((column) => column.head)];
  const head = element(
    "tr",
    {},
    heads.map((text) => element("th", { scope: "col" }, [text])),
  );
  return element("details", { class: "chart-values" }, [
    element("summary", {}, [tableText(shown.length, model.points.length)]),
    element("div", { class: "wide" }, [
      element("table", { "aria-label": model.name }, [element("thead", {}, [head]), element("tbody", {}, rows)]),
    ]),
  ]);
}
