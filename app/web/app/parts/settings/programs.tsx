// Programs that ask by a token: what each may, until when.
import { useState } from "preact/hooks";
import { deleteResource, newKey, read, submit, type Problem } from "../../api.ts";
import { dayText } from "../../format.ts";
import { useLoaded } from "../../loading.ts";
import { messages } from "../../messages.ts";
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

const texts = messages.programs;

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
    <Dialog title={token === null ? texts.addTitle : texts.token(name)} close={close}>
      {token !== null ? (
        <OnceShown label={texts.token(name)} secret={token} close={close} />
      ) : (
        <form onSubmit={(event) => void send(event)}>
          <div class="fields">
            <Field label={texts.name} required hint={texts.nameHint} dir="auto" value={name} set={setName} />
            <Field label={texts.until} type="date" hint={texts.untilHint} value={until} set={setUntil} />
          </div>
          <fieldset class="picks">
            <legend>{texts.chooseRights}</legend>
            {(said?.signed_in?.rights ?? []).map((right) => (
              <label key={right} class="tick">
                <input type="checkbox" checked={rights.includes(right)} onChange={() => toggle(right)} />
                {messages.rights[right] ?? right}
              </label>
            ))}
            {isMissing && (
              <p class="bad" role="alert">
                {texts.chooseOne}
              </p>
            )}
          </fieldset>
          {problem && <ProblemNote problem={problem} />}
          <div class="actions">
            <button type="submit" class="main">
              {texts.make}
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
      head: texts.rights,
      cell: (token) => token.rights.map((right) => messages.rights[right] ?? right).join(", "),
    },
    { head: texts.until, cell: (token) => (token.until === null ? texts.always : dayText(lastDayOf(token.until))) },
    { head: texts.state, cell: (token) => texts[stateOf(token)] },
  ];
  return (
    <section>
      <div class="section-head">
        <h2>{texts.title}</h2>
        <button type="button" class="main" onClick={() => setOpen("add")}>
          {texts.add}
        </button>
      </div>
      <p class="measure soft">{texts.lead}</p>
      <When loaded={tokens}>
        {(list) =>
          list.length === 0 ? (
            <Empty title={texts.none} />
          ) : (
            <table class="cards listing">
              <CardHead first={texts.name} columns={columns} acts />
              <tbody>
                {inOrder(list, (one) => stateOf(one) !== "inForce").map((token) => (
                  <tr key={token.id} class={stateOf(token) === "inForce" ? undefined : "off"}>
                    <th scope="row">
                      <bdi>{token.name}</bdi>
                    </th>
                    <CardCells columns={columns} row={token} />
                    <td class="row-do">
                      {stateOf(token) === "inForce" && (
                        <button
                          type="button"
                          class="quiet"
                          aria-label={texts.revokeOf(token.name)}
                          onClick={() => setOpen(token)}
                        >
                          {texts.revoke}
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
          title={texts.revokeTitle(open.name)}
          confirm={texts.revoke}
          run={() => deleteResource(`/tokens/${open.id}`)}
          done={() => {
            showToast(texts.done(open.name));
            tokens.again();
          }}
          close={close}
        >
          <p>{texts.revokeText}</p>
        </Confirm>
      )}
    </section>
  );
}
