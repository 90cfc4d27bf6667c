// Where one's own account is signed in, to be signed out from here.
import { useState } from "preact/hooks";
import { deleteResource, read } from "../../api.ts";
import { localMomentText } from "../../format.ts";
import { useLoaded } from "../../loading.ts";
import type { Device } from "../../people_shapes.ts";
import { showToast } from "../../toast.ts";
import { t } from "../../../texts/texts.ts";
import { CardCells, CardHead, type CardColumn } from "../card_table.tsx";
import { Dialog } from "../dialog.tsx";
import { When } from "../page_frame.tsx";
import { Prove } from "./prove.tsx";

const path = "/me/devices";
const columns: CardColumn<Device>[] = [
  {
    head: "people.devices.seen",
    cell: (device) =>
      device.seen_at !== null && (
        <time class="figures" dateTime={device.seen_at}>
          {localMomentText(device.seen_at)}
        </time>
      ),
  },
];

export function OwnDevices({ name }: { name: string }) {
  const devices = useLoaded(() => read<Device[]>(path, "list"), []);
  const [ending, setEnding] = useState<Device | "all" | null>(null);
  const close = (): void => setEnding(null);
  const done = (said: string): void => {
    close();
    showToast(said);
    devices.again();
  };
  return (
    <section>
      <div class="section-head">
        <h2>{t("people.own_devices.title")}</h2>
        {(devices.value?.length ?? 0) > 1 && (
          <button type="button" onClick={() => setEnding("all")}>
            {t("people.devices.all")}
          </button>
        )}
      </div>
      <p class="measure soft">{t("people.own_devices.lead")}</p>
      <When loaded={devices}>
        {(list) => (
          <table class="cards listing">
            <CardHead first={t("people.devices.name")} columns={columns} acts />
            <tbody>
              {list.map((device) => (
                <tr key={device.id}>
                  <th scope="row">
                    <bdi>{device.label}</bdi> {device.this && <span class="chip">{t("people.devices.this")}</span>}
                  </th>
                  <CardCells columns={columns} row={device} />
                  <td class="row-do">
                    {!device.this && (
                      <button
                        type="button"
                        class="quiet"
                        aria-label={t("people.devices.sign_out_of", { label: device.label })}
                        onClick={() => setEnding(device)}
                      >
                        {t("people.devices.sign_out")}
                      </button>
                    )}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </When>
      {ending !== null && (
        <Dialog
          title={
            ending === "all"
              ? t("people.devices.all_title")
              : t("people.devices.sign_out_title", { label: ending.label })
          }
          close={close}
        >
          <Prove<unknown>
            name={name}
            label={ending === "all" ? t("people.devices.all") : t("people.devices.sign_out")}
            send={(proof) => deleteResource(path, ending === "all" ? proof : { ...proof, device: ending.id })}
            done={() =>
              done(ending === "all" ? t("people.devices.all_done") : t("people.devices.done", { label: ending.label }))
            }
          />
        </Dialog>
      )}
    </section>
  );
}
