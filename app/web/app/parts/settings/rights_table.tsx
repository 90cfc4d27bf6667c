// Which role may what, in words.
import { read } from "../../api.ts";
import { capital, listText } from "../../format.ts";
import { useLoaded } from "../../loading.ts";
import { t, word } from "../../../texts/texts.ts";
import { roleNames, type RightRow } from "../../people_shapes.ts";
import { When } from "../page_frame.tsx";

const Sign = ({ has }: { has: boolean }) => (
  <>
    <svg class={has ? "has" : "has-not"} width="20" height="20" viewBox="0 0 20 20" aria-hidden="true">
      <path d={has ? "M4 10.5l4 4 8-9" : "M5 10h10"} />
    </svg>
    <span class="hidden">{has ? t("people.rights_table.yes") : t("people.rights_table.no")}</span>
  </>
);

export function RightsTable() {
  const rights = useLoaded(() => read<RightRow[]>("/rights", "list"), []);
  return (
    <section>
      <h2>{t("people.rights_table.title")}</h2>
      <When loaded={rights}>
        {(rows) => (
          <table class="rights">
            <thead>
              <tr>
                <th scope="col">{t("people.rights_table.right")}</th>
                {roleNames.map((role) => (
                  <th key={role} scope="col">
                    {word("people.roles", role)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <tr key={row.right}>
                  <th scope="row">
                    {word("people.rights", row.right) ?? row.right}
                    <small class="soft">{capital(word("people.right_texts", row.right) ?? row.lets)}</small>
                    <small class="rights-who">
                      {listText(row.roles.map((role) => word("people.roles", role) ?? role))}
                    </small>
                  </th>
                  {roleNames.map((role) => (
                    <td key={role}>
                      <Sign has={row.roles.includes(role)} />
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </When>
    </section>
  );
}
