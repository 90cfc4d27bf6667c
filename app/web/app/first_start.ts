// What a new book begins with, as it is typed, and the body that begins it. Pure.
import { numberOrText } from "./record_body.ts";

// Where a book would be begun.
export interface PlaceOfBook {
  file: string;
  folder: string;
  others: string[]; // books beside it
  zone: string; // of the machine
  key: string; // of writes
}

export const devices = ["pen", "roller", "stamp", "rf_insulated", "rf_noninsulated"] as const;
export type Device = (typeof devices)[number];

// Where most sessions are; the two cheeks are set as one.
export const places = { cheeks: ["left_cheek", "right_cheek"], forehead: ["forehead"] } as const;
export type Place = keyof typeof places;
export const placeNames = Object.keys(places) as Place[];

export interface DeviceDraft {
  name: string;
  needles: string;
  areas: Record<Place, { depth: string; passes: string }>;
}

export interface Box {
  product: string;
  lot: string;
  expiry: string;
  received: string;
}

export interface Beginning {
  name: string;
  zone: string;
  telephone: string;
  signIn: boolean; // several people
  devices: Partial<Record<Device, DeviceDraft>>;
  box: Box | null;
}

export const freshDevice = (name: string): DeviceDraft => ({
  name,
  needles: "",
  areas: { cheeks: { depth: "", passes: "" }, forehead: { depth: "", passes: "" } },
});
export const freshBox: Box = { product: "", lot: "", expiry: "", received: "" };

// The browser's zone where the program may be on another machine's clock; else that of the machine.
export function zoneOf(place: PlaceOfBook, browser: string | undefined): string {
  return browser === undefined || browser === "" || browser === "UTC" ? place.zone : browser;
}

const isSet = ({ depth, passes }: { depth: string; passes: string }): boolean =>
  depth.trim() !== "" || passes.trim() !== "";

// Ticked, and nothing said of it: what it would be recorded as is not known.
export const unset = (beginning: Beginning): Device[] =>
  devices.filter((device) => {
    const draft = beginning.devices[device];
    return draft !== undefined && !placeNames.some((place) => isSet(draft.areas[place]));
  });

const given = (name: string, text: string): Record<string, unknown> =>
  text.trim() === "" ? {} : { [name]: numberOrText(text) };

function protocolOf(device: Device, draft: DeviceDraft): Record<string, unknown> {
  const areas = placeNames.flatMap((place) => {
    const { depth, passes } = draft.areas[place];
    if (!isSet({ depth, passes })) return [];
    return places[place].map((region) => ({ region, ...given("depth_mm", depth), ...given("passes", passes) }));
  });
  return { name: draft.name.trim(), device, ...given("needles", draft.needles), areas };
}

export function bodyOfBeginning(beginning: Beginning, today: string): Record<string, unknown> {
  const { name, zone, telephone, box } = beginning;
  return {
    clinic: { name: name.trim(), time_zone: zone, ...(telephone.trim() === "" ? {} : { telephone: telephone.trim() }) },
    protocols: devices.flatMap((device) => {
      const draft = beginning.devices[device];
      return draft === undefined ? [] : [protocolOf(device, draft)];
    }),
    stock:
      box === null
        ? []
        : [
            {
              kind: "cartridge",
              product: box.product.trim(),
              lot: box.lot.trim(),
              ...(box.expiry === "" ? {} : { expiry: box.expiry }),
              ...given("received", box.received),
              received_on: today,
            },
          ],
  };
}
