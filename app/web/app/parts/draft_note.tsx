// Says whether what is typed is kept, sent or waiting; the same place in every form, so nothing moves.
import type { Draft } from "../drafts.ts";
import { duration_text } from "../format.ts";
import type { Sending } from "../sending.ts";
import { words } from "../messages.ts";
import { ProblemNote } from "./problem.tsx";

const said = words.draft;
const hour_ms = 3600000;

function age_of(kept_at: string): string {
  const hours = (Date.now() - Date.parse(kept_at)) / hour_ms;
  return hours < 1 / 60 ? said.moment : duration_text(hours);
}

export function draft_line<T>(draft: Draft<T>): string {
  switch (draft.state) {
    case "keeping": return said.keeping;
    case "kept": return said.kept;
    case "found": return said.found(age_of(draft.found_at));
    case "unknown": return said.unknown;
    case "away": return said.away;
    case "untouched": return "";
  }
}

function line_of<T>(draft: Draft<T>, sending: Sending): string {
  if (sending.seconds !== null) return said.waiting(sending.seconds);
  return sending.busy ? said.sending : draft_line(draft);
}

export function DraftNote<T>({ draft, sending }: { draft: Draft<T>; sending: Sending }) {
  const line = line_of(draft, sending);
  const unreachable = sending.problem?.status === 0;
  return (
    <div class="draft">
      {sending.problem && !unreachable && <ProblemNote problem={sending.problem} />}
      <p class="draft-line" role="status">{line}</p>
      {sending.seconds !== null && <button type="button" class="quiet" onClick={sending.stop}>{said.stop_waiting}</button>}
      {!sending.busy && draft.state !== "untouched" && (
        <button type="button" class="quiet" onClick={() => { sending.clear(); draft.discard(); }}>{said.discard}</button>
      )}
    </div>
  );
}
