// The key that opens encrypted backups, on paper: as digits and as a code; and the way back on a machine that has
// nothing.
import { QrCode } from "../qr_code.tsx";
import { t } from "../../../texts/texts.ts";
import { Letterhead, type Clinic } from "./letterhead.tsx";

export interface Recovery {
  key: string[];
  fingerprint: string;
  book: string;
  program: string;
  folders: string[];
  made_on: string;
}

const restoreCommand = (book: string) => `needlebook restore FOLDER --book ${book}`;
const serveCommand = (book: string) => `needlebook serve --book ${book}`;

function Typed({ line }: { line: string }) {
  return (
    <code class="recovery-line" dir="ltr">
      {line}
    </code>
  );
}

function Steps({ book, program }: { book: string; program: string }) {
  return (
    <ol>
      <li>{t("recovery.step_machine", { version: program })}</li>
      <li>{t("recovery.step_medium")}</li>
      <li>
        {t("recovery.step_type")} <Typed line={restoreCommand(book)} />
      </li>
      <li>{t("recovery.step_key")}</li>
      <li>
        {t("recovery.step_check")} <Typed line={serveCommand(book)} />
      </li>
    </ol>
  );
}

export function RecoverySheet({ given, clinic }: { given: Recovery; clinic: Clinic }) {
  return (
    <article class="sheet sheet-recovery">
      <Letterhead clinic={clinic} asOf={given.made_on} />
      <h1>{t("recovery.title")}</h1>
      <p>{t("recovery.why")}</p>
      <section>
        <h2>{t("recovery.key")}</h2>
        <div class="recovery-key">
          <div>
            {given.key.map((line) => (
              <Typed key={line} line={line} />
            ))}
          </div>
          <QrCode text={given.key.join("\n")} label={t("recovery.code")} />
        </div>
        <p class="small">{t("recovery.key_how")}</p>
      </section>
      <section>
        <h2>{t("recovery.steps")}</h2>
        <Steps book={given.book} program={given.program} />
        <p class="small">{t("recovery.step_other")}</p>
      </section>
      <section>
        <h2>{t("recovery.folders")}</h2>
        {given.folders.map((folder) => (
          <Typed key={folder} line={folder} />
        ))}
        <p>
          {t("recovery.book")} <bdi dir="ltr">{given.book}</bdi> · {t("recovery.fingerprint")}{" "}
          <bdi dir="ltr">{given.fingerprint}</bdi>
        </p>
      </section>
      <p>
        <strong>{t("recovery.keep")}</strong>
      </p>
    </article>
  );
}
