// What a patient told on their own page: accepted or declined by who may; with the way back that everything has.
import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import { newKey, submit, type Problem } from "../../api.ts";
import { listText, momentText } from "../../format.ts";
import { toldParts } from "../../own_entry.ts";
import type { WaitingEntry } from "../../shapes.ts";
import { showToast } from "../../toast.ts";
import { may } from "../../turn.ts";
import { t } from "../../../texts/texts.ts";
import { ProblemNote } from "../problem.tsx";

export type ToldEntry = Omit<WaitingEntry, "name">;

function partsOf(entry: ToldEntry): string[] {
  const { pain, redness, days_out: daysOut, dlqi } = entry;
  const parts = toldParts({ pain, redness, days_out: daysOut, dlqi: null });
  return dlqi === null ? parts : [...parts, t("entries.dlqi", { answers: dlqi.map((one) => one ?? "–").join(" ") })];
}

function stateOf({ state, answered_by: who, answered_at: when }: ToldEntry): string {
  if (state === "waiting") return t("entries.state.waiting");
  return t(`entries.state.${state}`, { who: who ?? "", when: momentText(when ?? "") });
}

interface EntryRowProps {
  entry: ToldEntry;
  who?: ComponentChildren; // on a page of several patients
  done: () => void;
}

export function EntryRow({ entry, who, done }: EntryRowProps) {
  const [problem, setProblem] = useState<Problem | null>(null);
  const [busy, setBusy] = useState(false);
  const answer = async (verb: "accept" | "decline"): Promise<void> => {
    setBusy(true);
    const reply = await submit(`/own-entry/${entry.id}/${verb}`, {}, newKey());
    setBusy(false);
    if (!reply.ok) return setProblem(reply.problem);
    showToast(t(`entries.${verb}_done`));
    done();
  };
  const chart = entry.patient;
  return (
    <li>
      {who}
      <time class="figures row-end" dateTime={entry.at}>
        {momentText(entry.at)}
      </time>
      <span class="row-wide">{listText(partsOf(entry))}</span>
      {entry.note !== null && (
        <span class="row-wide">
          <bdi dir="auto">{entry.note}</bdi>
        </span>
      )}
      <span class="row-note row-wide">
        {t("entries.by_patient")}. {stateOf(entry)}
      </span>
      {problem && (
        <span class="row-wide">
          <ProblemNote problem={problem} />
        </span>
      )}
      {entry.state === "waiting" && may("accept_entries") && (
        <span class="row-wide actions">
          <button
            type="button"
            class="main"
            disabled={busy}
            aria-label={t("entries.accept_of", { chart })}
            onClick={() => void answer("accept")}
          >
            {t("entries.accept")}
          </button>
          <button
            type="button"
            disabled={busy}
            aria-label={t("entries.decline_of", { chart })}
            onClick={() => void answer("decline")}
          >
            {t("entries.decline")}
          </button>
        </span>
      )}
    </li>
  );
}
