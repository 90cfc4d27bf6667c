// Area and darkness of marks by region, as MASI takes them.
import { titleOf } from "../../words.ts";
import { t } from "../../../texts/texts.ts";
import { textOf, type Typed } from "../../record_body.ts";
import { masiRegions } from "../../regions.ts";
import { AreaWheel } from "../session/area_wheel.tsx";

const masiItems: [string, number][] = [
  ["area", 6],
  ["darkness", 4],
  ["homogeneity", 4],
];

interface MasiTableProps {
  typed: Record<string, Typed>;
  last: unknown;
  set: (region: string, item: string, text: string) => void;
}

export function MasiTable({ typed, last, set }: MasiTableProps) {
  const rows = Array.isArray(last) ? (last as Record<string, unknown>[]) : [];
  return (
    <table class="masi">
      <caption>{t("observe.masi")}</caption>
      <thead>
        <tr>
          <td />
          {masiItems.map(([item, high]) => (
            <th key={item} scope="col">
              {titleOf(item)} <small>0–{high}</small>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {masiRegions.map((region) => {
          const was = rows.find((row) => row.region === region);
          return (
            <tr key={region}>
              <th scope="row">{titleOf(region)}</th>
              {masiItems.map(([item]) => (
                <td key={item}>
                  <input
                    class="short"
                    inputMode="numeric"
                    aria-label={`${titleOf(region)}: ${titleOf(item)}`}
                    value={typed[region]?.[item] ?? ""}
                    onInput={(event) => set(region, item, event.currentTarget.value)}
                  />
                  {item === "area" && (
                    <AreaWheel
                      region={titleOf(region)}
                      area={typed[region]?.area ?? ""}
                      set={(text) => set(region, "area", text)}
                    />
                  )}
                  {was && was[item] !== null && was[item] !== undefined && (
                    <small class="soft"> {t("observe.was_short", { value: textOf(was[item]) })}</small>
                  )}
                </td>
              ))}
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
