// The accounts of the clinic: who may sign in, and as what.
import { useState } from "preact/hooks";
import { change, newKey, read, submit, type Problem } from "../../api.ts";
import { useLoaded } from "../../loading.ts";
import { t, word } from "../../../texts/texts.ts";
import { inOrder, type Account } from "../../people_shapes.ts";
import { shownName } from "../../sign_in_state.ts";
import { showToast } from "../../toast.ts";
import { refreshTurn, useTurn } from "../../turn.ts";
import { CardCells, CardHead, type CardColumn } from "../card_table.tsx";
import { Dialog } from "../dialog.tsx";
import { Field } from "../field.tsx";
import { When } from "../page_frame.tsx";
import { PasswordField } from "../people/password_field.tsx";
import { ProblemNote } from "../problem.tsx";
import { Confirm } from "./confirm.tsx";
import { OnceShown } from "./once_shown.tsx";
import { RoleChoice } from "./role_choice.tsx";

interface DialogProps {
  close: () => void;
  done: (said: string) => void;
}

function AddPerson({ close, done }: DialogProps) {
  const [name, setName] = useState("");
  const [displayName, setDisplayName] = useState("");
  const [role, setRole] = useState("");
  const [password, setPassword] = useState("");
  const [problem, setProblem] = useState<Problem | null>(null);
  const send = async (event: Event): Promise<void> => {
    event.preventDefault();
    const shown = displayName.trim();
    const body = { name, ...(shown === "" ? {} : { display_name: shown }), role, password };
    const answer = await submit("/accounts", body, newKey());
    if (!answer.ok) return setProblem(answer.problem);
    done(t("people.added", { name: shown === "" ? name : shown }));
  };
  return (
    <Dialog title={t("people.add_title")} close={close}>
      <form onSubmit={(event) => void send(event)}>
        <div class="fields">
          <Field label={t("people.name")} required hint={t("people.name_hint")} dir="auto" value={name} set={setName} />
          <Field
            label={t("people.display_name")}
            hint={t("people.display_name_hint")}
            dir="auto"
            value={displayName}
            set={setDisplayName}
          />
        </div>
        <RoleChoice value={role} set={setRole} />
        <PasswordField
          label={t("people.first_password")}
          autocomplete="new-password"
          hint={t("people.first_password_hint")}
          value={password}
          set={setPassword}
        />
        {problem && <ProblemNote problem={problem} />}
        <div class="actions">
          <button type="submit" class="main">
            {t("people.add")}
          </button>
        </div>
      </form>
    </Dialog>
  );
}

function ChangePerson({ account, close, done }: DialogProps & { account: Account }) {
  const [displayName, setDisplayName] = useState(account.display_name ?? "");
  const [role, setRole] = useState(account.role);
  const [problem, setProblem] = useState<Problem | null>(null);
  const send = async (event: Event): Promise<void> => {
    event.preventDefault();
    const shown = displayName.trim();
    const body = {
      ...(shown === (account.display_name ?? "") ? {} : { display_name: shown === "" ? null : shown }),
      ...(role === account.role ? {} : { role }),
    };
    if (Object.keys(body).length === 0) return close();
    const answer = await change(`/accounts/${account.id}`, body, null);
    if (!answer.ok) return setProblem(answer.problem);
    done(t("people.changed", { name: shown === "" ? account.name : shown }));
  };
  return (
    <Dialog title={t("people.change_title", { name: shownName(account) })} close={close}>
      <form onSubmit={(event) => void send(event)}>
        <Field
          label={t("people.display_name")}
          hint={t("people.display_name_hint")}
          dir="auto"
          value={displayName}
          set={setDisplayName}
        />
        <RoleChoice value={role} set={setRole} />
        {problem && <ProblemNote problem={problem} />}
        <div class="actions">
          <button type="submit" class="main">
            {t("people.save")}
          </button>
        </div>
      </form>
    </Dialog>
  );
}

