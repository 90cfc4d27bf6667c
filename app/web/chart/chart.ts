// The charts of pages and reports: plain data in (model.ts, made by the gather files), an element out.

export { interval_chart } from "./interval_chart.ts";
export { response_chart } from "./response_chart.ts";
export { share_chart } from "./share_chart.ts";
export { series_chart, type ChartOptions } from "./series_chart.ts";
