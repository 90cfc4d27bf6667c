// How it feels today, written into the file and saved for the clinic, which takes it in by itself.
import { useState } from "preact/hooks";
import { ownEntryBody, type OwnTold } from "../app/own_entry.ts";
import { nothingTold, TellFields } from "../app/parts/own/tell.tsx";
import { saveFile } from "../app/save.ts";
import { t } from "../texts/texts.ts";
import type { FileContent } from "./content.ts";

const twoDigits = (value: number): string => String(value).padStart(2, "0");

// What this device's clock shows: "2026-01-06T20:15".
function wallClock(now: Date): string {
  const day = [now.getFullYear(), twoDigits(now.getMonth() + 1), twoDigits(now.getDate())].join("-");
  return `${day}T${twoDigits(now.getHours())}:${twoDigits(now.getMinutes())}`;
}

// As the clinic's program reads it (app/import/patient_file/check_in.h).
export function checkInText(content: FileContent, told: OwnTold, now: Date): string {
  const { chart, made_at: madeAt, reply } = content;
  const entry = { at: wallClock(now), ...ownEntryBody(told) };
  return JSON.stringify({
    format: "needlebook check-in",
    version: 1,
    chart,
    made_at: madeAt,
    reply,
    entries: [entry],
  });
}

export function CheckIn({ content }: { content: FileContent }) {
  const [told, setTold] = useState(nothingTold);
  const [state, setState] = useState<"typing" | "empty" | "days" | "saved">("typing");
  const save = (event: Event): void => {
    event.preventDefault();
    const body = ownEntryBody(told);
    if (Object.keys(body).length === 0) return setState("empty");
    const { days_out: days = 0 } = body;
    if (typeof days !== "number" || !Number.isInteger(days) || days < 0 || days > 60) return setState("days");
    const now = new Date();
    saveFile(`check-in-${wallClock(now).slice(0, 10)}.json`, "application/json", checkInText(content, told, now));
    setTold(nothingTold);
    setState("saved");
  };
  return (
    <section class="no-print">
      <h2>{t("own.tell.title")}</h2>
      <form class="stack" onSubmit={save}>
        <p class="soft">{t("file.check_in.text")}</p>
        <TellFields
          told={told}
          change={(next) => {
            setTold({ ...told, ...next });
            setState("typing");
          }}
        />
        <button type="submit" class="own-wide">
          {t("file.check_in.save")}
        </button>
        <p role="status">
          {state === "empty" && t("file.check_in.empty")}
          {state === "days" && t("file.check_in.days")}
          {state === "saved" && t("file.check_in.saved")}
        </p>
      </form>
    </section>
  );
}
