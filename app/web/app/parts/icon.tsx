// Small signs that stand beside a word and never for it alone.

const paths = {
  stop: (
    <>
      <path class="icon-fill" d="M6.8 2.5h6.4l4.3 4.3v6.4l-4.3 4.3H6.8l-4.3-4.3V6.8z" />
      <path class="icon-on-fill" d="M10 6v5M10 13.8v.2" />
    </>
  ),
  ask: <path d="M10 2.5 18.5 17h-17zM10 8v4M10 14.3v.2" />,
  sign: <path d="m3.5 16.5 1-4L13 4l3 3-8.5 8.5z" />,
  done: <path d="m4 10.5 4 4 8-9" />,
  open: <circle cx="10" cy="10" r="6.5" stroke-dasharray="2.5 3" />,
  here: <path d="m7.5 4 6 6-6 6" />,
  back: <path d="m12.5 4-6 6 6 6" />,
  call: (
    <>
      <path d="M5 3.5h3l1.5 3.7-2 1.4a9 9 0 0 0 4 4l1.4-2 3.6 1.5v3" />
      <path d="M16.5 15.1A1.5 1.5 0 0 1 15 16.5 11.5 11.5 0 0 1 3.5 5 1.5 1.5 0 0 1 5 3.5" />
    </>
  ),
  box: <path d="M10 2.5 17 6v8l-7 3.5L3 14V6zM3 6l7 3.5L17 6M10 9.5v8" />,
  clock: <path d="M10 3a7 7 0 1 1 0 14 7 7 0 0 1 0-14zM10 6v4l3 2" />,
  day: <path d="M3 6.5A2 2 0 0 1 5 4.5h10a2 2 0 0 1 2 2V15a2 2 0 0 1-2 2H5a2 2 0 0 1-2-2zM3 8.5h14M7 2.5v4M13 2.5v4" />,
  save: <path d="M10 3v9M6 8.5l4 4 4-4M4 16.5h12" />,
  print: <path d="M6 7V3h8v4M6 14H3.5V7.5h13V14H14M6 12h8v5H6z" />,
} as const;

export type IconName = keyof typeof paths;

export function Icon({ name }: { name: IconName }) {
  const turns = name === "here" || name === "back" ? " icon-turns" : "";
  return (
    <svg class={`icon icon-${name}${turns}`} viewBox="0 0 20 20" aria-hidden="true">
      {paths[name]}
    </svg>
  );
}
