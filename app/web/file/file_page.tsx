// What a patient's file shows once it is open.
import { dayText, listText, momentText } from "../app/format.ts";
import { NextVisit } from "../app/parts/own/next_visit.tsx";
import { OwnStory } from "../app/parts/own/story.tsx";
import { areaText, nameOf } from "../app/words.ts";
import { t } from "../texts/texts.ts";
import { CheckIn } from "./check_in.tsx";
import type { FileContent, FileSession } from "./content.ts";
import { FileDownloads } from "./downloads.tsx";
import type { Opened } from "./opened.ts";
import { FilePhotos } from "./photos.tsx";
import { Proof } from "./proof.tsx";

// What was put on in a session: the product that was needled through, and applications.
function productsOf(session: FileSession, { records }: FileContent): string[] {
  const put = records.applications.filter((one) => !one.voided && one.session === session.id && one.product !== null);
  const named = put.map(({ product, lot }) =>
    lot === null ? (product ?? "") : t("file.used.product_lot", { product: product ?? "", lot }),
  );
  return session.glide_product === null ? named : [session.glide_product, ...named];
}

function UsedInSession({ session, content }: { session: FileSession; content: FileContent }) {
  const products = productsOf(session, content);
  const facts: [string, string][] = [
    [t("file.used.device"), listText([nameOf(session.device), session.model].filter((part) => part !== null))],
    [t("file.used.lot"), session.lot ?? ""],
    [t("file.used.areas"), listText(session.areas.map(areaText))],
    [t("file.used.product"), listText(products)],
  ];
  return (
    <li>
      <strong>{momentText(session.at)}</strong>
      <dl class="own-numbers">
        {facts
          .filter(([, fact]) => fact !== "")
          .map(([name, fact]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>
                <bdi>{fact}</bdi>
              </dd>
            </div>
          ))}
      </dl>
    </li>
  );
}

function UsedSessions({ content }: { content: FileContent }) {
  const sessions = content.records.sessions.filter((one) => !one.voided);
  return (
    <section>
      <h2>{t("file.used.title")}</h2>
      {sessions.length === 0 && <p>{t("own.sessions_none")}</p>}
      <ol class="own-sessions">
        {sessions.map((one) => (
          <UsedInSession key={one.id} session={one} content={content} />
        ))}
      </ol>
    </section>
  );
}

export function FilePage({ file }: { file: Opened }) {
  const { content } = file;
  const { view } = content;
  return (
    <>
      {file.signature === "changed" && (
        <p class="note note-bad" role="alert">
          <strong>{t("file.proof.changed")}</strong>
        </p>
      )}
      <OwnStory
        view={view}
        nextVisit={<NextVisit view={view} />}
        care={null}
        tell={<CheckIn content={content} />}
        sessions={
          <>
            <UsedSessions content={content} />
            <FilePhotos file={file} />
          </>
        }
      />
      <section class="no-print">
        <h2>{t("file.keep")}</h2>
        <p>{t("file.keep_text")}</p>
        <p class="actions">
          <button type="button" onClick={() => print()}>
            {t("own.print")}
          </button>
        </p>
      </section>
      <FileDownloads content={content} />
      <Proof file={file} />
      <p class="soft">{t("file.made", { clinic: view.clinic, day: dayText(content.made_at.slice(0, 10)) })}</p>
      <p class="soft">{t("own.not_doctor")}</p>
    </>
  );
}
