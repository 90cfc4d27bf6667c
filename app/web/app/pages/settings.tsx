// Settings: the clinic's own, as the server describes them, kept as a draft until they are recorded; people, devices
// and programs.
import { useState } from "preact/hooks";
import { change, read, type Answer, type Problem } from "../api.ts";
import { useDraft } from "../drafts.ts";
import { dayText } from "../format.ts";
import { draftLine } from "../parts/draft_note.tsx";
import { isNumber, kindOf, numberNames, readKinds } from "../kinds.ts";
import { useLoaded } from "../loading.ts";
import { labelOf, meaningOf, nameOf } from "../words.ts";
import { choiceName, choicesOf } from "../parts/kind_fields.tsx";
import { LanguageField } from "../parts/language_field.tsx";
import { t, word } from "../../texts/texts.ts";
import { asTyped, changed } from "../record_body.ts";
import { pageOf } from "../router.ts";
import type { FieldKind, Retention } from "../shapes.ts";
import { Field } from "../parts/field.tsx";
import { When, useTitle } from "../parts/page_frame.tsx";
import { ProblemNote } from "../parts/problem.tsx";
import { AccessLog } from "../parts/settings/access_log.tsx";
import { BookPart } from "../parts/settings/book_part.tsx";
import { ClinicKeyPart } from "../parts/settings/clinic_key.tsx";
import { ConsentForms } from "../parts/settings/consent_forms.tsx";
import { Devices } from "../parts/settings/devices.tsx";
import { FirstAccount } from "../parts/settings/first_account.tsx";
import { OwnAccount } from "../parts/settings/own_account.tsx";
import { People } from "../parts/settings/people.tsx";
import { Programs } from "../parts/settings/programs.tsx";
import { RightsTable } from "../parts/settings/rights_table.tsx";
import { may, refreshTurn, useTurn } from "../turn.ts";

interface Settings {
  clinic: Record<string, unknown>;
  fields: FieldKind[];
}

function Form({ clinic, fields, again }: Settings & { again: () => void }) {
  const names = fields.map((field) => field.name);
  const draft = useDraft<Record<string, string>>("settings", { ...asTyped(clinic, names), reason: "" });
  const [problem, setProblem] = useState<Problem | null>(null);
  const [done, setDone] = useState(false);
  const isOpen = may("change_settings");
  const send = async (event: Event): Promise<void> => {
    event.preventDefault();
    const { reason = "", ...typed } = draft.value;
    const differing = changed(typed, clinic, numberNames(fields));
    for (const { name, kind } of fields)
      if (kind === "yes_no" && name in differing) differing[name] = differing[name] === "true";
    const body = { ...differing, ...(reason.trim() === "" ? {} : { reason }) };
    const answer = await change("/clinic", body, null);
    setProblem(answer.ok ? null : answer.problem);
    setDone(answer.ok);
    if (!answer.ok) return;
    draft.discard();
    again();
    void refreshTurn(); // which says with which digits pages are written
  };
  const of = (name: string) => ({
    value: draft.value[name] ?? "",
    set: (text: string): void => {
      setDone(false);
      draft.set((now) => ({ ...now, [name]: text }));
    },
  });
  return (
    <form class="measure" onSubmit={(event) => void send(event)}>
      {!isOpen && <p class="soft">{t("people.settings_parts.only_owners")}</p>}
      <fieldset class="plain fields" disabled={!isOpen}>
        {fields.map((field) => (
          <Field
            key={field.name}
            label={word("settings.labels", field.name) ?? labelOf(field.name)}
            required={field.required}
            type={isNumber(field) ? "number" : "text"}
            {...of(field.name)}
            hint={
              word("settings.labels", field.name) === undefined || choicesOf(field)
                ? meaningOf("clinic", field.name)
                : undefined
            }
            choices={choicesOf(field)}
            names={(choice) =>
              word("settings.choices", `${field.name}_${choice}`) ??
              (field.kind === "yes_no" ? choiceName(choice) : nameOf(choice))
            }
          />
        ))}
      </fieldset>
      {isOpen && (
        <>
          <Field label={t("patient.reason")} {...of("reason")} />
          {problem && <ProblemNote problem={problem} />}
          <p class="draft-line" role="status">
            {done ? t("settings.saved") : draftLine(draft)}
          </p>
          <div class="actions">
            <button type="submit" class="main">
              {t("settings.save")}
            </button>
            {draft.state !== "untouched" && (
              <button type="button" class="quiet" onClick={() => draft.discard()}>
                {t("frame.draft.discard")}
              </button>
            )}
          </div>
        </>
      )}
    </form>
  );
}

