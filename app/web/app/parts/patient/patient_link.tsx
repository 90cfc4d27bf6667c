// The patient's own page: its address as a QR code and the code that opens it, made when asked for, and withdrawn;
// where no telephone can reach this program, the page on paper or as a file instead.
import { useState } from "preact/hooks";
import {
  deleteResource,
  newKey,
  patientPath,
  read,
  reportAddress,
  submit,
  type Answer,
  type Problem,
} from "../../api.ts";
import { dayText, localMomentText } from "../../format.ts";
import { useLoaded } from "../../loading.ts";
import { numberOrText } from "../../record_body.ts";
import type { PatientLinkSeen } from "../../shapes.ts";
import { may } from "../../turn.ts";
import { inUse, t } from "../../../texts/texts.ts";
import { Dialog } from "../dialog.tsx";
import { Field } from "../field.tsx";
import { When } from "../page_frame.tsx";
import { ProblemNote } from "../problem.tsx";
import { QrCode } from "../qr_code.tsx";
const usualDays = "90";
const notThere = 404;

interface Seen {
  addresses: string[]; // of this program, as telephones can reach it
  link: PatientLinkSeen | null;
}

async function readLink(chartNumber: string): Promise<Answer<Seen>> {
  const [where, link] = await Promise.all([
    read<{ addresses: string[] }>("/reachable", ["addresses"]),
    read<PatientLinkSeen>(patientPath(chartNumber, "/link"), ["path"]),
  ]);
  if (!where.ok) return where;
  if (!link.ok && link.problem.status !== notThere) return link;
  return { ok: true, value: { addresses: where.value.addresses, link: link.ok ? link.value : null } };
}

function Unreachable({ chartNumber }: { chartNumber: string }) {
  const file = reportAddress(chartNumber, "patient", inUse().code);
  return (
    <div class="note note-calm">
      <p>
        <strong>{t("patient.link.not_reachable")}</strong>
      </p>
      <p>{t("patient.link.not_reachable_try")}</p>
      {may("print_reports") && (
        <p class="actions">
          <a class="button main" href={file} target="_blank" rel="noreferrer">
            {t("patient.link.paper")}
          </a>
          <a class="button" href={file} download={`${chartNumber}.html`}>
            {t("patient.link.file")}
          </a>
        </p>
      )}
    </div>
  );
}

function Address({ address }: { address: string }) {
  const [isCopied, setCopied] = useState(false);
  const copy = async (): Promise<void> => {
    await navigator.clipboard.writeText(address);
    setCopied(true);
  };
  return (
    <>
      <QrCode text={address} label={t("patient.link.code")} />
      <p>
        <a class="address" href={address} target="_blank" rel="noreferrer">
          {address}
        </a>
      </p>
      <p class="actions">
        <button type="button" onClick={() => void copy()}>
          {t("patient.link.copy")}
        </button>
        <span role="status">{isCopied && t("patient.link.copied")}</span>
      </p>
    </>
  );
}

function LinkInForce({ link }: { link: PatientLinkSeen }) {
  const { state, expires, openings, opened_at: openedAt } = link;
  if (state !== "open") return <p class="note note-bad">{t(`patient.link.states.${state}`)}</p>;
  return (
    <>
      {link.code !== null && (
        <p class="note note-calm" role="status">
          <strong class="figures link-code">{t("patient.link.told_code", { code: link.code })}</strong>
          <br />
          {t("patient.link.tell_code")}
        </p>
      )}
      {link.addresses.map((address) => (
        <Address key={address} address={address} />
      ))}
      <p class="soft">
        {expires !== null && t("patient.link.expires", { day: dayText(expires) })}{" "}
        {t("patient.link.openings", { count: openings, when: openedAt === null ? "" : localMomentText(openedAt) })}
      </p>
    </>
  );
}

interface MakeProps {
  chartNumber: string;
  again: boolean; // there is one already
  made: (link: PatientLinkSeen) => void;
}

function MakeLink({ chartNumber, again, made }: MakeProps) {
  const [days, setDays] = useState(usualDays);
  const [entries, setEntries] = useState(true);
  const [problem, setProblem] = useState<Problem | null>(null);
  const make = async (event: Event): Promise<void> => {
    event.preventDefault();
    const body = { days: numberOrText(days), entries };
    const answer = await submit<PatientLinkSeen>(patientPath(chartNumber, "/link"), body, newKey());
    if (!answer.ok) return setProblem(answer.problem);
    setProblem(null);
    made(answer.value);
  };
  return (
    <form class="stack" onSubmit={(event) => void make(event)}>
      <Field label={t("patient.link.days")} digits value={days} set={setDays} />
      <label class="tick">
        <input type="checkbox" checked={entries} onChange={() => setEntries(!entries)} /> {t("patient.link.entries")}
      </label>
      {again && <p class="soft">{t("patient.link.new_text")}</p>}
      {problem && <ProblemNote problem={problem} />}
      <div class="actions">
        <button type="submit" class={again ? undefined : "main"}>
          {again ? t("patient.link.make_new") : t("patient.link.make")}
        </button>
      </div>
    </form>
  );
}

export function PatientLink({ chartNumber, close }: { chartNumber: string; close: () => void }) {
  const seen = useLoaded(() => readLink(chartNumber), [chartNumber]);
  const [made, setMade] = useState<PatientLinkSeen | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [notice, setNotice] = useState("");
  const withdraw = async (): Promise<void> => {
    const answer = await deleteResource(patientPath(chartNumber, "/link"));
    if (!answer.ok) return setProblem(answer.problem);
    setMade(null);
    setNotice(t("patient.link.withdrawn"));
    seen.again();
  };
  return (
    <Dialog title={t("patient.link.title")} close={close}>
      <p class="measure">{t("patient.link.text")}</p>
      {problem && <ProblemNote problem={problem} />}
      <When loaded={seen}>
        {({ addresses, link: before }) => {
          const link = made ?? before;
          return (
            <>
              {addresses.length === 0 && <Unreachable chartNumber={chartNumber} />}
              {link && <LinkInForce link={link} />}
              {link && (
                <p class="actions">
                  <button type="button" onClick={() => void withdraw()}>
                    {t("patient.link.withdraw")}
                  </button>
                </p>
              )}
              {addresses.length > 0 && (
                <MakeLink
                  key={made?.path}
                  chartNumber={chartNumber}
                  again={link !== null}
                  made={(next) => {
                    setNotice("");
                    setMade(next);
                  }}
                />
              )}
            </>
          );
        }}
      </When>
      <p role="status">{notice}</p>
    </Dialog>
  );
}
