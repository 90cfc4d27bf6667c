// What somebody is in the clinic, each role with what it may.
import { useId } from "preact/hooks";
import { messages } from "../../messages.ts";
import { roleNames } from "../../people_shapes.ts";

interface RoleChoiceProps {
  value: string;
  set: (role: string) => void;
}

export function RoleChoice({ value, set }: RoleChoiceProps) {
  const name = useId();
  return (
    <fieldset class="picks">
      <legend>{messages.people.role}</legend>
      {roleNames.map((role) => (
        <label key={role} class={role === value ? "pick pick-chosen" : "pick"}>
          <input type="radio" name={name} value={role} required checked={role === value} onChange={() => set(role)} />
          <span>
            <strong>{messages.roles[role]}</strong> <small>{messages.roleTexts[role]}</small>
          </span>
        </label>
      ))}
    </fieldset>
  );
}
