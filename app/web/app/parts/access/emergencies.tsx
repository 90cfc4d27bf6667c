// Under Today, for owners: who read although it could not be logged, and why. Nothing where nobody did.
import { read } from "../../api.ts";
import { momentText } from "../../format.ts";
import { useLoaded } from "../../loading.ts";
import { t } from "../../../texts/texts.ts";
import type { EmergencyReading } from "../../people_shapes.ts";

export function Emergencies() {
  const readings = useLoaded(() => read<EmergencyReading[]>("/emergencies", "list"), []);
  if (!readings.value || readings.value.length === 0) return null;
  return (
    <section class="note note-warn">
      <h2>{t("access.emergency.today")}</h2>
      <ul>
        {readings.value.map((one) => (
          <li key={one.entry}>
            <bdi>{one.person}</bdi>, <time dateTime={one.at}>{momentText(one.at)}</time> UTC: <bdi>{one.reason}</bdi>
          </li>
        ))}
      </ul>
    </section>
  );
}
