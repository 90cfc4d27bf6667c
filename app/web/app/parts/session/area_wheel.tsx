// How much of a region an area of MASI means: a wheel that is turned by finger, pointer or arrow keys, filled so far,
// with the percent in words.
import { t } from "../../../texts/texts.ts";

const shares: readonly (readonly [number, number])[] = [
  [0, 0],
  [1, 9],
  [10, 29],
  [30, 49],
  [50, 69],
  [70, 89],
  [90, 100],
];
const most = shares.length - 1;

const radius = 18;
const middle = 20;

function edgeOf(percent: number): string {
  const angle = (percent / 100) * 2 * Math.PI;
  return `${(middle + radius * Math.sin(angle)).toFixed(2)} ${(middle - radius * Math.cos(angle)).toFixed(2)}`;
}

const slice = (percent: number): string =>
  `M${middle} ${middle}V${middle - radius}A${radius} ${radius} 0 ${percent > 50 ? 1 : 0} 1 ${edgeOf(percent)}Z`;

// The area whose share this place of the wheel belongs to; x and y from its middle, clockwise from the top.
export function areaAt(x: number, y: number): number {
  const turn = Math.atan2(x, -y) / (2 * Math.PI);
  const percent = Math.round((turn < 0 ? turn + 1 : turn) * 100);
  return shares.findIndex(([, high]) => percent <= high);
}

// What a key makes of it; nothing for any other key.
export function areaAfter(area: number | null, key: string): number | null {
  const from = area ?? -1;
  switch (key) {
    case "ArrowUp":
    case "ArrowRight":
      return Math.min(most, from + 1);
    case "ArrowDown":
    case "ArrowLeft":
      return Math.max(0, from - 1);
    case "Home":
      return 0;
    case "End":
      return most;
    default:
      return /^[0-6]$/.test(key) ? Number(key) : null;
  }
}

interface AreaWheelProps {
  region: string;
  area: string;
  set: (area: string) => void;
}

export function AreaWheel({ region, area, set }: AreaWheelProps) {
  const at = /^[0-6]$/.test(area.trim()) ? Number(area) : null;
  const [low, high] = at === null ? [0, 0] : (shares[at] ?? [0, 0]);
  const turn = (event: PointerEvent): void => {
    const box = (event.currentTarget as Element).getBoundingClientRect();
    set(String(areaAt(event.clientX - box.left - box.width / 2, event.clientY - box.top - box.height / 2)));
  };
  return (
    <span class="area-wheel">
      <span
        role="slider"
        tabIndex={0}
        class="wheel"
        aria-label={t("observe.area_wheel", { region })}
        aria-valuemin={0}
        aria-valuemax={most}
        aria-valuenow={at ?? 0}
        aria-valuetext={at === null ? t("observe.area_none") : t("observe.area_share", { low, high })}
        onKeyDown={(event) => {
          const next = areaAfter(at, event.key);
          if (next === null) return;
          event.preventDefault();
          set(String(next));
        }}
        onPointerDown={(event) => {
          event.currentTarget.setPointerCapture(event.pointerId);
          turn(event);
        }}
        onPointerMove={(event) => event.currentTarget.hasPointerCapture(event.pointerId) && turn(event)}
      >
        <svg viewBox="0 0 40 40" aria-hidden="true">
          <circle class="wheel-ground" cx={middle} cy={middle} r={radius} />
          {high > 0 && <path class="wheel-low" d={slice(Math.max(low, 1))} />}
          {high > 0 && high < 100 && <path class="wheel-high" d={slice(high)} />}
          {high === 100 && <circle class="wheel-high" cx={middle} cy={middle} r={radius} />}
          {at === 0 && <path class="wheel-none" d={`M${middle} ${middle}V${middle - radius}`} />}
        </svg>
      </span>
      <bdi dir="ltr" class="small">
        {at === null ? "" : high === 0 ? "0 %" : `${low}–${high} %`}
      </bdi>
    </span>
  );
}
