// Whose signature the data carry, and what that proves.
import { t } from "../texts/texts.ts";
import type { Opened } from "./opened.ts";

// As much of a fingerprint as people compare; the clinic's page and sheet show the same.
export const shortForm = (fingerprint: string): string => fingerprint.slice(0, 16).match(/.{4}/g)?.join(" ") ?? "";

export function Proof({ file: { signature, fingerprint } }: { file: Opened }) {
  return (
    <section>
      <h2>{t("file.proof.title")}</h2>
      {signature === "none" && <p>{t("file.proof.none")}</p>}
      {signature === "changed" && <p class="note note-bad">{t("file.proof.changed")}</p>}
      {signature === "valid" && (
        <>
          <p>{t("file.proof.valid")}</p>
          <p>
            {t("file.proof.key")} <code dir="ltr">{shortForm(fingerprint ?? "")}</code>
          </p>
        </>
      )}
      <p class="soft">{t("file.proof.script")}</p>
    </section>
  );
}
