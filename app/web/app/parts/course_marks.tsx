// One mark for each session that is planned: full when it is done, with a point in it when it is the one of today.
const step = 14;
const most = 12;

interface CourseMarksProps {
  done: number;
  planned: number;
  here?: boolean; // the next one is now
}

// The words beside it say the same.
export function CourseMarks({ done, planned, here = false }: CourseMarksProps) {
  const all = Math.min(Math.max(planned, done), most);
  return (
    <svg class="course-marks" width={all * step} height={step} viewBox={`0 0 ${all * step} ${step}`} aria-hidden="true">
      {Array.from({ length: all }, (_, index) => {
        const x = index * step + step / 2;
        if (index < done) return <circle key={index} class="mark-done" cx={x} cy={7} r={5} />;
        return (
          <g key={index} class={here && index === done ? "mark-here" : "mark-open"}>
            <circle cx={x} cy={7} r={4.5} />
            {here && index === done && <circle class="mark-point" cx={x} cy={7} r={1.5} />}
          </g>
        );
      })}
    </svg>
  );
}
