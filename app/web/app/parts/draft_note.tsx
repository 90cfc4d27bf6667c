// Says whether what is typed is kept, sent or waiting; the same place in every form, so nothing moves.
import type { Draft } from "../drafts.ts";
import type { Sending } from "../sending.ts";
import { words } from "../messages.ts";
import { ProblemNote } from "./problem.tsx";

const said = words.draft;

function line_of<T>(draft: Draft<T>, sending: Sending): string {
  if (sending.seconds !== null) return said.waiting(sending.seconds);
  if (sending.busy) return said.sending;
  switch (draft.state) {
    case "kept": return said.kept;
    case "found": return said.found;
    case "unknown": return said.unknown;
    case "full": return said.full;
    default: return "";
  }
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
