// All that the clinic recorded, for other programs: as JSON and as exact tables.
import { saveFile } from "../app/save.ts";
import { t } from "../texts/texts.ts";
import type { FileContent } from "./content.ts";

export function FileDownloads({ content }: { content: FileContent }) {
  const tables = Object.entries(content.tables).filter(([, table]) => table.trimEnd().includes("\n"));
  return (
    <section class="no-print">
      <h2>{t("file.data.title")}</h2>
      <p>{t("file.data.text")}</p>
      <p class="actions">
        <button
          type="button"
          onClick={() =>
            saveFile(`${content.chart}.json`, "application/json", JSON.stringify(content.records, null, 2))
          }
        >
          {t("file.data.json")}
        </button>
        {tables.map(([name, table]) => (
          <button key={name} type="button" class="quiet" onClick={() => saveFile(name, "text/csv", table)}>
            {t("file.data.table", { name: name.replace(".csv", "") })}
          </button>
        ))}
      </p>
    </section>
  );
}
