// The head of every sheet of paper: whose it is, and the number to call.
import { dayText } from "../../format.ts";

export interface Clinic {
  name: string;
  telephone: string | null;
}

export function Letterhead({ clinic, asOf }: { clinic: Clinic; asOf: string }) {
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
      </span>
    </div>
  );
}

// A name as it is written, beside it the one in the other script.
export function Names({ names }: { names: readonly string[] }) {
  return (
    <>
      {names.map((name, index) => (
        <span key={index} class={index > 0 ? "soft" : undefined}>
          {index > 0 && " "}
          <bdi>{name}</bdi>
        </span>
      ))}
    </>
  );
}
