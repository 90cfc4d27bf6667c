// With which entry the book's ledger ended when the sheet was printed, on paper for whoever doubts the book later: to
// type, and as a code for a camera with all of the hash.
import { QrCode } from "../qr_code.tsx";
import { t } from "../../../texts/texts.ts";

export interface LedgerEnd {
  entry: number;
  hash: string;
}

const typedDigits = 16; // as in names of backups

export function Witness({ end }: { end: LedgerEnd }) {
  return (
    <footer class="ledger-end small">
      <QrCode text={end.hash} label={t("report.witness_code")} />
      <p>
        {t("report.witness", { entry: end.entry })}
        <code dir="ltr">{end.hash.slice(0, typedDigits)}</code>
      </p>
    </footer>
  );
}
