// The fingerprint of the key that signs the ledger.
import { read } from "../../api.ts";
import { dayText } from "../../format.ts";
import { useLoaded } from "../../loading.ts";
import { t } from "../../../texts/texts.ts";
import type { ClinicKey } from "../../people_shapes.ts";
import { When } from "../page_frame.tsx";

export function ClinicKeyPart() {
  const keys = useLoaded(() => read<ClinicKey[]>("/clinic-keys", "list"), []);
  return (
    <When loaded={keys}>
      {(list) => {
        const key = list.find((one) => one.retired_at === null);
        return (
          key !== undefined && (
            <section>
              <h2>{t("people.clinic_key.title")}</h2>
              <p class="measure soft">{t("people.clinic_key.lead")}</p>
              <p>
                <code dir="ltr">{key.fingerprint.match(/.{8}/g)?.join(" ")}</code>{" "}
                <span class="soft">{t("people.clinic_key.since", { day: dayText(key.made_at.slice(0, 10)) })}</span>
              </p>
            </section>
          )
        );
      }}
    </When>
  );
}
