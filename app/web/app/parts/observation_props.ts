// What every observation form is given.
import type { Kept, Kind, Series } from "../shapes.ts";

export interface FormProps {
  chartNumber: string;
  today: string;
  last: Kept | null; // the latest of the same kind
  series: readonly Series[];
  kinds: Kind[];
}
