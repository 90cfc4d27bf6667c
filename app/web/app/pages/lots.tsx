// Lots: what is in stock, and who met a lot.
import { useState } from "preact/hooks";
import { readNow } from "../api.ts";
import { useLoaded } from "../loading.ts";
import { go } from "../router.ts";
import { scanned } from "../lots/stock_scan.ts";
import { t } from "../../texts/texts.ts";
import { StockList } from "../parts/lots/stock_list.tsx";
import { WhoMet } from "../parts/lots/who_met.tsx";
import { Field } from "../parts/field.tsx";
import { When, useTitle } from "../parts/page_frame.tsx";

export function LotsPage({ lot }: { lot: string | null }) {
  useTitle(t("lots.title"));
  const [wanted, setWanted] = useState(lot ?? "");
  const now = useLoaded(readNow, []);
  const show = (event: Event): void => {
    event.preventDefault();
    const asked = (scanned(wanted)?.lot ?? wanted).trim();
    setWanted(asked);
    go(asked === "" ? "/lots" : `/lots?lot=${encodeURIComponent(asked)}`);
  };
  return (
    <>
      <h1 class="no-print">{t("lots.title")}</h1>
      <p class="measure soft no-print">{t("lots.lead")}</p>
      <form class="inline no-print" onSubmit={show}>
        <Field label={t("lots.find")} value={wanted} set={setWanted} />
        <button type="submit">{t("lots.show")}</button>
        {lot && (
          <a class="button" href="/lots" onClick={() => setWanted("")}>
            {t("lots.all")}
          </a>
        )}
      </form>
      {lot ? (
        <When loaded={now}>{(me) => <WhoMet key={lot} lot={lot} clinic={me.clinic} today={me.as_of} />}</When>
      ) : (
        <StockList />
      )}
    </>
  );
}
