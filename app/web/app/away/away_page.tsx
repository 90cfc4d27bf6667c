// The server does not answer: says so, what is kept on this device, and goes on by itself once it does.
import { useEffect, useState } from "preact/hooks";
import { t } from "../../texts/texts.ts";
import { refreshTurn } from "../turn.ts";
import { useTitle } from "../parts/page_frame.tsx";
import { countUnsent } from "./unsent.ts";
const retryMs = 3000;

export function AwayPage() {
  const [unsent, setUnsent] = useState<number | null>(null);
  const [busy, setBusy] = useState(false);
  useTitle(t("away.title"));
  useEffect(() => {
    void countUnsent().then(setUnsent);
    const timer = setInterval(() => void refreshTurn(), retryMs);
    return () => clearInterval(timer);
  }, []);
  const again = async (): Promise<void> => {
    setBusy(true);
    await refreshTurn();
    setBusy(false);
  };
  return (
    <main class="away" id="page">
      <h1>{t("away.title")}</h1>
      <p class="measure">{t("away.text")}</p>
      <p role="status">{unsent !== null && t("away.kept", { count: unsent })}</p>
      <p class="actions">
        <button type="button" class="main" disabled={busy} onClick={() => void again()}>
          {t("away.again")}
        </button>
      </p>
    </main>
  );
}
