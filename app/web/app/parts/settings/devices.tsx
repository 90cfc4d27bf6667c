// The browsers in which people signed in: named, and signed out from here.
import { useState } from "preact/hooks";
import { change, deleteResource, read, type Problem } from "../../api.ts";
import { useLoaded } from "../../loading.ts";
import { messages } from "../../messages.ts";
import type { Account, Device } from "../../people_shapes.ts";
import { shownName } from "../../sign_in_state.ts";
import { showToast } from "../../toast.ts";
import { refreshTurn } from "../../turn.ts";
import { CardCells, CardHead, type CardColumn } from "../card_table.tsx";
import { Dialog } from "../dialog.tsx";
import { Field } from "../field.tsx";
import { Empty, When } from "../page_frame.tsx";
import { ProblemNote } from "../problem.tsx";
import { Confirm } from "./confirm.tsx";
import { localMomentText } from "./local_moment.ts";

const texts = messages.devices;

function Rename({ device, close, done }: { device: Device; close: () => void; done: () => void }) {
  const [label, setLabel] = useState(device.label);
  const [problem, setProblem] = useState<Problem | null>(null);
  const send = async (event: Event): Promise<void> => {
    event.preventDefault();
    const answer = await change(`/devices/${device.id}`, { label }, null);
    if (!answer.ok) return setProblem(answer.problem);
    close();
    done();
  };
  return (
    <Dialog title={texts.renameTitle} close={close}>
      <form onSubmit={(event) => void send(event)}>
        <Field label={texts.name} required dir="auto" value={label} set={setLabel} />
        {problem && <ProblemNote problem={problem} />}
        <div class="actions">
          <button type="submit" class="main">
            {messages.save}
          </button>
        </div>
      </form>
    </Dialog>
  );
}

type Open = { what: "all" } | { what: "rename" | "sign_out"; device: Device };

export function Devices() {
  const devices = useLoaded(() => read<Device[]>("/devices", "list"), []);
  const accounts = useLoaded(() => read<Account[]>("/accounts", "list"), []);
  const nameOf = (id: number): string => {
    const account = accounts.value?.find((one) => one.id === id);
    return account === undefined ? "" : shownName(account);
  };
  const [open, setOpen] = useState<Open | null>(null);
  const close = (): void => setOpen(null);
  const done = (said: string): void => {
    showToast(said);
    devices.again();
    void refreshTurn();
  };
  const columns: CardColumn<Device>[] = [
    {
      head: texts.who,
      cell: (device) => (device.signed_in === null ? texts.nobody : <bdi>{nameOf(device.signed_in)}</bdi>),
    },
    {
      head: texts.seen,
      cell: (device) =>
        device.seen_at === null ? (
          texts.never
        ) : (
          <time class="figures" dateTime={device.seen_at}>
            {localMomentText(device.seen_at)}
          </time>
        ),
    },
  ];
  return (
    <section>
      <div class="section-head">
        <h2>{texts.title}</h2>
        {devices.value && devices.value.filter((one) => !one.revoked).length > 1 && (
          <button type="button" onClick={() => setOpen({ what: "all" })}>
            {texts.all}
          </button>
        )}
      </div>
      <p class="measure soft">{texts.lead}</p>
      <When loaded={devices}>
        {(list) => {
          const shown = list.filter((device) => !device.revoked);
          if (shown.length === 0) return <Empty title={texts.none} />;
          return (
            <table class="cards listing">
              <CardHead first={texts.name} columns={columns} acts />
              <tbody>
                {shown.map((device) => (
                  <tr key={device.id}>
                    <th scope="row">
                      <bdi>{device.label}</bdi> {device.this && <span class="chip">{texts.this}</span>}
                    </th>
                    <CardCells columns={columns} row={device} />
                    <td class="row-do">
                      <button
                        type="button"
                        class="quiet"
                        aria-label={`${texts.rename}: ${device.label}`}
                        onClick={() => setOpen({ what: "rename", device })}
                      >
                        {texts.rename}
                      </button>
                      <button
                        type="button"
                        class="quiet"
                        aria-label={texts.signOutOf(device.label)}
                        onClick={() => setOpen({ what: "sign_out", device })}
                      >
                        {texts.signOut}
                      </button>
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          );
        }}
      </When>
      {open?.what === "rename" && <Rename device={open.device} close={close} done={devices.again} />}
      {open?.what === "sign_out" && (
        <Confirm
          title={texts.signOutTitle(open.device.label)}
          confirm={texts.signOut}
          run={() => deleteResource(`/devices/${open.device.id}`)}
          done={() => done(texts.done(open.device.label))}
          close={close}
        >
          <p>{texts.signOutText}</p>
        </Confirm>
      )}
      {open?.what === "all" && (
        <Confirm
          title={texts.allTitle}
          confirm={texts.all}
          run={() => deleteResource("/devices")}
          done={() => done(texts.allDone)}
          close={close}
        >
          <p>{texts.signOutText}</p>
        </Confirm>
      )}
    </section>
  );
}
