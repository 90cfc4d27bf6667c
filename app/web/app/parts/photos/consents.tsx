// What the patient agreed to, and the way out of it.
import { useState } from "preact/hooks";
import { newKey, photoAddress, submit, type Problem } from "../../api.ts";
import { dayText, momentText } from "../../format.ts";
import { stateOf } from "../../photos/consent_state.ts";
import { strokesIn } from "../../photos/strokes.ts";
import type { ConsentSeen } from "../../shapes.ts";
import { showToast } from "../../toast.ts";
import { may } from "../../turn.ts";
import { titleOf } from "../../words.ts";
import { t } from "../../../texts/texts.ts";
import { Dialog } from "../dialog.tsx";
import { ProblemNote } from "../problem.tsx";
import { SignatureLines } from "./signature_pad.tsx";

interface WithdrawProps {
  consent: ConsentSeen;
  close: () => void;
  done: () => void;
}

function Withdraw({ consent, close, done }: WithdrawProps) {
  const [problem, setProblem] = useState<Problem | null>(null);
  const [key] = useState(newKey);
  const withdraw = async (): Promise<void> => {
    const answer = await submit(`/consent/${consent.id}/withdraw`, {}, key);
    if (!answer.ok) return setProblem(answer.problem);
    showToast(t("photos.withdrawn_done"), consent.patient);
    done();
  };
  return (
    <Dialog title={t("photos.withdraw")} close={close}>
      <p>{t("photos.withdraw_text", { scope: titleOf(consent.scope) })}</p>
      <p>{t("photos.not_called_back")}</p>
      {problem && <ProblemNote problem={problem} />}
      <div class="actions">
        <button type="button" class="main" onClick={() => void withdraw()}>
          {t("photos.withdraw")}
        </button>
      </div>
    </Dialog>
  );
}

function ConsentRow({ consent, today, done }: { consent: ConsentSeen; today: string; done: () => void }) {
  const [open, setOpen] = useState<"" | "read" | "withdraw">("");
  const state = stateOf(consent, today);
  const scope = titleOf(consent.scope);
  return (
    <li class="consent">
      <strong>{scope}</strong>{" "}
      <span class={state === "valid" ? "" : "bad"}>
        {state === "withdrawn"
          ? t("photos.state.withdrawn", { when: momentText(consent.withdrawn_at ?? "") })
          : state === "expired"
            ? t("photos.state.expired", { day: dayText(consent.until ?? "") })
            : t("photos.state.valid")}
      </span>
      <span class="soft">
        {" "}
        <bdi>{consent.form}</bdi>, <bdi>{consent.edition}</bdi>, {momentText(consent.at)},{" "}
        {t(`photos.on.${consent.manner}`)}
      </span>{" "}
      <span class="row-end">
        <button type="button" class="quiet" aria-label={t("photos.read_of", { scope })} onClick={() => setOpen("read")}>
          {t("photos.read")}
        </button>
        {consent.withdrawn_at === null && may("write_observations") && (
          <button
            type="button"
            class="quiet"
            aria-label={t("photos.withdraw_of", { scope })}
            onClick={() => setOpen("withdraw")}
          >
            {t("photos.withdraw")}
          </button>
        )}
      </span>
      {open === "read" && (
        <Dialog title={scope} close={() => setOpen("")}>
          <div
            class="consent-text"
            lang={consent.language}
            dir={consent.language === "ar" ? "rtl" : "ltr"}
            tabIndex={0}
          >
            {consent.form_text}
          </div>
          {consent.signature !== null && (
            <SignatureLines strokes={strokesIn(consent.signature)} label={t("photos.signature")} />
          )}
          {consent.scan !== null && (
            <img class="photo-large" src={photoAddress(consent.scan, "screen")} alt={t("photos.scan")} />
          )}
          {consent.guardian && (
            <p>
              {t("photos.guardian")}: <bdi>{consent.guardian}</bdi>
            </p>
          )}
          {consent.witness && (
            <p>
              {t("photos.witness")}: <bdi>{consent.witness}</bdi>
            </p>
          )}
        </Dialog>
      )}
      {open === "withdraw" && (
        <Withdraw
          consent={consent}
          close={() => setOpen("")}
          done={() => {
            setOpen("");
            done();
          }}
        />
      )}
    </li>
  );
}

interface ConsentsProps {
  consents: readonly ConsentSeen[];
  today: string;
  done: () => void;
}

export function Consents({ consents, today, done }: ConsentsProps) {
  if (consents.length === 0) return <p class="soft">{t("photos.no_consents")}</p>;
  return (
    <ul class="rows">
      {consents.map((consent) => (
        <ConsentRow key={consent.id} consent={consent} today={today} done={done} />
      ))}
    </ul>
  );
}
