// Says whether what is typed is kept, sent or waiting; the same place in every form, so nothing moves.
import { asksWho } from "../api.ts";
import type { Draft } from "../drafts.ts";
import { durationText } from "../format.ts";
import type { Sending } from "../sending.ts";
import { t } from "../../texts/texts.ts";
import { ProblemNote } from "./problem.tsx";
const hourMs = 3600000;

export function ageOf(keptAt: string, now: number): string {
  const hours = (now - Date.parse(keptAt)) / hourMs;
  return hours < 1 / 60 ? t("frame.draft.moment") : durationText(hours);
}

// What became of the draft; `now` in milliseconds since 1970.
export function draftLine(draft: Pick<Draft<unknown>, "state" | "foundAt">, now = Date.now()): string {
  switch (draft.state) {
    case "keeping":
      return t("frame.draft.keeping");
    case "kept":
      return t("frame.draft.kept");
    case "found":
      return t("frame.draft.found", { ago: ageOf(draft.foundAt, now) });
    case "unknown":
      return t("frame.draft.unknown");
    case "away":
      return t("frame.draft.away");
    case "untouched":
      return "";
  }
}

function lineOf<T>(draft: Draft<T>, sending: Sending): string {
  if (sending.seconds !== null) return t("frame.draft.waiting", { seconds: sending.seconds });
  if (sending.problem && asksWho(sending.problem)) return t("frame.draft.asks_who");
  return sending.busy ? t("frame.draft.sending") : draftLine(draft);
}

export function DraftNote<T>({ draft, sending }: { draft: Draft<T>; sending: Sending }) {
  const line = lineOf(draft, sending);
  const isSentLater = sending.problem !== null && (sending.problem.status === 0 || asksWho(sending.problem));
  return (
    <div class="draft">
      {sending.problem && !isSentLater && <ProblemNote problem={sending.problem} confirm={sending.confirm} />}
      <p class="draft-line" role="status">
        {line}
      </p>
      {sending.seconds !== null && (
        <button type="button" class="quiet" onClick={sending.stop}>
          {t("frame.draft.stop_waiting")}
        </button>
      )}
      {!sending.busy && draft.state !== "untouched" && (
        <button
          type="button"
          class="quiet"
          onClick={() => {
            sending.clear();
            draft.discard();
          }}
        >
          {t("frame.draft.discard")}
        </button>
      )}
    </div>
  );
}
