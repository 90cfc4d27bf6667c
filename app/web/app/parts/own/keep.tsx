// The page to keep: as a file that opens without the internet, or on paper.
import { ownDownload } from "../../api.ts";
import { dayText } from "../../format.ts";
import { inUse, t } from "../../../texts/texts.ts";
import { Icon } from "../icon.tsx";

export function Keep({ ownKey, expires }: { ownKey: string; expires: string | null }) {
  return (
    <section class="no-print">
      <h2>{t("own.keep")}</h2>
      <p class="soft">{t("own.keep_text")}</p>
      <div class="actions">
        <a class="button" href={ownDownload(ownKey, "file", inUse().code)} download>
          <Icon name="save" /> {t("own.save_file")}
        </a>
        <button type="button" onClick={() => print()}>
          <Icon name="print" /> {t("own.print")}
        </button>
      </div>
      {expires !== null && <p class="soft">{t("own.until", { day: dayText(expires) })}</p>}
    </section>
  );
}
