// What somebody is in the clinic, each role with what it may.
import { useId } from "preact/hooks";
import { t, word } from "../../../texts/texts.ts";
import { roleNames } from "../../people_shapes.ts";

interface RoleChoiceProps {
  value: string;
  set: (role: string) => void;
}

export function RoleChoice({ value, set }: RoleChoiceProps) {
  const name = useId();
  return (
    <fieldset class="picks">
      <legend>{t("people.role")}</legend>
      {roleNames.map((role) => (
        <label key={role} class={role === value ? "pick pick-chosen" : "pick"}>
          <input type="radio" name={name} value={role} required checked={role === value} onChange={() => set(role)} />
          <span>
            <strong>{word("people.roles", role)}</strong> <small>{word("people.role_texts", role)}</small>
          </span>
        </label>
      ))}
    </fieldset>
  );
}
