// Numbers of charts, with as many decimals as their values have.
import { numberText, percentText, signedText } from "../texts/numbers.ts";
import { inUse } from "../texts/texts.ts";

export const figure = (value: number, decimals: number): string => numberText(value, inUse(), decimals);

// "+3"; of what rounds to nothing no sign.
export const signedFigure = (value: number, decimals: number): string => signedText(value, inUse(), decimals);

// 0.267 is "26.7 %"
export const shareFigure = (share: number, decimals = 1): string => percentText(100 * share, inUse(), decimals);

// As many decimals as the values were written with: at most two, three if all are below 1.
export function decimalsOf(values: readonly number[]): number {
  if (values.some((value) => Math.abs(value) >= 1e5)) {
    return 0;
  }
  const most = values.every((value) => Math.abs(value) <= 1) ? 3 : 2;
  for (let decimals = 0; decimals < most; ++decimals) {
    const power = 10 ** decimals;
    if (values.every((value) => isWhole(value * power))) {
      return decimals;
    }
  }
  return most;
}

function isWhole(value: number): boolean {
  return Math.abs(value - Math.round(value)) <= 1e-9 * Math.max(1, Math.abs(value));
}
