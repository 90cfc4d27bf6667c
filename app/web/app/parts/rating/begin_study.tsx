// A study of photographs is begun: which scale, which view, how many patients. Which photographs, chance says.
import { useState } from "preact/hooks";
import { newKey, read, submit, type Problem } from "../../api.ts";
import { useLoaded } from "../../loading.ts";
import { measureName } from "../../measure.ts";
import { viewsBeside } from "../../photos/photo_correction.ts";
import { numberOrText } from "../../record_body.ts";
import { regions } from "../../regions.ts";
import { t } from "../../../texts/texts.ts";
import { Dialog } from "../dialog.tsx";
import { Faults, faultsOf } from "../faults.tsx";
import { Field } from "../field.tsx";
import { When } from "../page_frame.tsx";
import { ProblemNote } from "../problem.tsx";

interface Scale {
  code: string;
  name: string;
}

interface BeginProps {
  close: () => void;
  done: () => void;
}

function Form({ scales, done }: { scales: readonly Scale[]; done: () => void }) {
  const [typed, setTyped] = useState({ instrument: "", view: "front", region: "", patients: "12" });
  const [key, setKey] = useState(newKey);
  const [problem, setProblem] = useState<Problem | null>(null);
  const of = (name: keyof typeof typed) => ({
    name,
    value: typed[name],
    set: (text: string): void => setTyped((now) => ({ ...now, [name]: text })),
  });
  const send = async (event: Event): Promise<void> => {
    event.preventDefault();
    const { region, ...rest } = typed;
    const body = { ...rest, region: region === "" ? null : region, patients: numberOrText(typed.patients) };
    const answer = await submit("/photo_studies", body, key);
    if (!answer.ok) {
      if (answer.problem.status !== 0) setKey(newKey());
      return setProblem(answer.problem);
    }
    done();
  };
  return (
    <form onSubmit={(event) => void send(event)}>
      <Faults.Provider value={faultsOf(problem)}>
        <div class="fields">
          <Field
            label={t("rating.scale")}
            {...of("instrument")}
            required
            choices={scales.map(({ code }) => code)}
            names={(code) => {
              const scale = scales.find((each) => each.code === code);
              return scale ? measureName({ instrument: scale.code, name: scale.name }) : code;
            }}
          />
          <Field label={t("photos.view")} {...of("view")} required choices={viewsBeside("front")} />
          <Field label={t("photos.region")} {...of("region")} choices={regions} />
          <Field
            label={t("rating.patients")}
            {...of("patients")}
            required
            type="number"
            hint={t("rating.patients_hint")}
          />
        </div>
      </Faults.Provider>
      {problem && <ProblemNote problem={problem} />}
      <div class="actions">
        <button type="submit" class="main">
          {t("rating.begin")}
        </button>
      </div>
    </form>
  );
}

export function BeginStudy({ close, done }: BeginProps) {
  const scales = useLoaded(() => read<Scale[]>("/instruments", "list"), []);
  return (
    <Dialog title={t("rating.begin")} close={close}>
      <p class="soft">{t("rating.begin_text")}</p>
      <When loaded={scales}>{(list) => <Form scales={list} done={done} />}</When>
    </Dialog>
  );
}
