// The charts of pages and reports: plain data in (model.ts, made by the gather files), an element out.

export { intervalChart } from "./interval_chart.ts";
export { responseChart } from "./response_chart.ts";
export { shareChart } from "./share_chart.ts";
export { seriesChart, type ChartOptions } from "./series_chart.ts";
