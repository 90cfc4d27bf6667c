// A patient's name in a list, which opens their page.
import { pageOf } from "../../router.ts";
import { useShown } from "../../whom.ts";
import { namesOf, PersonName } from "../person_name.tsx";

interface WhoProps {
  chartNumber: string;
  name: string | null;
  arabic?: string | null | undefined;
  rest?: string;
}

export function Who({ chartNumber, name, arabic, rest = "" }: WhoProps) {
  const whom = { chart: chartNumber, name, name_ar: arabic };
  useShown(whom);
  return (
    <a class="who" href={pageOf(chartNumber, rest)}>
      {namesOf(whom).first && <PersonName of={whom} />} <bdi class="chart">{chartNumber}</bdi>
    </a>
  );
}
