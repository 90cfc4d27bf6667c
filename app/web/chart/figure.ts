// Numbers and units as people read them, as app/progress/figures.h and plain_words.h of the program write them.

const noBreak = "\u00A0";

// A real minus sign; what is too long to write out is in powers of ten.
export function figure(value: number, decimals: number): string {
  const text = Math.abs(value) < 1e6 ? value.toFixed(decimals) : value.toExponential(2);
  return (/^-[0.]*$/.test(text) ? text.slice(1) : text).replace("-", "−").replace("+", "");
}

export function signedFigure(value: number, decimals: number): string {
  const text = figure(value, decimals);
  return value > 0 && /[1-9]/.test(text) ? `+${text}` : text;
}

// 0.267 is "26.7 %"
export function shareFigure(share: number, decimals = 1): string {
  return `${figure(100 * share, decimals)}${noBreak}%`;
}

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

const prints: readonly (readonly [string, string])[] = [
  ["[arb'U]", "arbitrary units"],
  ["Cel", "°C"],
  ["ug", "µg"],
  ["m2", "m²"],
  ["m3", "m³"],
  [".", "·"],
  ["{", ""],
  ["}", ""],
];

// A UCUM unit as it is printed beside a number: "points", "g/(m²·h)"; empty for a bare number.
export function plainUnit(ucum: string): string {
  if (ucum === "{score}") {
    return "points";
  }
  const text = prints.reduce((all, [from, to]) => all.split(from).join(to), ucum);
  return text === "1" ? "" : text;
}
