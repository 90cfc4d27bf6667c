// A patient's name in a list, which opens their page.
import { pageOf } from "../../router.ts";

export function Who({ chartNumber, name, rest = "" }: { chartNumber: string; name: string | null; rest?: string }) {
  return (
    <a class="who" href={pageOf(chartNumber, rest)}>
      <bdi>{name ?? chartNumber}</bdi> <span class="chart">{chartNumber}</span>
    </a>
  );
}
