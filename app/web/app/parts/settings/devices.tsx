// The browsers in which people signed in: named, and signed out from here.
import { useState } from "preact/hooks";
import { change, deleteResource, read, type Problem } from "../../api.ts";
import { useLoaded } from "../../loading.ts";
import { t } from "../../../texts/texts.ts";
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
import { localMomentText } from "../../format.ts";

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
    <Dialog title={t("people.devices.rename_title")} close={close}>
      <form onSubmit={(event) => void send(event)}>
        <Field label={t("people.devices.name")} required dir="auto" value={label} set={setLabel} />
        {problem && <ProblemNote problem={problem} />}
        <div class="actions">
          <button type="submit" class="main">
            {t("frame.save")}
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
      head: "people.devices.who",
      cell: (device) =>
        device.signed_in === null ? t("people.devices.nobody") : <bdi>{nameOf(device.signed_in)}</bdi>,
    },
    {
      head: "people.devices.seen",
      cell: (device) =>
        device.seen_at === null ? (
          t("people.devices.never")
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
        <h2>{t("people.devices.title")}</h2>
        {devices.value && devices.value.filter((one) => !one.revoked).length > 1 && (
          <button type="button" onClick={() => setOpen({ what: "all" })}>
            {t("people.devices.all")}
          </button>
        )}
      </div>
      <p class="measure soft">{t("people.devices.lead")}</p>
      <When loaded={devices}>
        {(list) => {
          const shown = list.filter((device) => !device.revoked);
          if (shown.length === 0) return <Empty title={t("people.devices.none")} />;
          return (
            <table class="cards listing">
              <CardHead first={t("people.devices.name")} columns={columns} acts />
              <tbody>
                {shown.map((device) => (
                  <tr key={device.id}>
                    <th scope="row">
                      <bdi>{device.label}</bdi> {device.this && <span class="chip">{t("people.devices.this")}</span>}
                    </th>
                    <CardCells columns={columns} row={device} />
                    <td class="row-do">
                      <button
                        type="button"
                        class="quiet"
                        aria-label={`${t("people.devices.rename")}: ${device.label}`}
                        onClick={() => setOpen({ what: "rename", device })}
                      >
                        {t("people.devices.rename")}
                      </button>
                      <button
                        type="button"
                        class="quiet"
                        aria-label={t("people.devices.sign_out_of", { label: device.label })}
                        onClick={() => setOpen({ what: "sign_out", device })}
                      >
                        {t("people.devices.sign_out")}
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
          title={t("people.devices.sign_out_title", { label: open.device.label })}
          confirm={t("people.devices.sign_out")}
          run={() => deleteResource(`/devices/${open.device.id}`)}
          done={() => done(t("people.devices.done", { label: open.device.label }))}
          close={close}
        >
          <p>{t("people.devices.sign_out_text")}</p>
        </Confirm>
      )}
      {open?.what === "all" && (
        <Confirm
          title={t("people.devices.all_title")}
          confirm={t("people.devices.all")}
          run={() => deleteResource("/devices")}
          done={() => done(t("people.devices.all_done"))}
          close={close}
        >
          <p>{t("people.devices.sign_out_text")}</p>
        </Confirm>
      )}
    </section>
  );
}
