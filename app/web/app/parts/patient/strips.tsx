// Small multiples: one strip for each concern, all on one time axis; since the start, since the last visit, and behind
// each strip what it was held against, its values and the further scales.
import { useLayoutEffect, useMemo, useRef, useState } from "preact/hooks";
import { gather } from "../../../chart/gather.ts";
import type { SeriesModel } from "../../../chart/model.ts";
import { capital, numberText, shortDayText, unitText } from "../../format.ts";
import { measureName, verdictText, worded } from "../../measure.ts";
import { noiseFigure, noiseShortKind } from "../../noise.ts";
import type { Kept, Progress, Series } from "../../shapes.ts";
import { lastSeen, nowDay, stripsOf, valueBefore, type Strip } from "../../strips.ts";
import { lanesOf } from "../../time_axis.ts";
import { compares, signOf, toneOf } from "../../verdict.ts";
import { t, word } from "../../../texts/texts.ts";
import { VerdictMark } from "../verdict.tsx";
import { axisEnds, StripChart, stripHeight } from "./strip_chart.tsx";
import { Statements, StripMore } from "./strip_more.tsx";
import { StripLegend } from "./strip_legend.tsx";
import { TimeLanes } from "./time_lanes.tsx";

const wide = 660; // of the list, in px: from here on the words stand beside the chart
const besides = 420; // of a wide strip: what its words take
const widest = 560;

// Of the list of strips, before it is painted.
function useListWidth(): [{ current: HTMLDivElement | null }, number] {
  const box = useRef<HTMLDivElement | null>(null);
  const [width, setWidth] = useState(0);
  useLayoutEffect(() => {
    const list = box.current;
    if (!list) return undefined;
    const measure = (): void => setWidth(Math.floor(list.getBoundingClientRect().width));
    measure();
    const watcher = new ResizeObserver(measure);
    watcher.observe(list);
    return () => watcher.disconnect();
  }, []);
  return [box, width];
}

export const concernName = ({ concern, chief }: Strip): string =>
  concern === null ? measureName(chief) : capital(word("word.concern", concern) ?? concern);

function scaleNote(one: Series): string {
  const { low, high } = one.range;
  const ends =
    high === null ? unitText(one.unit) : t("patient.strip.range", { low: numberText(low), high: numberText(high) });
  return [ends, one.better === "lower" ? "" : word("plot.hints", one.better)].filter((part) => part !== "").join(" · ");
}

function SinceStart({ one, today }: { one: Series; today: string }) {
  const { baseline, latest, noise } = one;
  const verdict = <VerdictMark tone={toneOf(one)} sign={signOf(one)} text={verdictText(one)} />;
  const day = shortDayText(latest.at);
  if (one.verdict === "stated")
    return (
      <>
        {verdict} <p class="note-line">{day}</p>
      </>
    );
  const [from, now] = [numberText(baseline.value), numberText(latest.value)];
  if (!compares(one) || latest.at === baseline.at) {
    return (
      <>
        {verdict}
        <p class="note-line">{t("patient.strip.only", { value: [now, unitText(one.unit)].join(" ").trim(), day })}</p>
      </>
    );
  }
  return (
    <>
      {verdict}
      <p class="note-line">
        {latest.at.slice(0, 10) === today
          ? t("patient.strip.now", { from, now })
          : t("patient.strip.then", { from, then: now, day })}
      </p>
      {one.verdict !== "changed" && (
        <p class="note-line">
          {noise === null
            ? t("patient.strip.noise_unknown")
            : t("patient.strip.noise", { value: noiseFigure(noise), kind: noiseShortKind(noise) })}
        </p>
      )}
    </>
  );
}

function SinceLast({ one, seen, today }: { one: Series; seen: string; today: string }) {
  const { since_last_visit: since, latest } = one;
  const before = valueBefore(one);
  const nothing = (text: string) => <VerdictMark tone="plain" sign="nothing" text={text} />;
  if (one.n < 2 || one.verdict === "stated") return <span class="soft">–</span>;
  if (latest.at.slice(0, 10) !== seen) return nothing(t("patient.strip.not_seen", { day: shortDayText(seen) }));
  if (since === null) return nothing(t("patient.strip.not_compared"));
  const judged = { verdict: since.verdict, confirmed: null, change: since.change };
  return (
    <>
      <VerdictMark tone={toneOf(judged)} sign={signOf(judged)} text={verdictText(judged)} />
      {before && (
        <p class="note-line">
          {t(today === "" ? "patient.strip.from_day_then" : "patient.strip.from_day", {
            from: numberText(before.value),
            day: shortDayText(before.at),
            now: numberText(latest.value),
          })}
        </p>
      )}
    </>
  );
}

interface RowProps {
  one: Series;
  title: string;
  level: "h3" | "h4";
  model: SeriesModel;
  width: number; // of its chart
  hasDiscs: boolean;
  hasMonths: boolean;
  seen: string; // the last day that anything was seen
  today: string; // the same where it is not long ago
  more?: { isOpen: boolean; count: number; toggle: () => void } | undefined;
}