function ResetCode({ account, close }: { account: Account; close: () => void }) {
  const [code, setCode] = useState<string | null>(null);
  const [isLost, setLost] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const name = shownName(account);
  const make = async (): Promise<void> => {
    const answer = await submit<{ code: string }>(
      `/accounts/${account.id}/reset`,
      isLost ? { remove_second_factor: true } : {},
      newKey(),
    );
    if (answer.ok) setCode(answer.value.code);
    setProblem(answer.ok ? null : answer.problem);
  };
  return (
    <Dialog title={t("people.reset_title", { name })} close={close}>
      <p>{t("people.reset_text")}</p>
      {problem && <ProblemNote problem={problem} />}
      {code === null ? (
        <>
          <label class="tick">
            <input type="checkbox" checked={isLost} onChange={() => setLost(!isLost)} /> {t("people.reset_factor")}
          </label>
          <div class="actions">
            <button type="button" class="main" onClick={() => void make()}>
              {t("people.reset_make")}
            </button>
          </div>
        </>
      ) : (
        <OnceShown label={t("people.reset_code", { name })} secret={code} close={close} />
      )}
    </Dialog>
  );
}

type Open = { what: "add" } | { what: "change" | "disable" | "reset"; account: Account };

export function People() {
  const { said } = useTurn();
  const accounts = useLoaded(() => read<Account[]>("/accounts", "list"), []);
  const [open, setOpen] = useState<Open | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const close = (): void => setOpen(null);
  const done = (said: string): void => {
    close();
    accounts.again();
    void refreshTurn();
    showToast(said);
  };
  const enable = async (account: Account): Promise<void> => {
    const answer = await change(`/accounts/${account.id}`, { active: true }, null);
    setProblem(answer.ok ? null : answer.problem);
    if (answer.ok) done(t("people.changed", { name: shownName(account) }));
  };
  const button = (label: string, account: Account, run: () => void) => (
    <button type="button" class="quiet" aria-label={`${label}: ${shownName(account)}`} onClick={run}>
      {label}
    </button>
  );
  const columns: CardColumn<Account>[] = [
    { head: "people.role", cell: (account) => word("people.roles", account.role) ?? account.role },
    {
      head: "people.state",
      cell: (account) => (account.active ? t("people.active") : <strong class="warn">{t("people.disabled")}</strong>),
    },
  ];
  return (
    <section>
      <div class="section-head">
        <h2>{t("people.title")}</h2>
        <button type="button" class="main" onClick={() => setOpen({ what: "add" })}>
          {t("people.add")}
        </button>
      </div>
      <p class="measure soft">{t("people.lead")}</p>
      {problem && <ProblemNote problem={problem} />}
      <When loaded={accounts}>
        {(list) => (
          <table class="cards listing">
            <CardHead first={t("people.name")} columns={columns} acts />
            <tbody>
              {inOrder(list, (one) => !one.active).map((account) => (
                <tr key={account.id} class={account.active ? undefined : "off"}>
                  <th scope="row">
                    <bdi>{shownName(account)}</bdi>{" "}
                    {account.display_name && <bdi class="soft small">{account.name}</bdi>}{" "}
                    {account.name === said?.signed_in?.name && <span class="chip">{t("people.you")}</span>}
                  </th>
                  <CardCells columns={columns} row={account} />
                  <td class="row-do">
                    {button(t("people.change"), account, () => setOpen({ what: "change", account }))}
                    {account.active && button(t("people.reset"), account, () => setOpen({ what: "reset", account }))}
                    {account.active
                      ? button(t("people.disable"), account, () => setOpen({ what: "disable", account }))
                      : button(t("people.enable"), account, () => void enable(account))}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </When>
      {open?.what === "add" && <AddPerson close={close} done={done} />}
      {open?.what === "change" && <ChangePerson account={open.account} close={close} done={done} />}
      {open?.what === "reset" && <ResetCode account={open.account} close={close} />}
      {open?.what === "disable" && (
        <Confirm
          title={t("people.disable_title", { name: shownName(open.account) })}
          confirm={t("people.disable")}
          run={() => change(`/accounts/${open.account.id}`, { active: false }, null)}
          done={() => done(t("people.changed", { name: shownName(open.account) }))}
          close={close}
        >
          <p>{t("people.disable_text")}</p>
        </Confirm>
      )}
    </section>
  );
}
