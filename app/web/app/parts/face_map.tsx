// The face as buttons: every region is one, chosen by a tap or by arrow keys and space. The list beside shows the same.
import { useRef, useState } from "preact/hooks";
import { listText } from "../format.ts";
import { titleOf } from "../words.ts";
import { t } from "../../texts/texts.ts";
import { bodyOutline, faceOutline, features, mapBox, shapes } from "../regions.ts";

// The number, and its unit below it.
function Note({ text, x }: { text: string; x: number }) {
  const [value, unit] = text.split(" ");
  return (
    <>
      {text === "" ? "✓" : value}
      {unit && " "}
      {unit && (
        <tspan class="region-unit" x={x} dy={13}>
          {unit}
        </tspan>
      )}
    </>
  );
}

interface FaceMapProps {
  label: string;
  chosen: (region: string) => boolean;
  note: (region: string) => string; // what is drawn on a region: "1.5 mm"; may be empty
  toggle: (region: string) => void;
}

const steps: Record<string, number> = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };

export function FaceMap({ label, chosen, note, toggle }: FaceMapProps) {
  const [at, setAt] = useState(0);
  const map = useRef<SVGSVGElement>(null);
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
    <svg
      ref={map}
      class="face"
      direction="ltr"
      role="group"
      aria-label={label}
      viewBox={`0 0 ${mapBox.width} ${mapBox.height}`}
    >
      <path class="face-line" d={bodyOutline} />
      <path class="face-line" d={faceOutline} />
      <text class="face-hint" x={6} y={130}>
        {t("session.map_right")}
      </text>
      <text class="face-hint" x={mapBox.width - 6} y={130} text-anchor="end">
        {t("session.map_left")}
      </text>
      <text class="face-hint" x={283} y={362} text-anchor="middle">
        {t("session.back_view")}
      </text>
      {shapes.map(({ region, path, label: place }, index) => {
        const isChosen = chosen(region);
        const text = note(region);
        return (
          <g
            key={region}
            class={`region${isChosen ? " region-chosen" : ""}${text === "" ? "" : " region-noted"}`}
            role="button"
            tabindex={index === at ? 0 : -1}
            aria-pressed={isChosen}
            aria-label={text === "" ? titleOf(region) : listText([titleOf(region), text])}
            onClick={() => {
              setAt(index);
              toggle(region);
            }}
            onKeyDown={(event) => pressed(event, index, region)}
          >
            <title>{titleOf(region)}</title>
            <path d={path} />
            {(isChosen || text !== "") && (
              <text class="region-note" x={place.x} y={place.y} text-anchor="middle">
                <Note text={text} x={place.x} />
              </text>
            )}
          </g>
        );
      })}
      <g class="face-features" aria-hidden="true">
        {features.map((path) => (
          <path key={path} d={path} />
        ))}
      </g>
    </svg>
  );
}
