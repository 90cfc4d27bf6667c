// What patients are asked to agree to: forms in editions, in English and Arabic beside each other.
import { useState } from "preact/hooks";
import { newKey, read, submit, type Problem } from "../../api.ts";
import { useLoaded } from "../../loading.ts";
import { byName, nextEdition } from "../../photos/form_editions.ts";
import { numberOrText } from "../../record_body.ts";
import type { ConsentFormSeen } from "../../shapes.ts";
import { showToast } from "../../toast.ts";
import { may } from "../../turn.ts";
import { titleOf } from "../../words.ts";
import { t } from "../../../texts/texts.ts";
import { Dialog } from "../dialog.tsx";
import { Faults, faultsOf } from "../faults.tsx";
import { Field } from "../field.tsx";
import { When } from "../page_frame.tsx";
import { ProblemNote } from "../problem.tsx";

const scopes = ["treatment", "record", "teaching", "publication", "research", "patients_file"] as const;
const languages = ["en", "ar"] as const;

interface TextProps {
  language: "en" | "ar";
  value: string;
  set: (text: string) => void;
}

// As long as a form is, and in its own direction.
function FormText({ language, value, set }: TextProps) {
  return (
    <label class="field form-text">
      {t(`photos.in.${language}`)}
      <textarea
        rows={10}
        lang={language}
        dir={language === "ar" ? "rtl" : "ltr"}
        value={value}
        onInput={(event) => set(event.currentTarget.value)}
      />
    </label>
  );
}

type Typed = Record<"name" | "edition" | "scope" | "text_en" | "text_ar" | "months", string>;

interface EditionProps {
  from: ConsentFormSeen | null; // of which it is a new edition
  close: () => void;
  done: () => void;
}

function AddEdition({ from, close, done }: EditionProps) {
  const [typed, setTyped] = useState<Typed>({
    name: from?.name ?? "",
    edition: from ? nextEdition(from.edition) : "1",
    scope: from?.scope ?? "",
    text_en: from?.text_en ?? "",
    text_ar: from?.text_ar ?? "",
    months: from?.months ? String(from.months) : "",
  });
  const [key, setKey] = useState(newKey);
  const [problem, setProblem] = useState<Problem | null>(null);
  const of = (name: keyof Typed) => ({
    name,
    value: typed[name],
    set: (text: string): void => setTyped((now) => ({ ...now, [name]: text })),
  });
  const send = async (confirm: string[] = []): Promise<void> => {
    const body = {
      name: typed.name.trim(),
      edition: typed.edition.trim(),
      scope: typed.scope,
      text_en: typed.text_en.trim() || null,
      text_ar: typed.text_ar.trim() || null,
      months: typed.months.trim() === "" ? null : numberOrText(typed.months),
      confirm,
    };
    const answer = await submit("/consent_forms", body, key);
    if (!answer.ok) {
      if (answer.problem.status !== 0) setKey(newKey());
      return setProblem(answer.problem);
    }
    showToast(t("photos.forms.added"));
    done();
  };
  return (
    <Dialog title={from ? t("photos.forms.new_edition") : t("photos.forms.add")} close={close}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void send();
        }}
      >
        <Faults.Provider value={faultsOf(problem)}>
          <div class="fields">
            <Field label={t("photos.forms.name")} {...of("name")} required />
            <Field label={t("photos.forms.edition")} {...of("edition")} required />
            <Field label={t("photos.forms.scope")} {...of("scope")} required choices={scopes} />
            <Field
              label={t("photos.forms.months")}
              {...of("months")}
              type="number"
              hint={t("photos.forms.months_hint")}
            />
          </div>
        </Faults.Provider>
        <div class="form-texts">
          {languages.map((language) => (
            <FormText key={language} language={language} {...of(`text_${language}`)} />
          ))}
        </div>
        <p class="soft small">{t("photos.forms.exact")}</p>
        {problem && (
          <ProblemNote problem={problem} confirm={() => void send(problem.questions.map((each) => each.confirm))} />
        )}
        <div class="actions">
          <button type="submit" class="main">
            {t("photos.forms.save")}
          </button>
        </div>
      </form>
    </Dialog>
  );
}

