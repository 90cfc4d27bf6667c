// Sessions, observations, treatments and side effects under the chart, on the chart's own time axis.
import { listText, momentText, numberText } from "../../format.ts";
import { t, word } from "../../../texts/texts.ts";
import { placeOf, type Lane, type Mark } from "../../time_axis.ts";
import type { Axis } from "../chart_host.tsx";

const row = 34;
const middle = 23;

function Shape({ lane, x }: { lane: Lane["name"]; x: number }) {
  switch (lane) {
    case "sessions":
      return (
        <path class="mark mark-sessions" d={`M${x - 6} ${middle + 5}L${x} ${middle - 6}L${x + 6} ${middle + 5}Z`} />
      );
    case "observations":
      return <circle class="mark mark-observations" cx={x} cy={middle} r={4.5} />;
    case "treatments":
      return <rect class="mark mark-treatments" x={x - 4} y={middle - 4} width={8} height={8} />;
    case "events":
      return (
        <path
          class="mark mark-events"
          d={`M${x} ${middle - 6}L${x + 6} ${middle}L${x} ${middle + 6}L${x - 6} ${middle}Z`}
        />
      );
  }
}

function MarkShape({ lane, mark, axis }: { lane: Lane["name"]; mark: Mark; axis: Axis }) {
  const x = placeOf(mark.at, axis);
  const end = mark.until === null ? x : placeOf(mark.until, axis);
  return (
    <g>
      <title>{`${momentText(mark.at)}: ${mark.label}`}</title>
      {end - x > 8 && <line class={`span span-${lane}`} x1={x} x2={end} y1={middle} y2={middle} />}
      <Shape lane={lane} x={x} />
    </g>
  );
}

export function TimeLanes({ lanes, axis }: { lanes: readonly Lane[]; axis: Axis }) {
  const full = lanes.filter((lane) => lane.marks.length > 0);
  const summary = listText(full.map((lane) => `${word("patient.lanes", lane.name)}: ${numberText(lane.marks.length)}`));
  return (
    <svg
      class="lanes"
      role="img"
      aria-label={`${t("patient.timeline")}. ${summary}`}
      width={axis.width}
      height={full.length * row}
      viewBox={`0 0 ${axis.width} ${full.length * row}`}
    >
      {full.map((lane, index) => (
        <g key={lane.name} transform={`translate(0 ${index * row})`}>
          <line class="lane" x1={axis.left} x2={axis.right} y1={middle} y2={middle} />
          <text class="lane-name" x={axis.left} y={10}>
            {word("patient.lanes", lane.name)}
          </text>
          {lane.marks.map((mark) => (
            <MarkShape key={`${mark.at} ${mark.label}`} lane={lane.name} mark={mark} axis={axis} />
          ))}
        </g>
      ))}
    </svg>
  );
}
