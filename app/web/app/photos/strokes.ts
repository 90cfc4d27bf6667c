// A signature as strokes: what the pad saw, and what is sent (docs/openapi.yaml, Signing.signature).

export interface Point {
  x: number; // in thousandths of the pad's width
  y: number; // the same
  t: number; // milliseconds since the first point
}
export type Stroke = readonly Point[];

const longest = 20000; // characters of a text that the book keeps
const least = 4; // thousandths between two points of one stroke

const far = (a: Point, b: Point): boolean => Math.hypot(a.x - b.x, a.y - b.y) >= least;

// Every n-th point of a stroke, with its first and its last.
const thinned = (stroke: Stroke, every: number): Stroke =>
  stroke.filter((_, at) => at % every === 0 || at === stroke.length - 1);

const written = (strokes: readonly Stroke[]): string =>
  `[${strokes.map((stroke) => `[${stroke.map(({ x, y, t }) => `${x},${y},${t}`).join(",")}]`).join(",")}]`;

const clamped = (value: number, most: number): number => Math.min(most, Math.max(0, Math.round(value)));

export const pointOf = (x: number, y: number, t: number): Point => ({
  x: clamped(x, 1000),
  y: clamped(y, 1000),
  t: clamped(t, 3600000),
});

// The strokes with one point more; one that is next to the last says nothing.
export function withPoint(strokes: readonly Stroke[], point: Point): readonly Stroke[] {
  const last = strokes.at(-1);
  if (last === undefined) return [[point]];
  const before = last.at(-1);
  return before && !far(before, point) ? strokes : [...strokes.slice(0, -1), [...last, point]];
}

// Whether somebody signed: a line, not a dot.
export const isSigned = (strokes: readonly Stroke[]): boolean => strokes.some((stroke) => stroke.length > 1);

// As it is sent; a long one with fewer points, so that the book takes it.
export function strokesText(strokes: readonly Stroke[]): string {
  for (let every = 1; ; every++) {
    const text = written(strokes.filter((stroke) => stroke.length > 0).map((stroke) => thinned(stroke, every)));
    if (text.length <= longest || every > 100) return text;
  }
}

// The path of an SVG with a view box of 1000 wide.
export const pathOf = (strokes: readonly Stroke[]): string =>
  strokes.map((stroke) => stroke.map(({ x, y }, at) => `${at === 0 ? "M" : "L"}${x} ${y}`).join("")).join("");

// What is kept of a signature, to be drawn again; nothing of what is none.
export function strokesIn(text: string | null): readonly Stroke[] {
  if (text === null) return [];
  const lists = JSON.parse(text) as number[][];
  return lists.map((list) =>
    Array.from({ length: Math.floor(list.length / 3) }, (_, at) =>
      pointOf(list[at * 3] ?? 0, list[at * 3 + 1] ?? 0, list[at * 3 + 2] ?? 0),
    ),
  );
}
