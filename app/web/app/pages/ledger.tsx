// Who did what, and why, with the values before and after.
import { useCallback, useEffect, useState } from "preact/hooks";
import { newKey, patientPath, read, submit, type Answer, type Problem } from "../api.ts";
import { momentText } from "../format.ts";
import { readKinds } from "../kinds.ts";
import { actionText, columnText, keyText, ledgerValue, tableText } from "../ledger_text.ts";
import { useLoaded } from "../loading.ts";
import { t, word } from "../../texts/texts.ts";
import { go } from "../router.ts";
import type { LedgerEntry } from "../shapes.ts";
import { Dialog } from "../parts/dialog.tsx";
import { Field } from "../parts/field.tsx";
import { Empty, Waiting, useTitle } from "../parts/page_frame.tsx";
import { ProblemNote } from "../parts/problem.tsx";
import { undoEntry } from "../parts/undo_toast.tsx";
import { actorName, may } from "../turn.ts";

const pageSize = 50;
const none: ReadonlySet<string> = new Set();
// The columns that hold a word of the records: where rows of any kind are described.
async function readChoices(): Promise<Answer<ReadonlySet<string>>> {
  const kinds = await readKinds();
  if (!kinds.ok) return kinds;
  const fields = kinds.value.flatMap((kind) => [...kind.fields, ...(kind.parts?.fields ?? [])]);
  const named = fields.filter((field) => field.choices !== null && field.name !== "fitzpatrick");
  return { ok: true, value: new Set([...named.map((field) => field.name), "origin", "record_kind", "state", "level"]) };
}

interface ValueProps {
  column: string;
  value: string | null;
  choices: ReadonlySet<string>;
}

const Value = ({ column, value, choices }: ValueProps) =>
  value === null ? <span class="soft">{t("ledger.empty")}</span> : <bdi>{ledgerValue(column, value, choices)}</bdi>;

function Changes({ entry, choices }: { entry: LedgerEntry; choices: ReadonlySet<string> }) {
  return (
    <div class="scroll" role="region" aria-label={t("ledger.changes", { count: entry.changes.length })} tabIndex={0}>
      <table class="changes">
        <thead>
          <tr>
            <th scope="col">{t("ledger.changes", { count: entry.changes.length })}</th>
            <th scope="col">{t("ledger.before")}</th>
            <th scope="col">{t("ledger.after")}</th>
          </tr>
        </thead>
        {entry.changes.map((change, index) => (
          <tbody key={index}>
            <tr>
              <th scope="rowgroup" colSpan={3}>
                {tableText(change.table)} · {word("ledger.kinds", change.kind)} ·{" "}
                <small>
                  <bdi>{keyText(change.table, change.key, choices)}</bdi>
                </small>
              </th>
            </tr>
            {change.columns.map((column) => (
              <tr key={column.column}>
                <td>{columnText(change.table, column.column)}</td>
                <td>
                  <Value column={column.column} value={column.before} choices={choices} />
                </td>
                <td>
                  <Value column={column.column} value={column.after} choices={choices} />
                </td>
              </tr>
            ))}
          </tbody>
        ))}
      </table>
    </div>
  );
}

// All that an import recorded, with a reason.
function VoidEntry({ entry, close }: { entry: LedgerEntry; close: (done: boolean) => void }) {
  const [reason, setReason] = useState("");
  const [key] = useState(newKey);
  const [problem, setProblem] = useState<Problem | null>(null);
  const send = async (event: Event): Promise<void> => {
    event.preventDefault();
    const answer = await submit(`/ledger/${entry.seq}/void`, { reason }, key);
    if (answer.ok) close(true);
    else setProblem(answer.problem);
  };
  return (
    <Dialog title={t("ledger.void_title", { entry: String(entry.seq) })} close={() => close(false)}>
      <form onSubmit={(event) => void send(event)}>
        <p class="soft">{t("ledger.void_text")}</p>
        <Field label={t("ledger.reason")} required value={reason} set={setReason} />
        {problem && <ProblemNote problem={problem} />}
        <div class="actions">
          <button type="submit" class="main">
            {t("ledger.void_all")}
          </button>
        </div>
      </form>
    </Dialog>
  );
}

