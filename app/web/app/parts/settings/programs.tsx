// Programs that ask by a token: what each may, until when.
import { useState } from "preact/hooks";
import { deleteResource, newKey, read, submit, type Problem } from "../../api.ts";
import { dayText, listText } from "../../format.ts";
import { useLoaded } from "../../loading.ts";
import { t, word } from "../../../texts/texts.ts";
import { inOrder, lastDayOf, tokenState, type Token } from "../../people_shapes.ts";
import { showToast } from "../../toast.ts";
import { useTurn } from "../../turn.ts";
import { CardCells, CardHead, type CardColumn } from "../card_table.tsx";
import { Dialog } from "../dialog.tsx";
import { Field } from "../field.tsx";
import { Empty, When } from "../page_frame.tsx";
import { ProblemNote } from "../problem.tsx";
import { Confirm } from "./confirm.tsx";
import { OnceShown } from "./once_shown.tsx";

function AddToken({ close, done }: { close: () => void; done: () => void }) {
  const { said } = useTurn();
  const [name, setName] = useState("");
  const [until, setUntil] = useState("");
  const [rights, setRights] = useState<string[]>(["read_records"]);
  const [isMissing, setMissing] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [token, setToken] = useState<string | null>(null);
  const send = async (event: Event): Promise<void> => {
    event.preventDefault();
    setMissing(rights.length === 0);
    if (rights.length === 0) return;
    const answer = await submit<{ token: string }>(
      "/tokens",
      { name, rights, ...(until === "" ? {} : { until }) },
      newKey(),
    );
    if (!answer.ok) return setProblem(answer.problem);
    setProblem(null);
    setToken(answer.value.token);
    done();
  };
  const toggle = (right: string): void =>
    setRights((now) => (now.includes(right) ? now.filter((one) => one !== right) : [...now, right]));
  return (
    <Dialog
      title={token === null ? t("people.programs.add_title") : t("people.programs.token", { name })}
      close={close}
    >
      {token !== null ? (
        <OnceShown label={t("people.programs.token", { name })} secret={token} close={close} />
      ) : (
        <form onSubmit={(event) => void send(event)}>
          <div class="fields">
            <Field
              label={t("people.programs.name")}
              required
              hint={t("people.programs.name_hint")}
              dir="auto"
              value={name}
              set={setName}
            />
            <Field
              label={t("people.programs.until")}
              type="date"
              hint={t("people.programs.until_hint")}
              value={until}
              set={setUntil}
            />
          </div>
          <fieldset class="picks">
            <legend>{t("people.programs.choose_rights")}</legend>
            {(said?.signed_in?.rights ?? []).map((right) => (
              <label key={right} class="tick">
                <input type="checkbox" checked={rights.includes(right)} onChange={() => toggle(right)} />
                {word("people.rights", right) ?? right}
              </label>
            ))}
            {isMissing && (
              <p class="bad" role="alert">
                {t("people.programs.choose_one")}
              </p>
            )}
          </fieldset>
          {problem && <ProblemNote problem={problem} />}
          <div class="actions">
            <button type="submit" class="main">
              {t("people.programs.make")}
            </button>
          </div>
        </form>
      )}
    </Dialog>
  );
}

export function Programs() {
  const tokens = useLoaded(() => read<Token[]>("/tokens", "list"), []);
  const [open, setOpen] = useState<"add" | Token | null>(null);
  const close = (): void => setOpen(null);
  const stateOf = (token: Token) => tokenState(token, Date.now());
  const columns: CardColumn<Token>[] = [
    {
      head: "people.programs.rights",
      cell: (token) => listText(token.rights.map((right) => word("people.rights", right) ?? right)),
    },
    {
      head: "people.programs.until",
      cell: (token) => (token.until === null ? t("people.programs.always") : dayText(lastDayOf(token.until))),
    },
    { head: "people.programs.state", cell: (token) => word("people.programs", stateOf(token)) },
  ];
  return (
    <section>
      <div class="section-head">
        <h2>{t("people.programs.title")}</h2>
        <button type="button" class="main" onClick={() => setOpen("add")}>
          {t("people.programs.add")}
        </button>
      </div>
      <p class="measure soft">{t("people.programs.lead")}</p>
      <When loaded={tokens}>
        {(list) =>
          list.length === 0 ? (
            <Empty title={t("people.programs.none")} />
          ) : (
            <table class="cards listing">
              <CardHead first={t("people.programs.name")} columns={columns} acts />
              <tbody>
                {inOrder(list, (one) => stateOf(one) !== "in_force").map((token) => (
                  <tr key={token.id} class={stateOf(token) === "in_force" ? undefined : "off"}>
                    <th scope="row">
                      <bdi>{token.name}</bdi>
                    </th>
                    <CardCells columns={columns} row={token} />
                    <td class="row-do">
                      {stateOf(token) === "in_force" && (
                        <button
                          type="button"
                          class="quiet"
                          aria-label={t("people.programs.revoke_of", { name: token.name })}
                          onClick={() => setOpen(token)}
                        >
                          {t("people.programs.revoke")}
                        </button>
                      )}
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          )
        }
      </When>
      {open === "add" && <AddToken close={close} done={tokens.again} />}
      {open !== null && open !== "add" && (
        <Confirm
          title={t("people.programs.revoke_title", { name: open.name })}
          confirm={t("people.programs.revoke")}
          run={() => deleteResource(`/tokens/${open.id}`)}
          done={() => {
            showToast(t("people.programs.done", { name: open.name }));
            tokens.again();
          }}
          close={close}
        >
          <p>{t("people.programs.revoke_text")}</p>
        </Confirm>
      )}
    </section>
  );
}
