// Area and darkness of marks by region, as MASI takes them.
import { title_of, words } from "../messages.ts";
import type { Typed } from "../record_body.ts";

const said = words.observe;
export const masi_regions = ["forehead", "right_cheek", "left_cheek", "chin"];
const masi_items: [string, number][] = [["area", 6], ["darkness", 4], ["homogeneity", 4]];

interface MasiTableProps {
  typed: Record<string, Typed>;
  last: unknown;
  set: (region: string, item: string, text: string) => void;
}

export function MasiTable({ typed, last, set }: MasiTableProps) {
  const rows = Array.isArray(last) ? (last as Record<string, unknown>[]) : [];
  return (
    <table class="masi">
      <caption>{said.masi}</caption>
      <thead><tr><td />{masi_items.map(([item, high]) => <th key={item} scope="col">{title_of(item)} <small>0–{high}</small></th>)}</tr></thead>
      <tbody>
        {masi_regions.map((region) => {
          const was = rows.find((row) => row.region === region);
          return (
            <tr key={region}>
              <th scope="row">{title_of(region)}</th>
              {masi_items.map(([item]) => (
                <td key={item}>
                  <input class="short" inputMode="numeric" aria-label={`${title_of(region)}: ${title_of(item)}`} value={typed[region]?.[item] ?? ""}
                    onInput={(event) => set(region, item, event.currentTarget.value)} />
                  {was && was[item] !== null && was[item] !== undefined && <small class="soft"> {said.was_short(String(was[item]))}</small>}
                </td>
              ))}
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
