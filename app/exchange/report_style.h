#pragma once
// The style sheet of the HTML reports: system fonts, light and dark, A4. Every text has a contrast
// of at least 4.5 to its ground in both.

#include <string_view>

namespace exchange {

inline constexpr std::string_view report_style = R"(
:root { color-scheme: light dark; --ground: #ffffff; --card: #f7f8f9; --ink: #1c2126; --soft: #565e67;
  --line: #d5d9de; --curve: #1f5f8b; --noise: #dfe7ee; --session: #8a5a12; --good: #17693a; --bad: #a32219; }
@media (prefers-color-scheme: dark) {
  :root { --ground: #14181c; --card: #1c2227; --ink: #e7eaed; --soft: #a9b2bb; --line: #39424a;
    --curve: #7fbce6; --noise: #2b3842; --session: #dba95a; --good: #77cf9b; --bad: #ff9d94; }
}
* { box-sizing: border-box; }
body { margin: 0 auto; padding: 2rem 1.25rem 4rem; max-width: 68rem; background: var(--ground);
  color: var(--ink); font: 1rem/1.5 system-ui, "Segoe UI", Roboto, "Noto Sans", "DejaVu Sans", sans-serif; }
header { border-bottom: 2px solid var(--line); margin-bottom: 1.5rem; padding-bottom: .75rem; }
h1 { font-size: 1.5rem; line-height: 1.25; margin: 0; }
h2 { font-size: 1.1rem; margin: 2rem 0 .5rem; }
h3 { font-size: .95rem; line-height: 1.3; margin: 0; }
p, ul { margin: .35rem 0; }
ul { padding-inline-start: 1.2rem; }
.soft, figcaption, caption, th { color: var(--soft); }
table { border-collapse: collapse; width: 100%; font-size: .9rem; }
th, td { text-align: start; padding: .3rem .75rem .3rem 0; border-bottom: 1px solid var(--line); vertical-align: top; }
th { font-weight: 600; }
td:last-child, th:last-child { padding-inline-end: 0; }
.wide { overflow-x: auto; }
.improved { color: var(--good); font-weight: 600; }
.worsened { color: var(--bad); font-weight: 600; }
.charts { display: grid; grid-template-columns: repeat(auto-fill, minmax(20rem, 1fr)); gap: 1.25rem; }
.charts.small { grid-template-columns: repeat(auto-fill, minmax(14.5rem, 1fr)); margin-top: 1.25rem; }
figure { margin: 0; padding: .9rem 1rem; background: var(--card); border-radius: .5rem; min-width: 0; }
figure p { margin: 0; font-size: .9rem; }
figcaption { font-size: .8rem; }
.values { table-layout: fixed; font-size: .7rem; font-variant-numeric: tabular-nums; margin-top: .35rem; }
.values td { padding: .05rem .4rem .05rem 0; border: 0; white-space: nowrap; width: 25%; }
.small .values td { width: 33.3%; }
.values tr:nth-child(odd) td { color: var(--soft); }
.values th { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
svg.chart { display: block; width: 100%; height: auto; margin-top: .4rem; font-family: inherit; }
.grid, .axis { stroke: var(--line); stroke-width: 1; }
.session { stroke: var(--session); stroke-width: 1; stroke-dasharray: 2 3; }
.mark { fill: var(--session); }
.noise { fill: var(--noise); }
.curve { fill: none; stroke: var(--curve); stroke-width: 2; stroke-linejoin: round; }
.dot { fill: var(--curve); stroke: var(--card); stroke-width: 1.5; }
.scale { fill: var(--soft); font-size: 11px; }
.value { fill: var(--ink); font-size: 12px; font-weight: 600; }
.key { display: inline-block; width: 1.1em; height: .75em; margin-inline-end: .35em; vertical-align: -.05em; }
.patient { max-width: 46rem; font-size: 1.1rem; }
.patient li { margin: .5rem 0; }
@page { size: A4; margin: 11mm 12mm; }
@media print {
  :root { --ground: #ffffff; --card: #ffffff; --ink: #000000; --soft: #444b52; --line: #c4c9cf; --curve: #1f5f8b;
    --noise: #dfe7ee; --session: #8a5a12; --good: #17693a; --bad: #a32219; color-scheme: light; }
  body { max-width: none; padding: 0; font-size: 8pt; line-height: 1.3; }
  body.patient { font-size: 11pt; }
  header { margin-bottom: 2mm; padding-bottom: 1.5mm; }
  h1 { font-size: 12pt; }
  h2 { font-size: 9.5pt; margin: 2.5mm 0 .8mm; break-after: avoid; }
  h3 { font-size: 8pt; }
  table { font-size: 7.5pt; }
  th, td { padding: .4mm 2mm .4mm 0; }
  .wide { overflow: visible; }
  .charts, .charts.small { grid-template-columns: repeat(4, 1fr); gap: 1.5mm 4mm; margin-top: 1.5mm; }
  .patient .charts { grid-template-columns: repeat(3, 1fr); }
  figure { padding: 1mm 0; border-top: 1px solid var(--line); border-radius: 0; break-inside: avoid; }
  figure p, figcaption { font-size: 7pt; }
  .values { font-size: 5.2pt; letter-spacing: -.02em; line-height: 1.25; margin-top: 0; }
  .values td { padding: 0; }
  svg.chart { margin-top: .5mm; }
  tr, li { break-inside: avoid; }
  * { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
}
)";

}  // namespace exchange
