// The regions as a list: tick, depth and passes; the same choice as the face map's.
import { titleOf } from "../../words.ts";
import { t } from "../../../texts/texts.ts";
import { regions } from "../../regions.ts";
import type { SessionDraft } from "../../session_draft.ts";
import type { Area } from "../../shapes.ts";

const labelOf = (name: "depth" | "passes"): string =>
  name === "depth" ? t("session.depth") + t("frame.list") + t("frame.unit_mm") : t("session.passes");

interface AreaListProps {
  areas: SessionDraft["areas"];
  last: readonly Area[];
  toggle: (region: string) => void;
  set: (region: string, name: "depth" | "passes", text: string) => void;
  errors: (region: string) => string | undefined;
}

export function AreaList({ areas, last, toggle, set, errors }: AreaListProps) {
  return (
    <table class="areas">
      <thead>
        <tr>
          <th scope="col">{t("session.region")}</th>
          <th scope="col">{labelOf("depth")}</th>
          <th scope="col">{labelOf("passes")}</th>
          <th scope="col" class="areas-last">
            {t("session.last")}
          </th>
        </tr>
      </thead>
      <tbody>
        {regions.map((region) => {
          const area = areas[region];
          const was = last.find((one) => one.region === region);
          const error = errors(region);
          return (
            <tr key={region} class={area ? "area-chosen" : undefined}>
              <td>
                <label class="tick">
                  <input type="checkbox" checked={!!area} onChange={() => toggle(region)} /> {titleOf(region)}
                </label>
                {error && <small class="bad"> {error}</small>}
              </td>
              {(["depth", "passes"] as const).map((name) => (
                <td key={name}>
                  {area && (
                    <input
                      class="short"
                      inputMode="decimal"
                      aria-label={`${titleOf(region)}: ${labelOf(name)}`}
                      aria-invalid={error ? true : undefined}
                      value={area[name]}
                      onInput={(event) => set(region, name, event.currentTarget.value)}
                    />
                  )}
                </td>
              ))}
              <td class="areas-last figures">
                {was && (
                  <small>
                    <bdi>{t("frame.dose", { depth: was.depth_mm, passes: was.passes })}</bdi>
                  </small>
                )}
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
