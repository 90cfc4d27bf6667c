// Where everything of a strip stands: one series on a time axis that it shares with the strips above and below. Pure,
// in px of the drawing.
import { monthText } from "../texts/dates.ts";
import { wholeLine } from "../texts/language.ts";
import { digitsText } from "../texts/numbers.ts";
import { inUse } from "../texts/texts.ts";
import { figure } from "./figure.ts";
import type { DayPoint, SeriesModel } from "./model.ts";
import { axisLabel, moment } from "./moment.ts";
import { roundScale, tickDecimals } from "./scale.ts";

export interface StripFrame {
  width: number; // of the whole drawing
  left: number; // of the plot
  right: number;
  top: number;
  bottom: number;
}

export interface Label {
  x: number;
  y: number; // of its base line
  anchor: "start" | "middle" | "end";
  text: string;
  isLast: boolean;
}

export interface Gap {
  x: number;
  y: number;
  days: number;
  isShort: boolean; // no room for the whole sentence
}

export interface StripLayout {
  ends: { y: number; text: string }[];
  noise: { y: number; height: number } | null;
  baseline: { from: number; y: number } | null;
  lines: string[]; // paths
  dots: { x: number; y: number; isHollow: boolean; isLast: boolean; point: DayPoint }[];
  labels: Label[];
  gaps: Gap[];
}

// So long without a value, and no line is drawn: nobody knows what it would go through.
export const longestLineDays = 45;
const dayMs = 86_400_000;
const letter = { small: 7.4, last: 9 }; // the width of a figure
const height = { small: 13, last: 15 };
const mostDots = 60;
const gapLetters = { whole: 22, short: 9 };

