// What a change was held against, as it is written. Pure.
import { numberText, quantityText } from "./format.ts";
import { word } from "../texts/texts.ts";
import type { Noise } from "./shapes.ts";

// Rounded up to a tenth, so that no change is called beyond it that is not.
const roundedUp = (noise: Noise): number => Math.ceil(noise.value * 10 - 1e-9) / 10;
export const noiseFigure = (noise: Noise): string => numberText(roundedUp(noise));

// "4.5 points": what chance explains.
export const noiseText = (noise: Noise, unit: string): string => quantityText(roundedUp(noise), unit);

export const noiseKind = (noise: Noise): string => word("patient.beside.noise_kind", noise.kind);
export const noiseShortKind = (noise: Noise): string => word("patient.beside.noise_short", noise.kind);