function EndUse({ form, close, done }: { form: ConsentFormSeen; close: () => void; done: () => void }) {
  const [reason, setReason] = useState("");
  const [problem, setProblem] = useState<Problem | null>(null);
  const [key] = useState(newKey);
  const end = async (event: Event): Promise<void> => {
    event.preventDefault();
    const answer = await submit(`/consent_forms/${form.id}/void`, { reason }, key);
    if (!answer.ok) return setProblem(answer.problem);
    showToast(t("photos.forms.ended"));
    done();
  };
  return (
    <Dialog title={t("photos.forms.end_of", { form: `${form.name}, ${form.edition}` })} close={close}>
      <form onSubmit={(event) => void end(event)}>
        <p>{t("photos.forms.end_text")}</p>
        <Field label={t("patient.reason")} required hint={t("patient.reason_needed")} value={reason} set={setReason} />
        {problem && <ProblemNote problem={problem} />}
        <div class="actions">
          <button type="submit" class="main">
            {t("photos.forms.end")}
          </button>
        </div>
      </form>
    </Dialog>
  );
}

type Opened = { add: ConsentFormSeen | null } | { end: ConsentFormSeen };

function Edition({ form, open }: { form: ConsentFormSeen; open: (what: Opened) => void }) {
  const named = `${form.name}, ${form.edition}`;
  return (
    <li>
      <p>
        <strong>
          {t("photos.forms.edition")} <bdi>{form.edition}</bdi>
        </strong>{" "}
        <span class="soft">
          {titleOf(form.scope)}
          {form.months !== null && ` · ${t("photos.forms.holds", { months: form.months })}`}
        </span>
      </p>
      <div class="form-texts row-wide">
        {languages.map((language) => {
          const text = form[`text_${language}`];
          return text === null ? (
            <p key={language} class="soft small">
              {t("photos.forms.lacks", { language: t(`photos.in.${language}`) })}
            </p>
          ) : (
            <div
              key={language}
              class="consent-text"
              lang={language}
              dir={language === "ar" ? "rtl" : "ltr"}
              tabIndex={0}
              aria-label={`${named}: ${t(`photos.in.${language}`)}`}
              role="region"
            >
              {text}
            </div>
          );
        })}
      </div>
      {may("change_settings") && (
        <div class="actions no-print row-wide">
          <button
            type="button"
            aria-label={t("photos.forms.new_edition_of", { form: named })}
            onClick={() => open({ add: form })}
          >
            {t("photos.forms.new_edition")}
          </button>
          <button
            type="button"
            class="quiet"
            aria-label={t("photos.forms.end_of", { form: named })}
            onClick={() => open({ end: form })}
          >
            {t("photos.forms.end")}
          </button>
        </div>
      )}
    </li>
  );
}

export function ConsentForms() {
  const forms = useLoaded(() => read<ConsentFormSeen[]>("/consent_forms", "list"), []);
  const [opened, open] = useState<Opened | null>(null);
  const close = (): void => open(null);
  const done = (): void => {
    close();
    forms.again();
  };
  return (
    <section>
      <h2>{t("photos.forms.title")}</h2>
      <p class="measure soft">{t("photos.forms.lead")}</p>
      <When loaded={forms}>
        {(list) => (
          <>
            {list.length === 0 && <p class="soft">{t("photos.forms.none")}</p>}
            {byName(list).map(({ name, editions }) => (
              <section key={name} class="consent-form">
                <h3>
                  <bdi>{name}</bdi>
                </h3>
                <ul class="rows">
                  {editions.map((form) => (
                    <Edition key={form.id} form={form} open={open} />
                  ))}
                </ul>
              </section>
            ))}
          </>
        )}
      </When>
      {may("change_settings") && (
        <div class="actions no-print">
          <button type="button" class="main" onClick={() => open({ add: null })}>
            {t("photos.forms.add")}
          </button>
        </div>
      )}
      {opened && "add" in opened && <AddEdition from={opened.add} close={close} done={done} />}
      {opened && "end" in opened && <EndUse form={opened.end} close={close} done={done} />}
    </section>
  );
}
