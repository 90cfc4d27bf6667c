// On the patient's own page: who read their record. Asked for when it is opened.
import { useState } from "preact/hooks";
import { readOwn } from "../../api.ts";
import { dayText, listText } from "../../format.ts";
import { useLoaded } from "../../loading.ts";
import { t, word } from "../../../texts/texts.ts";
import type { LookedOn } from "../../people_shapes.ts";
import { When } from "../page_frame.tsx";

const roleOf = ({ role }: LookedOn): string =>
  role === null ? t("access.own.program") : (word("people.roles", role) ?? role);

function Days({ ownKey }: { ownKey: string }) {
  const looked = useLoaded(() => readOwn<LookedOn[]>(ownKey, "access"), [ownKey]);
  return (
    <When loaded={looked}>
      {(list) =>
        list.length === 0 ? (
          <p>{t("access.own.none")}</p>
        ) : (
          <>
            <p>{t("access.own.lead")}</p>
            <ul class="own-sessions">
              {list.map((one) => (
                <li key={`${one.day} ${one.person}`}>
                  <strong>
                    <time dateTime={one.day}>{dayText(one.day)}</time>
                  </strong>{" "}
                  <bdi>{one.person}</bdi> ({roleOf(one)}):{" "}
                  {listText(one.acts.map((act) => word("access.acts", act) ?? act))}
                  {one.emergency && `${t("frame.list")}${t("access.own.emergency")}`}
                </li>
              ))}
            </ul>
          </>
        )
      }
    </When>
  );
}

export function OwnAccess({ ownKey }: { ownKey: string }) {
  const [isShown, setShown] = useState(false);
  return (
    <section class={isShown ? undefined : "no-print"}>
      <h2>{t("access.own.title")}</h2>
      {isShown ? (
        <Days ownKey={ownKey} />
      ) : (
        <button type="button" onClick={() => setShown(true)}>
          {t("access.own.show")}
        </button>
      )}
    </section>
  );
}
