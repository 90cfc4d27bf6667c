// What a study of agreement says, as its page shows it: which numbers there are, and which are not yet.
import { numberText } from "../format.ts";
import { t } from "../../texts/texts.ts";

interface Statistic {
  value: number | null;
  low95: number | null;
  high95: number | null;
}

export interface StudyNumbers {
  ratings: number;
  patients: number;
  repeated: number;
  pairs: { raters: [string, string]; patients: number; quadratic_kappa: Statistic }[];
  icc_2_1: Statistic;
  other_rater: { sdc: number | null };
  same_rater: { sdc: number | null };
}

export interface StudyRow {
  label: string;
  value: string;
}

const rounded = (value: number): number => Math.round(value * 100) / 100;
const shown = (value: number | null): string => (value === null ? t("rating.not_yet") : numberText(rounded(value)));

const withBounds = ({ value, low95, high95 }: Statistic): string =>
  value === null || low95 === null || high95 === null
    ? shown(value)
    : t("rating.bounds", {
        value: numberText(rounded(value)),
        low: numberText(rounded(Math.max(-1, low95))),
        high: numberText(rounded(Math.min(1, high95))),
      });

export const studyRows = (numbers: StudyNumbers): StudyRow[] => [
  { label: t("rating.ratings"), value: numberText(numbers.ratings) },
  { label: t("rating.rated_again"), value: numberText(numbers.repeated) },
  ...numbers.pairs.map(({ raters: [first, second], quadratic_kappa: kappa }) => ({
    label: t("rating.kappa", { first, second }),
    value: withBounds(kappa),
  })),
  { label: t("rating.icc"), value: withBounds(numbers.icc_2_1) },
  { label: t("rating.other_rater"), value: shown(numbers.other_rater.sdc) },
  { label: t("rating.same_rater"), value: shown(numbers.same_rater.sdc) },
];

// The grades of a scale that has few; none where a number is typed.
export function gradesOf({ low, high, step }: { low: number; high: number | null; step: number | null }): number[] {
  const most = 11;
  if (high === null || step === null) return [];
  const count = Math.round((high - low) / step) + 1;
  return count > most ? [] : Array.from({ length: count }, (_, at) => rounded(low + at * step));
}