interface Box {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

const overlaps = (a: Box, b: Box): boolean =>
  a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

// As wide as the axis is long; of one day, its middle.
export function placeOnAxis(at: string, model: Pick<SeriesModel, "from" | "to">, frame: StripFrame): number {
  const [from, to] = [moment(model.from), moment(model.to)];
  const share = from === to ? 0.5 : (moment(at) - from) / (to - from);
  return frame.left + Math.min(1, Math.max(0, share)) * (frame.right - frame.left);
}

function scaleOf({ range, decimals }: SeriesModel) {
  const { low, ticks } = roundScale(range, 4, decimals === 0);
  const step = (ticks[1] ?? low + 1) - (ticks[0] ?? low);
  const high = low + Math.ceil((range.high - low) / step - 1e-9) * step;
  return { low, high: high > low ? high : low + step, decimals: tickDecimals(ticks) };
}

function boxOf({ x, y, anchor, text, isLast }: Label): Box {
  const width = text.length * (isLast ? letter.last : letter.small);
  const left = anchor === "start" ? x : anchor === "end" ? x - width : x - width / 2;
  return { left, right: left + width, top: y - (isLast ? height.last : height.small) + 2, bottom: y + 2 };
}

// The places round a dot, the best one first.
function placesOf(dot: { x: number; y: number }, text: string, isLast: boolean): Label[] {
  const at = (x: number, y: number, anchor: Label["anchor"]): Label => ({ x, y, anchor, text, isLast });
  const { x, y } = dot;
  const above = at(x, y - 8, "middle");
  const below = at(x, y + 18, "middle");
  const beside = [at(x + 8, y + 5, "start"), at(x + 7, y - 7, "start"), at(x + 7, y + 18, "start")];
  return isLast
    ? [...beside, above, below]
    : [above, below, at(x - 7, y - 6, "end"), at(x - 7, y + 17, "end"), ...beside];
}

// Every value has its number, the last one first; one that would stand on another is in the table alone.
function labelsOf(
  dots: StripLayout["dots"],
  ends: StripLayout["ends"],
  model: SeriesModel,
  frame: StripFrame,
): Label[] {
  const taken: Box[] = dots.map(({ x, y }) => ({ left: x - 4, right: x + 4, top: y - 4, bottom: y + 4 }));
  taken.push(...ends.map(({ y }) => ({ left: 0, right: frame.left - 4, top: y - 8, bottom: y + 7 })));
  const inside = (box: Box): boolean =>
    box.left >= 0 && box.right <= frame.width && box.top >= 0 && box.bottom <= frame.bottom + 6;
  const labels: Label[] = [];
  const first = dots.findIndex(({ point }) => point.at === model.baseline.at);
  const order = dots.map((_, index) => index).reverse();
  if (first > 0) order.splice(1, 0, ...order.splice(order.indexOf(first), 1));
  for (const index of order) {
    const dot = dots[index];
    if (!dot) continue;
    const isLast = index === dots.length - 1;
    const own = taken[index];
    const free = placesOf(dot, figure(dot.point.value, model.decimals), isLast).find((label) => {
      const box = boxOf(label);
      return inside(box) && taken.every((other) => other === own || !overlaps(box, other));
    });
    if (!free) continue;
    taken.push(boxOf(free));
    labels.push(free);
  }
  return labels;
}

function gapsOf(dots: StripLayout["dots"], labels: readonly Label[], frame: StripFrame): Gap[] {
  const taken: Box[] = [
    ...labels.map(boxOf),
    ...dots.map(({ x, y }) => ({ left: x - 4, right: x + 4, top: y - 4, bottom: y + 4 })),
  ];
  const judged = dots.filter(({ isHollow }) => !isHollow);
  return judged.slice(1).flatMap((dot, index) => {
    const before = judged[index];
    if (!before) return [];
    const days = daysBetween(before.point, dot.point);
    const room = dot.x - before.x - 12;
    const x = (before.x + dot.x) / 2;
    if (days <= longestLineDays) return [];
    for (const isShort of [false, true]) {
      const half = ((isShort ? gapLetters.short : gapLetters.whole) * 6.6) / 2;
      if (2 * half > room) continue;
      for (const y of [frame.bottom - 6, frame.top + 16, (frame.top + frame.bottom) / 2]) {
        const box = { left: x - half, right: x + half, top: y - 11, bottom: y + 3 };
        if (taken.every((other) => !overlaps(box, other))) return [{ x, y, days, isShort }];
      }
    }
    return [];
  });
}

const daysBetween = (from: { at: string }, to: { at: string }): number =>
  Math.round((moment(to.at) - moment(from.at)) / dayMs);

function linesOf(dots: StripLayout["dots"]): string[] {
  const judged = dots.filter(({ isHollow }) => !isHollow);
  const runs: (typeof judged)[] = [];
  for (const dot of judged) {
    const run = runs[runs.length - 1];
    const before = run?.[run.length - 1];
    if (run && before && daysBetween(before.point, dot.point) <= longestLineDays) run.push(dot);
    else runs.push([dot]);
  }
  const path = (run: typeof judged): string => run.map(({ x, y }, at) => `${at === 0 ? "M" : "L"}${x} ${y}`).join("");
  return runs.filter((run) => run.length > 1).map(path);
}

const rounded = (value: number): number => Math.round(value * 10) / 10;

export function stripLayout(model: SeriesModel, frame: StripFrame): StripLayout {
  const scale = scaleOf(model);
  const y = (value: number): number =>
    rounded(frame.bottom - ((value - scale.low) / (scale.high - scale.low)) * (frame.bottom - frame.top));
  const x = (at: string): number => rounded(placeOnAxis(at, model, frame));
  const last = model.points.length - 1;
  const all = model.points.map((point, index) => ({
    x: x(point.at),
    y: y(point.value),
    isHollow: point.remark !== null,
    isLast: index === last,
    point,
  }));
  const dots = all.length > mostDots ? all.filter(({ isLast, isHollow }) => isLast || isHollow) : all;
  const ends = [scale.low, scale.high].map((value) => ({ y: y(value), text: figure(value, scale.decimals) }));
  const labels = labelsOf(all, ends, model, frame);
  const compared = model.points.length > 1;
  const noise = compared ? model.noise : null;
  return {
    ends,
    noise: noise && { y: y(noise.high), height: rounded(y(noise.low) - y(noise.high)) },
    baseline: compared ? { from: x(model.baseline.at), y: y(model.baseline.value) } : null,
    lines: linesOf(all),
    dots,
    labels,
    gaps: gapsOf(all, labels, frame),
  };
}

export interface TimeMark {
  x: number;
  text: string;
  anchor: "start" | "end";
}

const monthSteps = [1, 2, 3, 6, 12, 24, 60, 120];
const monthRoom = 74;

// The first days of months, the year at the first and at each January; of a short time, its ends.
export function timeMarks(model: Pick<SeriesModel, "from" | "to">, frame: StripFrame): TimeMark[] {
  const language = inUse();
  const [from, to] = [new Date(moment(model.from)), new Date(moment(model.to))];
  const months = (to.getUTCFullYear() - from.getUTCFullYear()) * 12 + to.getUTCMonth() - from.getUTCMonth();
  const span = frame.right - frame.left;
  const step = monthSteps.find((each) => months / each <= span / monthRoom) ?? 240;
  const marks: TimeMark[] = [];
  for (let month = from.getUTCMonth() + 1; marks.length < 24; month++) {
    const day = new Date(Date.UTC(from.getUTCFullYear(), month, 1));
    if (day > to) break;
    if (day.getUTCMonth() % Math.min(step, 12) !== 0) continue;
    if (step > 12 && day.getUTCFullYear() % (step / 12) !== 0) continue;
    const at = day.toISOString().slice(0, 10);
    const hasYear = marks.length === 0 || day.getUTCMonth() === 0;
    const year = hasYear ? ` ${digitsText(String(day.getUTCFullYear()), language)}` : "";
    const text = `${monthText(day, language)}${year}`;
    const x = rounded(placeOnAxis(at, model, frame));
    if (x + text.length * 7 < frame.width) marks.push({ x, text: wholeLine(text, language), anchor: "start" });
  }
  if (marks.length > 1) return marks;
  const end = (at: string, anchor: TimeMark["anchor"]): TimeMark => ({
    x: rounded(placeOnAxis(at, model, frame)),
    text: axisLabel(at),
    anchor,
  });
  const ends = [end(model.from, "start"), end(model.to, "end")];
  const isOneDay = model.from.slice(0, 10) === model.to.slice(0, 10);
  return isOneDay ? ends.slice(0, 1) : ends;
}

// The numbers of sessions where they have room; the last one always.
export function discsOf(xs: readonly number[], room = 21): boolean[] {
  const shown = xs.map(() => false);
  let next = Infinity;
  for (let index = xs.length - 1; index >= 0; index--) {
    const x = xs[index];
    if (x === undefined || next - x < room) continue;
    shown[index] = true;
    next = x;
  }
  return shown;
}
