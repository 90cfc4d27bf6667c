// The charts of pages and reports: plain data in (model.ts, made by the gather files), an element out.

export { intervalChart as interval_chart } from "./interval_chart.ts";
export { responseChart as response_chart } from "./response_chart.ts";
export { shareChart as share_chart } from "./share_chart.ts";
export { seriesChart as series_chart, type ChartOptions } from "./series_chart.ts";
