// The head of every sheet of paper: whose it is, and the number to call.
import { dayText } from "../../format.ts";
import { inUse } from "../../../texts/texts.ts";
import { UmmAlQura } from "../umm_al_qura.tsx";

export interface Clinic {
  name: string;
  telephone: string | null;
  umm_al_qura?: boolean; // whether what a patient takes home has days of that calendar too
}

export function Letterhead({ clinic, asOf, takenHome }: { clinic: Clinic; asOf: string; takenHome?: boolean }) {
  return (
    <div class="letterhead">
      <strong>
        <bdi>{clinic.name}</bdi>
      </strong>
      <span class="figures">
        {clinic.telephone && (
          <>
            <bdi dir="ltr">{clinic.telephone}</bdi> ·{" "}
          </>
        )}
        {dayText(asOf)}
        {takenHome && clinic.umm_al_qura && <UmmAlQura day={asOf} />}
      </span>
    </div>
  );
}

const isArabic = (name: string): boolean => /\p{Script=Arabic}/u.test(name);

// The name in the script of the language, beside it the one in the other.
export function Names({ names }: { names: readonly string[] }) {
  const reads = (name: string): number => Number(isArabic(name) === (inUse().code === "ar"));
  return (
    <>
      {[...names]
        .sort((a, b) => reads(b) - reads(a))
        .map((name, index) => (
          <span key={index} class={index > 0 ? "soft" : undefined}>
            {index > 0 && " "}
            <bdi>{name}</bdi>
          </span>
        ))}
    </>
  );
}
