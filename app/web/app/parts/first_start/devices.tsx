// What the clinic needles with: the devices that are ticked become protocols, a box of cartridges stock.
import {
  devices,
  freshBox,
  freshDevice,
  placeNames,
  type Beginning,
  type Box,
  type Device,
  type DeviceDraft,
} from "../../first_start.ts";
import { titleOf } from "../../words.ts";
import { t } from "../../../texts/texts.ts";
import { Field } from "../field.tsx";

interface PartProps {
  value: Beginning;
  set: (next: (now: Beginning) => Beginning) => void;
}

interface DeviceFieldsProps {
  title: string;
  draft: DeviceDraft;
  set: (next: DeviceDraft) => void;
}

function DeviceFields({ title, draft, set }: DeviceFieldsProps) {
  return (
    <fieldset class="plain working stack">
      <legend class="hidden">{title}</legend>
      <h3>{title}</h3>
      <div class="fields">
        <Field
          label={t("first_start.protocol_name")}
          required
          value={draft.name}
          set={(name) => set({ ...draft, name })}
        />
        <Field
          label={t("first_start.needles")}
          type="number"
          value={draft.needles}
          set={(needles) => set({ ...draft, needles })}
        />
      </div>
      {placeNames.map((place) => {
        const area = draft.areas[place];
        const change = (name: "depth" | "passes", text: string): void =>
          set({ ...draft, areas: { ...draft.areas, [place]: { ...area, [name]: text } } });
        const where = t(`first_start.${place}`);
        return (
          <div key={place} class="fields fields-small">
            <Field
              label={`${where}: ${t("first_start.depth")}`}
              type="number"
              value={area.depth}
              set={(text) => change("depth", text)}
            />
            <Field
              label={`${where}: ${t("first_start.passes")}`}
              type="number"
              value={area.passes}
              set={(text) => change("passes", text)}
            />
          </div>
        );
      })}
    </fieldset>
  );
}

export function Devices({ value, set, missing }: PartProps & { missing: readonly Device[] }) {
  const toggle = (device: Device): void =>
    set((now) => {
      const { [device]: ticked, ...others } = now.devices;
      return { ...now, devices: ticked ? others : { ...others, [device]: freshDevice(titleOf(device)) } };
    });
  return (
    <>
      <div class="choices-row" role="group" aria-label={t("first_start.devices")}>
        {devices.map((device) => (
          <button
            key={device}
            type="button"
            class={device in value.devices ? "choice chosen" : "choice"}
            aria-pressed={device in value.devices}
            onClick={() => toggle(device)}
          >
            {titleOf(device)}
          </button>
        ))}
      </div>
      {devices.map((device) => {
        const draft = value.devices[device];
        return (
          draft && (
            <div key={device}>
              <DeviceFields
                title={titleOf(device)}
                draft={draft}
                set={(next) => set((now) => ({ ...now, devices: { ...now.devices, [device]: next } }))}
              />
              {missing.includes(device) && <p class="bad small">{t("first_start.nothing_set")}</p>}
            </div>
          )
        );
      })}
    </>
  );
}

export function BoxOfCartridges({ value, set }: PartProps) {
  const { box } = value;
  const put = (next: Box | null): void => set((now) => ({ ...now, box: next }));
  if (box === null)
    return (
      <button type="button" onClick={() => put(freshBox)}>
        {t("first_start.box_add")}
      </button>
    );
  return (
    <fieldset class="plain working stack">
      <legend class="hidden">{t("first_start.box")}</legend>
      <h3>{t("first_start.box")}</h3>
      <div class="fields">
        <Field
          label={t("first_start.product")}
          required
          value={box.product}
          set={(product) => put({ ...box, product })}
        />
        <Field label={t("first_start.lot")} required value={box.lot} set={(lot) => put({ ...box, lot })} />
        <Field
          label={t("first_start.expiry")}
          type="date"
          leaning="ahead"
          value={box.expiry}
          set={(expiry) => put({ ...box, expiry })}
        />
        <Field
          label={t("first_start.received")}
          required
          type="number"
          value={box.received}
          set={(received) => put({ ...box, received })}
        />
      </div>
      <button type="button" class="quiet" onClick={() => put(null)}>
        {t("first_start.box_remove")}
      </button>
    </fieldset>
  );
}
