// What every observation form is given.
import type { Kept, Kind, Series } from "../../shapes.ts";

export interface FormProps {
  chartNumber: string;
  today: string;
  last: Kept | null; // the latest of the same kind
  series: readonly Series[];
  kinds: Kind[];
}

// A part of a form: what is typed, and how it changes. A draft is one.
export interface Typing<T> {
  value: T;
  set: (next: (now: T) => T) => void;
}

// The fields of one kind of observation, on a page of its own or within a visit, which has one day for all.
export interface ObservedProps<T> {
  typing: Typing<T>;
  last: Kept | null;
  series: readonly Series[];
  kinds: Kind[];
}
