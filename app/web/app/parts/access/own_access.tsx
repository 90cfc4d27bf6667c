// On the patient's own page: who read their record. Asked for when it is opened.
import { useState } from "preact/hooks";
import { readOwnAccess } from "../../api.ts";
import { dayText } from "../../format.ts";
import { useLoaded } from "../../loading.ts";
import { messages } from "../../messages.ts";
import type { LookedOn } from "../../people_shapes.ts";
import { When } from "../page_frame.tsx";

const texts = messages.ownAccess;

const roleOf = ({ role }: LookedOn): string => (role === null ? texts.program : (messages.roles[role] ?? role));

function Days({ ownKey }: { ownKey: string }) {
  const looked = useLoaded(() => readOwnAccess<LookedOn[]>(ownKey), [ownKey]);
  return (
    <When loaded={looked}>
      {(list) =>
        list.length === 0 ? (
          <p>{texts.none}</p>
        ) : (
          <>
            <p>{texts.lead}</p>
            <ul class="own-sessions">
              {list.map((one) => (
                <li key={`${one.day} ${one.person}`}>
                  <strong>
                    <time dateTime={one.day}>{dayText(one.day)}</time>
                  </strong>{" "}
                  <bdi>{one.person}</bdi> ({roleOf(one)}): {one.acts.map((act) => messages.acts[act] ?? act).join(", ")}
                  {one.emergency && `, ${texts.emergency}`}
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
    <section>
      <h2>{texts.title}</h2>
      {isShown ? (
        <Days ownKey={ownKey} />
      ) : (
        <button type="button" onClick={() => setShown(true)}>
          {texts.show}
        </button>
      )}
    </section>
  );
}
