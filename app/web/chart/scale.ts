// Scales with round ticks.

import type { Range } from "./model.ts";

export interface Scale extends Range {
  ticks: readonly number[];
}

// Begins at a round number and holds the range, whose ends are finite and apart, with `most` ticks at the most (at
// least two) that are whole numbers where `whole`.
export function roundScale(range: Range, most: number, whole: boolean): Scale {
  const start = Math.floor(Math.log10((range.high - range.low) / most));
  for (let power = start; ; ++power) {
    for (const factor of [1, 2, 5]) {
      const step = factor * 10 ** power;
      const first = Math.floor(range.low / step + slack);
      const last = Math.floor(range.high / step + slack);
      if (last - first < most && (!whole || step >= 1 - slack)) {
        const ticks = Array.from({ length: last - first + 1 }, (_, i) => tidy((first + i) * step));
        return { low: tidy(first * step), high: range.high, ticks };
      }
    }
  }
}

const slack = 1e-9; // 0.3 / 0.1 is a little less than 3

function tidy(value: number): number {
  return Number(value.toPrecision(12));
}

// That tell its ticks apart.
export function tickDecimals(ticks: readonly number[]): number {
  const step = (ticks[1] ?? 1) - (ticks[0] ?? 0);
  return step >= 1 ? 0 : Math.min(6, -Math.floor(Math.log10(step) + 1e-9));
}
