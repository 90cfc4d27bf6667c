// One scale over time, chosen by concern, scale and region, and below it everything that happened, on the same axis.
import { useMemo, useState } from "preact/hooks";
import { gather } from "../../chart/gather.ts";
import { bandName, measureName, worded } from "../measure.ts";
import { titleOf } from "../words.ts";
import { t } from "../../texts/texts.ts";
import { mainSeries, regionOf, scaleOf } from "../series_choice.ts";
import type { Kept, Progress, Series } from "../shapes.ts";
import { lanesOf, spanOf } from "../time_axis.ts";
import { ChartHost, type Axis } from "./chart_host.tsx";
import { Field } from "./field.tsx";
import { Empty } from "./page_frame.tsx";
import { TimeLanes } from "./time_lanes.tsx";
import { Verdict } from "./verdict.tsx";
import { VerdictNotes } from "./verdict_notes.tsx";
const chartHeight = 260;

interface OverTimeProps {
  progress: Progress;
  treatments: Kept[];
  picked: string;
  pick: (instrument: string) => void;
}

// A scale of the clinic's own need not say what it is about.
const concernOf = (series: Series): string => series.concern ?? "other";

function Choosers({ series, now, pick }: { series: Series[]; now: Series; pick: (instrument: string) => void }) {
  const concerns = [...new Set(series.map(concernOf))];
  const scales = series.filter((one) => concernOf(one) === concernOf(now) && regionOf(one.instrument) === "");
  const family = series.filter((one) => scaleOf(one.instrument) === scaleOf(now.instrument));
  return (
    <div class="choosers">
      <Field
        label={t("patient.concern")}
        required
        choices={concerns}
        value={concernOf(now)}
        set={(concern) => pick(series.find((one) => concernOf(one) === concern)?.instrument ?? now.instrument)}
      />
      <Field
        label={t("patient.series")}
        required
        choices={scales.map((one) => one.instrument)}
        value={scaleOf(now.instrument)}
        names={(code) => {
          const named = series.find((one) => one.instrument === code);
          return named ? measureName(named) : code;
        }}
        set={pick}
      />
      {family.length > 1 && (
        <Field
          label={t("patient.region")}
          required
          choices={family.map((one) => one.instrument)}
          value={now.instrument}
          names={(code) => (regionOf(code) === "" ? titleOf(t("patient.whole")) : titleOf(regionOf(code)))}
          set={pick}
        />
      )}
    </div>
  );
}

export function OverTime({ progress, treatments, picked, pick }: OverTimeProps) {
  const { series } = progress;
  const [axis, setAxis] = useState<Axis | null>(null);
  const now = series.find((one) => one.instrument === picked) ?? mainSeries(progress)[0];
  const lanes = useMemo(() => lanesOf(progress, treatments), [progress, treatments]);
  const model = useMemo(() => {
    if (!now) return null;
    const gathered = gather(worded(now), progress);
    const span = spanOf(lanes);
    if (!span) return gathered;
    return {
      ...gathered,
      from: span.from < gathered.from ? span.from : gathered.from,
      to: span.to > gathered.to ? span.to : gathered.to,
    };
  }, [now, progress, lanes]);
  return (
    <section>
      <h2>{t("patient.chart")}</h2>
      {now && model ? (
        <>
          <Choosers series={series} now={now} pick={pick} />
          <p class="chart-title">
            <bdi>
              <strong>{measureName(now)}</strong>
            </bdi>{" "}
            <Verdict series={now} />
            {now.band && now.verdict !== "stated" && <span class="soft"> {bandName(now.band.name)}</span>}
          </p>
          <VerdictNotes series={now} />
          <ChartHost model={model} height={chartHeight} placed={setAxis} />
          {axis && <TimeLanes lanes={lanes} axis={axis} />}
        </>
      ) : (
        <Empty title={t("patient.timeline_none")} />
      )}
    </section>
  );
}
