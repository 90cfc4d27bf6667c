// Where the names and figures of a chart's rows have room.
import { rowText } from "./messages.ts";
import type { Size } from "./model.ts";
import { letter } from "./plot.ts";

interface HeadRoom {
  width: number;
  left: number;
  right: number;
  wide: boolean; // the names stand beside the rows
}

// How many letters of a row's name have room; stacked: its figures stand below it, as some name has none beside them.
export function roomOfHeads(
  rows: readonly { label: string; n: number; size: Size; figure: string }[],
  { width, left, right, wide }: HeadRoom,
): { room: number; stacked: boolean } {
  if (wide) return { room: Math.floor((left - 16) / letter), stacked: false };
  const all = width - left - right;
  const figures = letter * Math.max(...rows.map((each) => each.figure.length));
  const beside = Math.floor((all - figures - 8) / letter);
  const stacked = rows.some((each) => rowText(each, Infinity).length > beside);
  return { room: stacked ? Math.floor(all / letter) : beside, stacked };
}