function WaysBack({ entry, again }: { entry: LedgerEntry; again: () => void }) {
  const [problem, setProblem] = useState<Problem | null>(null);
  const [voiding, setVoiding] = useState(false);
  if (entry.undone_by !== null) return <p class="soft">{t("ledger.undone_by", { entry: String(entry.undone_by) })}</p>;
  if (entry.epoch || entry.altered || entry.changes.length === 0) return null;
  if (!may(entry.actor === actorName() ? "void_own" : "void_others")) return null;
  const undo = async (confirm: string[]): Promise<void> => {
    const answer = await undoEntry(entry.seq, confirm, newKey());
    if (answer.ok) again();
    else setProblem(answer.problem);
  };
  return (
    <>
      {problem && <ProblemNote problem={problem} confirm={() => void undo(["dependents"])} />}
      <p class="actions">
        <button
          type="button"
          aria-label={t("ledger.undo_entry", { entry: String(entry.seq) })}
          onClick={() => void undo([])}
        >
          {t("ledger.undo")}
        </button>
        {entry.action.startsWith("import ") && (
          <button type="button" onClick={() => setVoiding(true)}>
            {t("ledger.void_all")} …
          </button>
        )}
      </p>
      {voiding && (
        <VoidEntry
          entry={entry}
          close={(done) => {
            setVoiding(false);
            if (done) again();
          }}
        />
      )}
    </>
  );
}

interface EntryProps {
  entry: LedgerEntry;
  choices: ReadonlySet<string>;
  again: () => void;
}

function Entry({ entry, choices, again }: EntryProps) {
  return (
    <li class="entry-ledger">
      <details>
        <summary>
          <span class="figures soft">{entry.seq}</span>{" "}
          <time class="figures" dateTime={entry.at}>
            {momentText(entry.at)} UTC
          </time>{" "}
          <strong class={entry.undone_by === null ? undefined : "struck"}>
            <bdi>{actionText(entry.action)}</bdi>
          </strong>{" "}
          <bdi>{entry.actor}</bdi>
          {entry.reason && (
            <span>
              {" "}
              · <bdi>{entry.reason}</bdi>
            </span>
          )}
        </summary>
        <WaysBack entry={entry} again={again} />
        {entry.erased ? (
          <p>{t("ledger.erased")}</p>
        ) : entry.epoch ? (
          <p>
            <bdi>{entry.epoch}</bdi>
          </p>
        ) : (
          <Changes entry={entry} choices={choices} />
        )}
      </details>
    </li>
  );
}

export function LedgerPage({ chartNumber }: { chartNumber: string | null }) {
  useTitle(t("ledger.title"));
  const [entries, setEntries] = useState<LedgerEntry[] | null>(null);
  const [more, setMore] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [wanted, setWanted] = useState(chartNumber ?? "");
  const choices = useLoaded(readChoices, []);
  const load = useCallback(
    async (before: readonly LedgerEntry[]): Promise<void> => {
      const answer = chartNumber
        ? await read<LedgerEntry[]>(patientPath(chartNumber, "/ledger"), "list")
        : await read<LedgerEntry[]>("/ledger", "list", {
            limit: String(pageSize),
            before: before.length > 0 ? String(before[before.length - 1]?.seq) : undefined,
          });
      if (!answer.ok) return setProblem(answer.problem);
      const listed = answer.value;
      setProblem(null);
      setMore(chartNumber === null && listed.length === pageSize);
      setEntries([...before, ...listed]);
    },
    [chartNumber],
  );
  useEffect(() => void load([]), [load]);
  const filter = (event: Event): void => {
    event.preventDefault();
    go(wanted.trim() === "" ? "/ledger" : `/ledger?patient=${encodeURIComponent(wanted.trim())}`);
  };
  const sorted = entries === null ? null : [...entries].sort((a, b) => b.seq - a.seq);
  return (
    <>
      <h1>{t("ledger.title")}</h1>
      <p class="measure soft">{t("ledger.lead")}</p>
      <form class="inline" onSubmit={filter}>
        <Field label={t("ledger.filter")} value={wanted} set={setWanted} hint={t("patients.patient_form.chart")} />
        <button type="submit">{t("frame.search.label")}</button>
        {chartNumber && (
          <a class="button" href="/ledger" onClick={() => setWanted("")}>
            {t("ledger.whole")}
          </a>
        )}
      </form>
      {problem && <ProblemNote problem={problem} again={() => void load([])} />}
      {sorted === null ? (
        !problem && <Waiting />
      ) : sorted.length === 0 ? (
        <Empty title={t("ledger.none")} />
      ) : (
        <ol class="ledger">
          {sorted.map((entry) => (
            <Entry key={entry.seq} entry={entry} choices={choices.value ?? none} again={() => void load([])} />
          ))}
        </ol>
      )}
      {more && entries && (
        <p class="actions">
          <button type="button" onClick={() => void load(entries)}>
            {t("ledger.earlier")}
          </button>
        </p>
      )}
    </>
  );
}
