// The face as buttons: every region is one, chosen by a tap or by arrow keys and space; the regions that it does not
// show are buttons below it. The list beside shows the same.
import { useId, useRef, useState } from "preact/hooks";
import { listText } from "../format.ts";
import { titleOf } from "../words.ts";
import { t } from "../../texts/texts.ts";
import { features, groundOutline, hairOutline, mapBox, offMap, shapes } from "../regions.ts";

// How a region is drawn. Choosing a region claims nothing of it: that is the ring.
export interface RegionLook {
  lines: readonly string[]; // what stands on it, the second line small: "1.5", "4×"
  said: string; // the same for those who do not see it; may be empty
  chosen: boolean;
  shade?: number; // 1 to 5: the depth that is planned
  seen?: boolean; // looked at, or not; nothing where it is not about looking
  stop?: boolean; // a rule speaks against it
}

interface FaceMapProps {
  label: string;
  look: (region: string) => RegionLook;
  toggle: (region: string) => void;
  others?: readonly string[]; // of the regions below the map; all by itself
}

const steps: Record<string, number> = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };

const classOf = ({ chosen, shade, seen, stop }: RegionLook): string =>
  [
    "region",
    chosen && "region-chosen",
    shade && `region-depth-${shade}`,
    seen !== undefined && (seen ? "region-seen" : "region-unseen"),
    stop && "region-stop",
  ]
    .filter(Boolean)
    .join(" ");

const drawnText = (lines: readonly string[]): string => lines.join(" ");

// What stands on the region is part of its name, as it stands there.
const nameOf = (region: string, { said, lines, stop }: RegionLook): string =>
  listText([titleOf(region), said, stop ? "" : drawnText(lines)].filter((text) => text !== ""));

interface LinesProps {
  lines: readonly string[];
  x: number;
  y: number;
  isTight: boolean;
}

function Lines({ lines, x, y, isTight }: LinesProps) {
  if (isTight && lines.length > 1)
    return (
      <text class="region-note region-unit" x={x} y={y} text-anchor="middle">
        {drawnText(lines)}
      </text>
    );
  return (
    <text class="region-note" x={x} y={y} text-anchor="middle">
      {lines[0]}
      {lines[1] && " "}
      {lines[1] && (
        <tspan class="region-unit" x={x} dy={17}>
          {lines[1]}
        </tspan>
      )}
    </text>
  );
}

const octagon = "M-3.2-7.5h6.4l4.3 4.3v6.4l-4.3 4.3h-6.4l-4.3-4.3v-6.4z";

export function FaceMap({ label, look, toggle, others = offMap }: FaceMapProps) {
  const [at, setAt] = useState(0);
  const map = useRef<SVGSVGElement>(null);
  const hatch = useId();
  const pressed = (event: KeyboardEvent, index: number, region: string): void => {
    const step = steps[event.key];
    if (step !== undefined) {
      const next = (index + step + shapes.length) % shapes.length;
      setAt(next);
      map.current?.querySelectorAll<SVGElement>(".region")[next]?.focus();
    } else if (event.key === " " || (event.key === "Enter" && !event.ctrlKey)) toggle(region);
    else return;
    event.preventDefault();
  };
  return (
    <div class="face">
      <svg
        ref={map}
        class="face-map"
        direction="ltr"
        role="group"
        aria-label={label}
        viewBox={`${mapBox.x} ${mapBox.y} ${mapBox.width} ${mapBox.height}`}
      >
        <defs>
          <pattern id={hatch} width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
            <rect class="hatch-ground" width="7" height="7" />
            <path class="hatch-line" d="M0 0v7" />
          </pattern>
        </defs>
        <path class="face-hair" d={hairOutline} />
        <path class="face-ground" d={groundOutline} />
        {shapes.map(({ region, path, label: place, isTight = false }, index) => {
          const drawn = look(region);
          return (
            <g
              key={region}
              class={classOf(drawn)}
              role="button"
              tabindex={index === at ? 0 : -1}
              aria-pressed={drawn.chosen}
              aria-label={nameOf(region, drawn)}
              onClick={() => {
                setAt(index);
                toggle(region);
              }}
              onKeyDown={(event) => pressed(event, index, region)}
            >
              <title>{nameOf(region, drawn)}</title>
              <path d={path} {...(drawn.stop ? { fill: `url(#${hatch})` } : {})} />
              {drawn.lines.length > 0 && !drawn.stop && (
                <Lines lines={drawn.lines} x={place.x} y={place.y} isTight={isTight} />
              )}
              {drawn.stop && (
                <g class="region-sign" transform={`translate(${place.x} ${place.y - 5})`}>
                  <circle r="15" />
                  <path d={octagon} />
                  <path class="region-mark" d="M0-4v5M0 3.8v.2" />
                </g>
              )}
            </g>
          );
        })}
        <g class="face-features" aria-hidden="true">
          {features.map((path) => (
            <path key={path} d={path} />
          ))}
        </g>
        {/* Rings again, over what lies beside them. */}
        <g class="face-rings" aria-hidden="true">
          {shapes.map(({ region, path }) => look(region).chosen && <path key={region} d={path} />)}
        </g>
        <text class="face-hint" x={mapBox.x + 4} y={330}>
          {t("session.map_right")}
        </text>
        <text class="face-hint" x={mapBox.x + mapBox.width - 4} y={330} text-anchor="end">
          {t("session.map_left")}
        </text>
      </svg>
      {others.length > 0 && (
        <div class="face-others" role="group" aria-label={t("session.elsewhere")}>
          {others.map((region) => {
            const drawn = look(region);
            return (
              <button
                key={region}
                type="button"
                class="part"
                aria-pressed={drawn.chosen}
                onClick={() => toggle(region)}
              >
                {titleOf(region)}
                {drawn.lines.length > 0 && <span class="part-note figures"> {drawn.lines.join(" ")}</span>}
              </button>
            );
          })}
        </div>
      )}
    </div>
  );
}
