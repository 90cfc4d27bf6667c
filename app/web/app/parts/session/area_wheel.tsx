// How much of a region an area of MASI means: a wheel that is filled so far, and the percent in words.
const shares: readonly (readonly [number, number])[] = [
  [0, 0],
  [1, 9],
  [10, 29],
  [30, 49],
  [50, 69],
  [70, 89],
  [90, 100],
];

const radius = 18;
const middle = 20;

function edgeOf(percent: number): string {
  const angle = (percent / 100) * 2 * Math.PI;
  return `${(middle + radius * Math.sin(angle)).toFixed(2)} ${(middle - radius * Math.cos(angle)).toFixed(2)}`;
}

const slice = (percent: number): string =>
  `M${middle} ${middle}V${middle - radius}A${radius} ${radius} 0 ${percent > 50 ? 1 : 0} 1 ${edgeOf(percent)}Z`;

// Nothing for what is no area from 0 to 6.
export function AreaWheel({ area }: { area: string }) {
  const share = /^[0-6]$/.test(area.trim()) ? shares[Number(area)] : undefined;
  if (!share) return <span class="area-wheel" />;
  const [low, high] = share;
  return (
    <span class="area-wheel">
      <svg viewBox="0 0 40 40" width="32" height="32" aria-hidden="true">
        <circle class="wheel-ground" cx={middle} cy={middle} r={radius} />
        {high > 0 && <path class="wheel-low" d={slice(Math.max(low, 1))} />}
        {high > 0 && high < 100 && <path class="wheel-high" d={slice(high)} />}
        {high === 100 && <circle class="wheel-high" cx={middle} cy={middle} r={radius} />}
      </svg>
      <bdi dir="ltr" class="small">
        {high === 0 ? "0 %" : `${low}–${high} %`}
      </bdi>
    </span>
  );
}
