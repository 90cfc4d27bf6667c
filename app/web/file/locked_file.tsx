// A file that opens with a passphrase, before it is typed: nothing of the patient is there to be seen.
import { useState } from "preact/hooks";
import { PasswordField } from "../app/parts/people/password_field.tsx";
import { t } from "../texts/texts.ts";
import { openFile, type FileData, type Opened } from "./opened.ts";

export function LockedFile({ data, opened }: { data: FileData; opened: (file: Opened) => void }) {
  const [passphrase, setPassphrase] = useState("");
  const [state, setState] = useState<"typing" | "busy" | "locked" | "damaged">("typing");
  const open = async (event: Event): Promise<void> => {
    event.preventDefault();
    if (state === "busy") return;
    setState("busy");
    const file = await openFile(data, passphrase);
    if (typeof file === "string") return setState(file);
    opened(file);
  };
  return (
    <>
      <h1>{t("file.door.title")}</h1>
      <p>{t("file.door.text")}</p>
      <form class="stack own-door" onSubmit={(event) => void open(event)}>
        <PasswordField
          label={t("file.door.passphrase")}
          value={passphrase}
          set={setPassphrase}
          autocomplete="current-password"
        />
        <button type="submit" class="main own-wide" disabled={state === "busy"}>
          {t("file.door.open")}
        </button>
        <p role="status">
          {state === "busy" && t("file.door.opening")}
          {state === "locked" && t("file.door.wrong")}
          {state === "damaged" && t("file.damaged")}
        </p>
      </form>
    </>
  );
}
