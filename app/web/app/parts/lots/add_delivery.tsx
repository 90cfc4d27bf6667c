// What came in of one lot: its code is scanned or its lot typed, and the rest is as the kind is described.
import { useState } from "preact/hooks";
import { newKey, readNow, submit, type Problem } from "../../api.ts";
import { useDraft } from "../../drafts.ts";
import { kindOf, readKinds } from "../../kinds.ts";
import { useLoaded } from "../../loading.ts";
import { bodyOf, emptyForm, type FormValue } from "../../record_form.ts";
import type { Kind } from "../../shapes.ts";
import { scanned } from "../../lots/stock_scan.ts";
import { showToast } from "../../toast.ts";
import { t } from "../../../texts/texts.ts";
import { Dialog } from "../dialog.tsx";
import { draftLine } from "../draft_note.tsx";
import { Faults, faultsOf } from "../faults.tsx";
import { When } from "../page_frame.tsx";
import { ProblemNote } from "../problem.tsx";
import { RecordFields } from "../record_fields.tsx";

interface DeliveryProps {
  close: (done: boolean) => void;
}

function Form({ kind, today, close }: DeliveryProps & { kind: Kind; today: string }) {
  const draft = useDraft<FormValue>("stock", { ...emptyForm, fields: { kind: "cartridge", received_on: today } });
  const [key, setKey] = useState(newKey);
  const [problem, setProblem] = useState<Problem | null>(null);
  // A scanner types its code and ends with Enter: the form is not sent by it.
  const readCode = (): boolean => {
    const code = scanned(draft.value.fields.lot ?? "");
    if (code === null) return false;
    const { lot, expiry } = code;
    draft.set((now) => ({ ...now, fields: { ...now.fields, lot, ...(expiry === "" ? {} : { expiry }) } }));
    return true;
  };
  const send = async (confirm: string[] = []): Promise<void> => {
    if (readCode()) return;
    const body = { ...bodyOf(kind, draft.value), ...(confirm.length > 0 ? { confirm } : {}) };
    const answer = await submit("/stock", body, key);
    if (!answer.ok) {
      if (answer.problem.status !== 0) setKey(newKey());
      return setProblem(answer.problem);
    }
    draft.discard();
    showToast(t("lots.added"));
    close(true);
  };
  return (
    <form
      onChange={readCode}
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <p class="soft">{t("visit.lot.scan")}</p>
      <Faults.Provider value={faultsOf(problem)}>
        <RecordFields kind={kind} fields={kind.fields} draft={draft} />
      </Faults.Provider>
      {problem && (
        <ProblemNote problem={problem} confirm={() => void send(problem.questions.map((each) => each.confirm))} />
      )}
      <p class="draft-line" role="status">
        {draftLine(draft)}
      </p>
      <div class="actions">
        <button type="submit" class="main">
          {t("lots.add_save")}
        </button>
      </div>
    </form>
  );
}

export function AddDelivery({ close }: DeliveryProps) {
  const known = useLoaded(async () => {
    const [kinds, now] = await Promise.all([readKinds(), readNow()]);
    if (!kinds.ok) return kinds;
    if (!now.ok) return now;
    const kind = kindOf(kinds.value, "stock");
    return { ok: true as const, value: kind && { kind, today: now.value.as_of } };
  }, []);
  return (
    <Dialog title={t("lots.add")} close={() => close(false)}>
      <When loaded={known}>{(value) => value && <Form {...value} close={close} />}</When>
    </Dialog>
  );
}