async function readSettings(): Promise<Answer<Settings>> {
  const [clinic, kinds] = await Promise.all([read<Record<string, unknown>>("/clinic", ["name"]), readKinds()]);
  if (!clinic.ok) return clinic;
  if (!kinds.ok) return kinds;
  return {
    ok: true,
    value: { clinic: clinic.value, fields: kindOf(kinds.value, "clinic")?.fields ?? [] },
  };
}

function RetentionOver() {
  const due = useLoaded(() => read<Retention[]>("/retention/due", "list"), []);
  return (
    <section class="measure">
      <h2>{t("settings.retention")}</h2>
      <When loaded={due}>
        {(list) =>
          list.length === 0 ? (
            <p class="soft">{t("settings.retention_none")}</p>
          ) : (
            <>
              <p>{t("settings.retention_text")}</p>
              <ul>
                {list.map((each) => (
                  <li key={each.chart}>
                    <a href={pageOf(each.chart)}>
                      <bdi>{each.chart}</bdi>
                    </a>{" "}
                    <span class="soft">{t("settings.retention_since", { day: dayText(each.over_since) })}</span>
                  </li>
                ))}
              </ul>
            </>
          )
        }
      </When>
    </section>
  );
}

function ClinicPart() {
  const settings = useLoaded(readSettings, []);
  return (
    <>
      <p class="measure soft">{t("settings.lead")}</p>
      <When loaded={settings}>{(value) => <Form {...value} again={settings.again} />}</When>
      <RetentionOver />
    </>
  );
}

function PeoplePart() {
  return (
    <>
      <People />
      <ClinicKeyPart />
    </>
  );
}

const parts = {
  clinic: ClinicPart,
  consents: ConsentForms,
  account: OwnAccount,
  people: PeoplePart,
  devices: Devices,
  programs: Programs,
  rights: RightsTable,
  access: AccessLog,
  book: BookPart,
};
type Part = keyof typeof parts;

function partsOf(accounts: boolean): Part[] {
  if (!accounts) return ["clinic", "consents", "people", "book"];
  return may("manage_people")
    ? ["clinic", "consents", "account", "people", "devices", "programs", "rights", "access", "book"]
    : ["clinic", "consents", "account", "rights", "book"];
}

export function SettingsPage({ part }: { part: string | null }) {
  useTitle(t("settings.title"));
  const accounts = useTurn().said?.accounts ?? false;
  const shown = partsOf(accounts);
  const chosen = shown.find((name) => name === part) ?? "clinic";
  const Chosen = !accounts && chosen === "people" ? FirstAccount : parts[chosen];
  return (
    <>
      <h1>{t("settings.title")}</h1>
      <nav class="tabs tabs-settings" aria-label={t("people.settings_parts.label")}>
        {shown.map((name) => (
          <a
            key={name}
            href={name === "clinic" ? "/settings" : `/settings?part=${name}`}
            aria-current={name === chosen ? "page" : undefined}
          >
            {word("people.settings_parts", name)}
          </a>
        ))}
      </nav>
      {chosen === "clinic" && <LanguageField />}
      <Chosen />
    </>
  );
}
