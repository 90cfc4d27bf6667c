// What a change was held against, as it is written. Pure.
import { number_text, unit_text } from "./format.ts";
import { words } from "./messages.ts";
import type { Noise } from "./shapes.ts";

const said = words.beside;

// Rounded up to a tenth, so that no change is called beyond it that is not.
export const noise_figure = (noise: Noise): string => number_text(Math.ceil(noise.value * 10 - 1e-9) / 10);

// "4.5 points": what chance explains.
export function noise_text(noise: Noise, unit: string): string {
  const value = noise_figure(noise);
  return `${value} ${value === "1" ? unit_text(unit).replace(/s$/, "") : unit_text(unit)}`.trim();
}

export const noise_kind = (noise: Noise): string => said.noise_kind[noise.kind];
export const noise_short_kind = (noise: Noise): string => said.noise_short[noise.kind];
