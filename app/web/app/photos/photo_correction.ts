// What of a photograph can be corrected: what somebody said of it.
import type { PhotoSeen } from "../shapes.ts";
import { views } from "./photo_grid.ts";

type Photo = PhotoSeen["photo"];

const said = ["view", "region", "side", "taken_at", "device", "light", "make_up"] as const;
export type TypedOfPhoto = Record<(typeof said)[number], string>;

export const typedOfPhoto = (photo: Photo): TypedOfPhoto =>
  Object.fromEntries(said.map((name) => [name, photo[name] === null ? "" : String(photo[name])])) as TypedOfPhoto;

// Only what differs; what was emptied is null.
export function correctionOfPhoto(photo: Photo, typed: TypedOfPhoto): Record<string, unknown> {
  const before = typedOfPhoto(photo);
  const differing = said.filter((name) => typed[name].trim() !== before[name]);
  return Object.fromEntries(
    differing.map((name) => {
      const text = typed[name].trim();
      return [name, text === "" ? null : name === "make_up" ? text === "true" : text];
    }),
  );
}

// A document stays one, and a photograph of the patient too.
export const viewsBeside = (view: string): readonly string[] =>
  view === "document" ? ["document"] : views.filter((each) => each !== "document");