function Row({ one, title, level: Head, model, width, hasDiscs, hasMonths, seen, today, more }: RowProps) {
  const name = measureName(one);
  return (
    <div class="strip">
      <div class="strip-name">
        <Head>{title}</Head>
        <p class="note-line">
          {title !== name && <span class="strip-scale">{name}</span>} {scaleNote(one)}
        </p>
        {more && (
          <button type="button" class="quiet strip-open" aria-expanded={more.isOpen} onClick={more.toggle}>
            {more.count > 0 ? t("patient.strip.more", { count: more.count }) : t("patient.strip.values")}
            <span class="hidden">: {title}</span>
          </button>
        )}
      </div>
      <div
        class="strip-picture"
        style={model.stated ? undefined : { minHeight: `${stripHeight({ width, hasDiscs, hasMonths })}px` }}
      >
        {model.stated ? (
          <Statements model={model} />
        ) : (
          width > 0 && <StripChart model={model} width={width} hasDiscs={hasDiscs} hasMonths={hasMonths} />
        )}
      </div>
      <div class="strip-since" data-label={t("patient.columns.verdict")}>
        <SinceStart one={one} today={today} />
      </div>
      <div class="strip-since" data-label={t("patient.columns.since_last")}>
        <SinceLast one={one} seen={seen} today={today} />
      </div>
    </div>
  );
}

// Treatments and side effects on the same axis.
function Beside({ progress, treatments, width }: StripsProps & { width: number }) {
  const lanes = useMemo(
    () => lanesOf(progress, treatments).filter(({ name }) => name === "treatments" || name === "events"),
    [progress, treatments],
  );
  const model = progress.series[0] && gather(progress.series[0], progress);
  if (!model || width === 0 || lanes.every(({ marks }) => marks.length === 0)) return null;
  return (
    <div class="strip">
      <div class="strip-name">
        <h3>{t("patient.strip.beside")}</h3>
      </div>
      <div class="strip-picture">
        <TimeLanes lanes={lanes} axis={{ from: model.from, to: model.to, ...axisEnds(width), width }} />
      </div>
    </div>
  );
}

interface StripsProps {
  progress: Progress;
  treatments: readonly Kept[];
}

export function Strips({ progress, treatments }: StripsProps) {
  const [box, listWidth] = useListWidth();
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set());
  const strips = useMemo(() => stripsOf(progress), [progress]);
  const models = useMemo(
    () => new Map(progress.series.map((one) => [one.instrument, gather(worded(one), progress)])),
    [progress],
  );
  const days = { seen: lastSeen(progress), today: nowDay(progress) };
  const isWide = listWidth >= wide;
  const width = listWidth === 0 ? 0 : isWide ? Math.min(widest, listWidth - besides) : listWidth;
  const modelOf = (one: Series): SeriesModel => models.get(one.instrument) ?? gather(worded(one), progress);
  const drawn = strips.filter(({ chief }) => chief.verdict !== "stated");
  const toggle = (instrument: string): void => {
    const next = new Set(open);
    if (!next.delete(instrument)) next.add(instrument);
    setOpen(next);
  };
  const lowerIsBetter = strips.some(({ chief }) => chief.better === "lower");
  return (
    <div class={isWide ? "strips strips-wide" : "strips"} ref={box}>
      <div class="strip strip-heads">
        <span>{lowerIsBetter && t("patient.strip.lower_is_better")}</span>
        <span>{progress.sessions.length > 0 && t("patient.lanes.sessions")}</span>
        <span>{t("patient.columns.verdict")}</span>
        <span>{t("patient.columns.since_last")}</span>
      </div>
      {strips.map((strip) => {
        const { chief, others } = strip;
        const isOpen = open.has(chief.instrument);
        const isFirst = drawn[0] === strip;
        const isEnd = drawn[drawn.length - 1] === strip;
        return (
          <div key={chief.instrument}>
            <Row
              one={chief}
              title={concernName(strip)}
              level="h3"
              model={modelOf(chief)}
              width={width}
              hasDiscs={isFirst || !isWide}
              hasMonths={isEnd || !isWide}
              {...days}
              more={{ isOpen, count: others.length, toggle: () => toggle(chief.instrument) }}
            />
            {isOpen && (
              <div class="strip-behind">
                <StripMore one={chief} model={modelOf(chief)} />
                {others.map((other, index) => (
                  <div key={other.instrument}>
                    <Row
                      one={other}
                      title={measureName(other)}
                      level="h4"
                      model={modelOf(other)}
                      width={width}
                      hasDiscs={!isWide}
                      hasMonths={!isWide || index === others.length - 1}
                      {...days}
                    />
                    <StripMore one={other} model={modelOf(other)} />
                  </div>
                ))}
              </div>
            )}
          </div>
        );
      })}
      <Beside progress={progress} treatments={treatments} width={width} />
      <StripLegend
        hasSessions={progress.sessions.length > 0}
        hasNoise={strips.some(({ chief }) => chief.noise !== null && chief.n > 1)}
        lacksNoise={strips.some(({ chief }) => chief.noise === null && compares(chief))}
        hasBaseline={strips.some(({ chief }) => chief.n > 1 && chief.verdict !== "stated")}
        hasHollow={[...models.values()].some(({ points }) => points.some(({ remark }) => remark !== null))}
      />
    </div>
  );
}
