// The link and QR code of the patient's own page; made when asked for, and withdrawn.
import qrcode from "qrcode-generator";
import { useState } from "preact/hooks";
import { new_key, patient_path, submit, take_away, type Problem } from "../api.ts";
import { words } from "../messages.ts";
import { Dialog } from "./dialog.tsx";
import { ProblemNote } from "./problem.tsx";

const said = words.link;
const quiet_zone = 4; // modules, as the standard asks

function QrCode({ text }: { text: string }) {
  const code = qrcode(0, "M");
  code.addData(text);
  code.make();
  const count = code.getModuleCount();
  const size = count + 2 * quiet_zone;
  const cells: string[] = [];
  for (let row = 0; row < count; row++) {
    for (let column = 0; column < count; column++) {
      if (code.isDark(row, column)) cells.push(`M${column + quiet_zone} ${row + quiet_zone}h1v1h-1z`);
    }
  }
  return (
    <svg class="qr" role="img" aria-label={said.code} viewBox={`0 0 ${size} ${size}`} shape-rendering="crispEdges">
      <rect width={size} height={size} fill="#fff" />
      <path d={cells.join("")} fill="#000" />
    </svg>
  );
}

export function PatientLink({ chart, close }: { chart: string; close: () => void }) {
  const [address, set_address] = useState<string | null>(null);
  const [problem, set_problem] = useState<Problem | null>(null);
  const [told, set_told] = useState("");
  const make = async (): Promise<void> => {
    const answer = await submit<{ path: string }>(patient_path(chart, "/link"), {}, new_key());
    if (!answer.ok) return set_problem(answer.problem);
    set_problem(null);
    set_told("");
    set_address(new URL(answer.value.path, location.origin).href);
  };
  const withdraw = async (): Promise<void> => {
    const answer = await take_away(patient_path(chart, "/link"));
    if (!answer.ok) return set_problem(answer.problem);
    set_address(null);
    set_told(said.withdrawn);
  };
  const copy = async (): Promise<void> => {
    await navigator.clipboard.writeText(address ?? "");
    set_told(said.copied);
  };
  return (
    <Dialog title={said.title} close={close}>
      <p class="measure">{said.text}</p>
      {problem && <ProblemNote problem={problem} />}
      {address === null ? (
        <div class="actions"><button type="button" class="main" onClick={() => void make()}>{said.make}</button></div>
      ) : (
        <>
          <QrCode text={address} />
          <p><a class="address" href={address} target="_blank" rel="noreferrer">{address}</a></p>
          <div class="actions">
            <button type="button" class="main" onClick={() => void copy()}>{said.copy}</button>
            <button type="button" onClick={() => void withdraw()}>{said.withdraw}</button>
          </div>
        </>
      )}
      <p role="status">{told}</p>
    </Dialog>
  );
}
