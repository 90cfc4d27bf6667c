// The code that an account may ask for beside the password: of an app, or one of those for when the app is lost.
import { t } from "../../../texts/texts.ts";
import type { Problem } from "../../api.ts";
import { Field } from "../field.tsx";

export interface Factor {
  kind: "none" | "code" | "recovery_code";
  text: string;
}

export const noFactor: Factor = { kind: "none", text: "" };

export const factorBody = ({ kind, text }: Factor): Record<string, string> =>
  kind === "none" ? {} : { [kind]: text.trim() };

export const isFactorWanted = (problem: Problem): boolean => problem.code === "second_factor";

// Once the account has asked for it, it is asked for until the password is right.
export const factorAfter = ({ kind }: Factor, problem: Problem): Factor => ({
  kind: kind === "none" && isFactorWanted(problem) ? "code" : kind,
  text: "",
});

export function SecondFactor({ factor, set }: { factor: Factor; set: (factor: Factor) => void }) {
  if (factor.kind === "none") return null;
  const isCode = factor.kind === "code";
  return (
    <>
      <p class="note" role="status">
        {t("sign_in.code_wanted")}
      </p>
      <Field
        key={factor.kind}
        label={isCode ? t("sign_in.code") : t("sign_in.recovery")}
        required
        hint={isCode ? t("sign_in.code_hint") : t("sign_in.recovery_hint")}
        digits={isCode}
        autocomplete="one-time-code"
        value={factor.text}
        set={(text) => set({ ...factor, text })}
      />
      <button type="button" class="link" onClick={() => set({ kind: isCode ? "recovery_code" : "code", text: "" })}>
        {isCode ? t("sign_in.use_recovery") : t("sign_in.use_app")}
      </button>
    </>
  );
}
