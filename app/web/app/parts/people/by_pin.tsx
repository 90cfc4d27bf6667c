// One person and their six digits.
import type { Answer, Problem } from "../../api.ts";
import { t } from "../../../texts/texts.ts";
import { shownName, type SignedIn } from "../../sign_in_state.ts";
import { PinPad } from "./pin_pad.tsx";
import { Disc } from "./face.tsx";
import { TryNote, useRefusal } from "./try_note.tsx";

interface ByPinProps {
  person: Pick<SignedIn, "name" | "display_name">;
  send: (pin: string) => Promise<Answer<unknown>>;
  done?: () => void;
}

const isWanted = (problem: Problem | null): boolean => problem?.code === "password_wanted";

export function ByPin({ person, send, done }: ByPinProps) {
  const [refusal, setRefused] = useRefusal();
  const proved = async (pin: string): Promise<void> => {
    const answer = await send(pin);
    setRefused(answer.ok ? null : answer.problem);
    if (answer.ok) done?.();
  };
  const left = refusal.problem?.triesLeft ?? null;
  return (
    <div class="by-pin">
      <p class="by-pin-who">
        <Disc person={person} /> <bdi>{shownName(person)}</bdi>
      </p>
      <PinPad
        label={t("sign_in.pin.label")}
        disabled={refusal.seconds !== null || isWanted(refusal.problem)}
        send={proved}
      />
      <TryNote
        refusal={refusal}
        wrong={left === null ? t("sign_in.wrong_pin") : t("sign_in.wrong_pin_left", { left })}
      />
    </div>
  );
}
