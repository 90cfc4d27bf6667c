// A section through the skin: what a lesion or a scar looks like from the side. The word beside it says the same.

interface Section {
  line: string; // of the surface, from left to right
  spots?: { x: number; y: number; rx: number; ry: number; is: "plug" | "clear" | "red" }[];
}

const flat = "M0 20H72";
const bump = "M0 20H20C28 20 28 8 36 8C44 8 44 20 52 20H72";
const sections: Record<string, Section> = {
  open_comedones: {
    line: "M0 20H32M40 20H72",
    spots: [{ x: 36, y: 23, rx: 4, ry: 5, is: "plug" }],
  },
  closed_comedones: {
    line: "M0 20H26C30 20 30 13 36 13C42 13 42 20 46 20H72",
    spots: [{ x: 36, y: 19, rx: 4, ry: 4, is: "clear" }],
  },
  papules: { line: bump, spots: [{ x: 36, y: 18, rx: 7, ry: 6, is: "red" }] },
  pustules: {
    line: bump,
    spots: [
      { x: 36, y: 20, rx: 9, ry: 5, is: "red" },
      { x: 36, y: 13, rx: 4, ry: 4, is: "clear" },
    ],
  },
  nodules: {
    line: "M0 20H10C24 20 26 10 36 10C46 10 48 20 62 20H72",
    spots: [{ x: 36, y: 25, rx: 13, ry: 9, is: "red" }],
  },
  cysts: {
    line: "M0 20H10C24 20 26 10 36 10C46 10 48 20 62 20H72",
    spots: [{ x: 36, y: 25, rx: 13, ry: 9, is: "clear" }],
  },
  macular: { line: flat, spots: [{ x: 36, y: 22, rx: 14, ry: 2, is: "red" }] },
  dish_mild: { line: "M0 20H16C26 20 28 24 36 24C44 24 46 20 56 20H72" },
  dish_moderate: { line: "M0 20H14C24 20 26 31 36 31C46 31 48 20 58 20H72" },
  punched_shallow: { line: "M0 20H27V27H45V20H72" },
  broad_shallow: { line: "M0 20H16V27H56V20H72" },
  punched_deep_normal: { line: "M0 20H28V36H44V20H72" },
  punched_deep_abnormal: { line: "M0 20H28V36L32 33L36 37L40 33L44 36V20H72" },
  linear: { line: "M0 20H32L36 33L40 20H72" },
  broad_deep: { line: "M0 20H16V36H56V20H72" },
  papular: { line: "M0 20H26C30 20 30 12 36 12C42 12 42 20 46 20H72" },
  keloidal_cm2: { line: "M0 20H12C12 4 26 4 36 6C48 4 60 6 60 20H72" },
  hypertrophic: { line: "M0 20H16C22 20 24 6 36 6C48 6 50 20 56 20H72" },
  ecca_v: { line: "M0 20H30L36 38L42 20H72" },
  ecca_u: { line: "M0 20H28C28 38 44 38 44 20H72" },
  ecca_m: { line: "M0 20H16C20 20 20 30 28 30C34 30 34 27 36 27C38 27 38 30 44 30C52 30 52 20 56 20H72" },
  ecca_elastolysis: {
    line: "M0 20C8 20 8 24 14 24C20 24 22 20 28 20C34 20 36 24 42 24C48 24 50 20 58 20C64 20 66 22 72 22",
  },
  ecca_hypertrophic_recent: {
    line: "M0 20H16C22 20 24 8 36 8C48 8 50 20 56 20H72",
    spots: [{ x: 36, y: 18, rx: 10, ry: 5, is: "red" }],
  },
  ecca_hypertrophic_old: { line: "M0 20H16C22 20 24 8 36 8C48 8 50 20 56 20H72" },
};

// Nothing for a type that has no drawing.
export function SkinDrawing({ of }: { of: string }) {
  const section = sections[of];
  if (!section) return <span class="skin-drawing" />;
  return (
    <svg class="skin-drawing" viewBox="0 0 72 44" aria-hidden="true">
      <path class="skin-under" d={`${section.line.replace("M40", "L40")}V44H0Z`} />
      {section.spots?.map(({ x, y, rx, ry, is }) => (
        <ellipse key={`${x} ${y}`} class={`skin-${is}`} cx={x} cy={y} rx={rx} ry={ry} />
      ))}
      <path class="skin-line" d={section.line} />
    </svg>
  );
}
