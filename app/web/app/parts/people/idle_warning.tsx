// Locks the page when nobody has touched it for as long as the clinic says; warns before.
import { useEffect, useState } from "preact/hooks";
import { idleAfter, idleMs, noteUse } from "../../idle.ts";
import { t } from "../../../texts/texts.ts";
import { lock } from "../../turn.ts";

export function IdleWarning({ minutes }: { minutes: number }) {
  const [seconds, setSeconds] = useState<number | null>(null);
  useEffect(() => {
    const look = (): void => {
      const idle = idleAfter(idleMs(), minutes);
      setSeconds(idle.state === "warned" ? idle.seconds : null);
      if (idle.state === "over") void lock();
    };
    const timer = setInterval(look, 1000);
    document.addEventListener("visibilitychange", look); // a machine that slept
    return () => {
      clearInterval(timer);
      document.removeEventListener("visibilitychange", look);
    };
  }, [minutes]);
  if (seconds === null) return null;
  return (
    <div class="toast idle-warning">
      <p>
        <span class="hidden" role="status">
          {t("sign_in.lock.warning", { seconds: 30 })}
        </span>
        <span aria-hidden="true">{t("sign_in.lock.warning", { seconds })}</span>
      </p>
      <button type="button" onClick={noteUse}>
        {t("sign_in.lock.stay")}
      </button>
    </div>
  );
}
