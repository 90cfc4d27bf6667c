// One series on the time axis of all strips, drawn in the size of its place so that no letter is scaled.
import { useMemo } from "preact/hooks";
import { scaleText, pointText, seriesText } from "../../../chart/messages.ts";
import type { SeriesModel } from "../../../chart/model.ts";
import {
  discsOf,
  placeOnAxis,
  stripLayout,
  timeMarks,
  type StripFrame,
  type StripLayout,
} from "../../../chart/strip_layout.ts";
import { numberText } from "../../format.ts";
import { t } from "../../../texts/texts.ts";

const plotHeight = 72;
const rooms = { discs: 26, above: 16, below: 12, months: 20, left: 36, right: 44 };

interface StripChartProps {
  model: SeriesModel;
  width: number;
  hasDiscs: boolean; // the numbers of the sessions
  hasMonths: boolean; // the days of the axis
}

export const axisEnds = (width: number): { left: number; right: number } => ({
  left: rooms.left,
  right: Math.max(width - rooms.right, rooms.left + 40),
});

function frameOf({ width, hasDiscs, hasMonths }: Omit<StripChartProps, "model">): StripFrame & { height: number } {
  const top = hasDiscs ? rooms.discs + rooms.above : rooms.above;
  const bottom = top + plotHeight;
  const height = bottom + (hasMonths ? rooms.months + 2 : rooms.below);
  return { width, ...axisEnds(width), top, bottom, height };
}

export const stripHeight = (look: Omit<StripChartProps, "model">): number => frameOf(look).height;

function Sessions({ model, frame, hasDiscs }: { model: SeriesModel; frame: StripFrame; hasDiscs: boolean }) {
  const xs = model.sessions.map(({ at }) => Math.round(placeOnAxis(at, model, frame) * 10) / 10);
  const shown = discsOf(xs);
  return (
    <>
      {model.sessions.map(({ at, label }, index) => (
        <g key={`${at} ${index}`}>
          <path
            class="strip-session"
            d={`M${xs[index]} ${hasDiscs && shown[index] ? 20 : frame.top - 14}V${frame.bottom}`}
          />
          {hasDiscs && shown[index] && (
            <>
              <circle class="strip-disc" cx={xs[index]} cy={11} r={9} />
              <text class="strip-small" x={xs[index]} y={15.5} text-anchor="middle">
                {numberText(index + 1)}
              </text>
              <title>{label}</title>
            </>
          )}
        </g>
      ))}
    </>
  );
}

function Values({ layout, model }: { layout: StripLayout; model: SeriesModel }) {
  const { lines, dots, labels, gaps } = layout;
  return (
    <>
      {lines.map((line) => (
        <path key={line} class="strip-line" d={line} />
      ))}
      {gaps.map(({ x, y, days, isShort }) => (
        <text key={x} class="strip-small strip-halo" x={x} y={y} text-anchor="middle">
          {t(isShort ? "plot.gap_short" : "plot.gap", { weeks: Math.round(days / 7) })}
        </text>
      ))}
      {dots.map(({ x, y, isHollow, isLast, point }) => (
        <g key={point.at}>
          <circle class={isHollow ? "strip-dot strip-hollow" : "strip-dot"} cx={x} cy={y} r={isLast ? 4.5 : 3.5} />
          <circle class="strip-hit" cx={x} cy={y} r={11}>
            <title>{pointText(model, point)}</title>
          </circle>
        </g>
      ))}
      {labels.map(({ x, y, anchor, text, isLast }) => (
        <text
          key={`${x} ${y}`}
          class={isLast ? "strip-last strip-halo" : "strip-value strip-halo"}
          x={x}
          y={y}
          text-anchor={anchor}
        >
          {text}
        </text>
      ))}
    </>
  );
}

export function StripChart({ model, ...look }: StripChartProps) {
  const { width, hasDiscs, hasMonths } = look;
  const frame = frameOf({ width, hasDiscs, hasMonths });
  const layout = useMemo(
    () => stripLayout(model, frameOf({ width, hasDiscs, hasMonths })),
    [model, width, hasDiscs, hasMonths],
  );
  const { noise, baseline, ends } = layout;
  const span = frame.right - frame.left;
  return (
    <svg
      class="strip-chart"
      width={frame.width}
      height={frame.height}
      viewBox={`0 0 ${frame.width} ${frame.height}`}
      direction="ltr"
      role="img"
      aria-label={`${seriesText(model)} ${scaleText(model.unit, model.better)}`.trim()}
    >
      {noise && <rect class="strip-noise" x={frame.left} width={span} y={noise.y} height={noise.height} />}
      {ends.map(({ y, text }) => (
        <g key={y}>
          <path class="strip-grid" d={`M${frame.left} ${y}H${frame.right}`} />
          <text class="strip-small" x={frame.left - 6} y={y + 4} text-anchor="end">
            {text}
          </text>
        </g>
      ))}
      <Sessions model={model} frame={frame} hasDiscs={hasDiscs} />
      {baseline && <path class="strip-baseline" d={`M${baseline.from} ${baseline.y}H${frame.right}`} />}
      <Values layout={layout} model={model} />
      {hasMonths &&
        timeMarks(model, frame).map(({ x, text, anchor }) => (
          <g key={x}>
            <path class="strip-grid" d={`M${x} ${frame.bottom}v5`} />
            <text class="strip-small" x={anchor === "start" ? x + 2 : x} y={frame.bottom + 17} text-anchor={anchor}>
              {text}
            </text>
          </g>
        ))}
    </svg>
  );
}
