// What the correction of a visit changes: record by record, each value beside the one that stood there.
import type { ChangedRecord } from "../../visit_correction.ts";
import { capital } from "../../format.ts";
import { t, word } from "../../../texts/texts.ts";
import { ChangedFields } from "../changed_fields.tsx";
import { Icon } from "../icon.tsx";

export function Changes({ changes }: { changes: readonly ChangedRecord[] }) {
  if (changes.length === 0) return null;
  return (
    <section class="changes" aria-label={t("visit.correct.changes")}>
      {changes.map(({ noun, is, fields }, index) => {
        const name = capital(word("records.nouns", noun) ?? noun);
        return (
          <div key={index} class={`change change-${is}`}>
            <h3>
              <Icon name={is === "taken_out" ? "stop" : "ask"} />{" "}
              {is === "changed" ? name : t(`visit.correct.${is}`, { what: name })}
            </h3>
            {is === "changed" && <ChangedFields changed={fields} />}
          </div>
        );
      })}
    </section>
  );
}
