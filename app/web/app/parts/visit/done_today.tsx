// Before a session is recorded that was taken over from the last one and that nobody has looked at: was it done?
import { useLayoutEffect, useRef } from "preact/hooks";
import { shortDayText } from "../../format.ts";
import { textOf } from "../../record_body.ts";
import { regions } from "../../regions.ts";
import type { SessionDraft } from "../../session_draft.ts";
import type { Kept } from "../../shapes.ts";
import { placeText, titleOf } from "../../words.ts";
import { t } from "../../../texts/texts.ts";
import { Dialog } from "../dialog.tsx";

interface DoneTodayProps {
  session: SessionDraft; // as it would be recorded
  last: Kept; // that it was taken over from
  yes: () => void;
  none: () => void; // no session today
  look: () => void;
  close: () => void;
}

export function DoneToday({ session, last, yes, none, look, close }: DoneTodayProps) {
  const first = useRef<HTMLButtonElement>(null);
  useLayoutEffect(() => first.current?.focus(), []);
  const lines = [
    ...[session.fields.device, session.fields.anaesthetic].filter((text) => !!text).map((text) => titleOf(text ?? "")),
    ...regions.flatMap((region) => {
      const area = session.areas[region];
      return area ? [placeText(titleOf(region), area.depth, area.passes)] : [];
    }),
  ];
  return (
    <Dialog title={t("visit.done_today.title")} close={close}>
      <ul class="done-today">
        {lines.map((line) => (
          <li key={line}>
            <bdi>{line}</bdi>
          </li>
        ))}
      </ul>
      <p>{t("visit.done_today.as_on", { day: shortDayText(textOf(last.at)) })}</p>
      <div class="actions">
        <button type="button" class="main" ref={first} onClick={yes}>
          {t("visit.done_today.yes")}
        </button>
        <button type="button" onClick={none}>
          {t("visit.session.none")}
        </button>
        <button type="button" onClick={look}>
          {t("visit.done_today.look")}
        </button>
      </div>
    </Dialog>
  );
}
