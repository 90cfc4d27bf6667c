// One scale over time, chosen by concern, scale and region, and below it everything that happened, on the same axis.
import { useMemo, useState } from "preact/hooks";
import { gather } from "../../chart/gather.ts";
import { short_name } from "../format.ts";
import { name_of, title_of, words } from "../messages.ts";
import { main_series, region_of, scale_of } from "../series_choice.ts";
import type { Kept, Progress, Series } from "../shapes.ts";
import { lanes_of, span_of } from "../time_axis.ts";
import { ChartHost, type Axis } from "./chart_host.tsx";
import { Field } from "./field.tsx";
import { Empty } from "./page_frame.tsx";
import { TimeLanes } from "./time_lanes.tsx";
import { Verdict } from "./verdict.tsx";
import { VerdictNotes } from "./verdict_notes.tsx";

const said = words.patient;
const chart_height = 260;

interface OverTimeProps {
  progress: Progress;
  treatments: Kept[];
  picked: string;
  pick: (instrument: string) => void;
}

function Choosers({ series, now, pick }: { series: Series[]; now: Series; pick: (instrument: string) => void }) {
  const concerns = [...new Set(series.map((one) => one.concern))];
  const scales = series.filter((one) => one.concern === now.concern && region_of(one.instrument) === "");
  const family = series.filter((one) => scale_of(one.instrument) === scale_of(now.instrument));
  return (
    <div class="choosers">
      <Field label={said.concern} required choices={concerns} value={now.concern}
        set={(concern) => pick(series.find((one) => one.concern === concern)?.instrument ?? now.instrument)} />
      <Field label={said.series} required choices={scales.map((one) => one.instrument)} value={scale_of(now.instrument)}
        names={(code) => series.find((one) => one.instrument === code)?.name ?? code} set={pick} />
      {family.length > 1 && (
        <Field label={said.region} required choices={family.map((one) => one.instrument)} value={now.instrument}
          names={(code) => (region_of(code) === "" ? title_of(said.whole) : title_of(region_of(code)))} set={pick} />
      )}
    </div>
  );
}

export function OverTime({ progress, treatments, picked, pick }: OverTimeProps) {
  const { series } = progress;
  const [axis, set_axis] = useState<Axis | null>(null);
  const now = series.find((one) => one.instrument === picked) ?? main_series(progress)[0];
  const lanes = useMemo(() => lanes_of(progress, treatments), [progress, treatments]);
  const model = useMemo(() => {
    if (!now) return null;
    const gathered = gather(now, progress);
    const span = span_of(lanes);
    if (!span) return gathered;
    return { ...gathered, from: span.from < gathered.from ? span.from : gathered.from, to: span.to > gathered.to ? span.to : gathered.to };
  }, [now, progress, lanes]);
  return (
    <section>
      <h2>{said.chart}</h2>
      {now && model ? (
        <>
          <Choosers series={series} now={now} pick={pick} />
          <p class="chart-title"><strong>{short_name(now.name)}</strong> <Verdict series={now} />{now.band && now.verdict !== "stated" && <span class="soft"> {name_of(now.band.name)}</span>}</p>
          <VerdictNotes series={now} />
          <ChartHost model={model} height={chart_height} placed={set_axis} />
          {axis && <TimeLanes lanes={lanes} axis={axis} />}
        </>
      ) : <Empty title={words.timeline_none} />}
    </section>
  );
}
