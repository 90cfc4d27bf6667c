// Who rated. Left empty, whoever records is kept; names that rated this patient before are offered.
import { t } from "../../../texts/texts.ts";
import type { Series } from "../../shapes.ts";
import { Field } from "../field.tsx";

// By name, each once.
export const ratersOf = (series: readonly Series[]): string[] =>
  [
    ...new Set(
      series.flatMap((one) => one.points.flatMap((point) => point.ratings.flatMap(({ rater }) => rater ?? []))),
    ),
  ].sort();

interface RaterFieldProps {
  series: readonly Series[];
  value: string;
  set: (rater: string) => void;
}

export const RaterField = ({ series, value, set }: RaterFieldProps) => (
  <Field
    label={t("records.fields.rater") ?? ""}
    placeholder={t("observe.rater_empty")}
    suggestions={ratersOf(series)}
    value={value}
    set={set}
  />
);
