// What a change was held against, as it is written. Pure.
import { numberText, unitText } from "./format.ts";
import { messages } from "./messages.ts";
import type { Noise } from "./shapes.ts";

const texts = messages.beside;

// Rounded up to a tenth, so that no change is called beyond it that is not.
export const noiseFigure = (noise: Noise): string => numberText(Math.ceil(noise.value * 10 - 1e-9) / 10);

// "4.5 points": what chance explains.
export function noiseText(noise: Noise, unit: string): string {
  const value = noiseFigure(noise);
  return `${value} ${value === "1" ? unitText(unit).replace(/s$/, "") : unitText(unit)}`.trim();
}

export const noiseKind = (noise: Noise): string => texts.noiseKind[noise.kind];
export const noiseShortKind = (noise: Noise): string => texts.noiseShort[noise.kind];
