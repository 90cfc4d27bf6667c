// What is done to the skin: where and how deep, with which cartridge, how it is numbed, and how the skin answered.
import { dayText, shortDayText } from "../../format.ts";
import { kindOf } from "../../kinds.ts";
import { textOf } from "../../record_body.ts";
import { toggled } from "../../session_draft.ts";
import type { Finding, Kept } from "../../shapes.ts";
import {
  areasTyped,
  asLast,
  byProtocol,
  hasSession,
  sameAreas,
  withoutSession,
  type VisitDraft,
} from "../../visit_draft.ts";
import { t } from "../../../texts/texts.ts";
import { Field } from "../field.tsx";
import { Icon } from "../icon.tsx";
import {
  DeviceFields,
  FurtherFields,
  LotFields,
  NumbingFields,
  ResultFields,
  WhoFields,
  type SessionFieldsProps,
} from "../session/session_fields.tsx";
import { Plan } from "./plan.tsx";
import type { Chair } from "./read_visit.ts";

export interface SessionStepProps {
  chair: Chair;
  chartNumber: string;
  value: VisitDraft;
  set: (next: (now: VisitDraft) => VisitDraft) => void;
  findings: readonly Finding[];
  region: string;
  pick: (region: string) => void;
  error: (field: string) => string | undefined; // of the session: "lot", "areas/0"
}

// How the session begins: as the last one, by a protocol of the clinic's, or not at all.
function Beginnings({ chair, value, set, pick }: SessionStepProps) {
  const { lasts, protocols, kinds } = chair;
  const { areas } = value.session;
  const begin = (next: (now: VisitDraft) => VisitDraft): void => {
    set(next);
    pick("");
  };
  const last = lasts.session;
  const isLast = last !== null && hasSession(value) && sameAreas(areas, areasTyped(last));
  return (
    <div class="choices-row" role="group" aria-label={t("visit.session.begin")}>
      {last && (
        <button
          type="button"
          class={isLast ? "choice chosen" : "choice"}
          aria-pressed={isLast}
          onClick={() => begin((now) => asLast(now, kindOf(kinds, "session"), last))}
        >
          {isLast && <Icon name="done" />}
          {t("visit.session.as_last", { day: shortDayText(textOf(last.at)) })}
        </button>
      )}
      {protocols.map((protocol) => {
        const isOn = hasSession(value) && sameAreas(areas, areasTyped(protocol));
        return (
          <button
            key={protocol.id}
            type="button"
            class={isOn ? "choice chosen" : "choice"}
            aria-pressed={isOn}
            onClick={() => begin((now) => byProtocol(now, protocol))}
          >
            {isOn && <Icon name="done" />}
            <bdi>{textOf(protocol.name)}</bdi>
          </button>
        );
      })}
      <button
        type="button"
        class={hasSession(value) ? "choice" : "choice chosen"}
        aria-pressed={!hasSession(value)}
        onClick={() => begin(withoutSession)}
      >
        {!hasSession(value) && <Icon name="done" />}
        {t("visit.session.none")}
      </button>
    </div>
  );
}

// The boxes that may be taken, the one that expires first before the others; where the clinic keeps no stock, the last.
function Boxes({ chair, set }: { chair: Chair; set: (name: string, text: string) => void }) {
  const last = chair.lasts.session;
  const take = (lot: string, expiry: string): void => {
    set("lot", lot);
    set("lot_expiry", expiry);
  };
  const button = (key: string, lot: string, expiry: string, label: string) => (
    <button key={key} type="button" class="choice" onClick={() => take(lot, expiry)}>
      <Icon name="box" />
      <bdi>{label}</bdi>
    </button>
  );
  const offered = chair.boxes.filter((one) => textOf(one.lot) !== "").slice(0, 4);
  if (offered.length > 0)
    return (
      <div class="choices-row" role="group" aria-label={t("visit.session.boxes")}>
        {offered.map((one) => {
          const [lot, expiry] = [textOf(one.lot), textOf(one.expires_on)];
          const day = expiry === "" ? "" : dayText(expiry);
          const label = t("visit.session.box", { product: textOf(one.product), lot, day });
          return button(String(one.id), lot, expiry, label);
        })}
      </div>
    );
  const [lot, expiry] = [textOf(last?.lot), textOf(last?.lot_expiry)];
  if (last === null || lot === "") return null;
  return (
    <div class="choices-row">
      {button("last", lot, expiry, t("visit.session.same_box", { lot, day: dayText(textOf(last.at)) }))}
    </div>
  );
}

function OnlyToday({ chair, ...props }: SessionFieldsProps & { chair: Chair }) {
  return (
    <>
      <section class="visit-block">
        <h3>
          {t("visit.session.today")} <small class="soft">{t("visit.session.today_hint")}</small>
        </h3>
        <LotFields {...props} />
        <Boxes chair={chair} set={props.set} />
      </section>
      <section class="visit-block">
        <h3>{t("visit.session.numbing")}</h3>
        <NumbingFields {...props} />
      </section>
    </>
  );
}

export function SessionStep(step: SessionStepProps) {
  const { chair, chartNumber, value, set, findings, region, pick, error } = step;
  const { session } = value;
  const last: Kept | null = chair.lasts.session;
  const setField = (name: string, text: string): void =>
    set((now) => ({ ...now, session: { ...now.session, fields: { ...now.session.fields, [name]: text } } }));
  const props: SessionFieldsProps = { chartNumber, kinds: chair.kinds, draft: session, last, set: setField, error };
  const order = Object.keys(session.areas);
  return (
    <>
      <div class="step-head">
        <h2 tabIndex={-1}>{t("session.title")}</h2>
        <Beginnings {...step} />
      </div>
      <Plan
        areas={session.areas}
        last={last}
        findings={findings}
        region={region}
        pick={(one) => {
          if (!(one in session.areas)) set((now) => ({ ...now, session: toggled(now.session, one, chair.sessions) }));
          pick(one);
        }}
        leaveOut={(one) => {
          set((now) => (one in now.session.areas ? { ...now, session: toggled(now.session, one, []) } : now));
          pick("");
        }}
        set={(one, name, text) =>
          set((now) => ({
            ...now,
            session: {
              ...now.session,
              areas: {
                ...now.session.areas,
                [one]: { depth: "", passes: "", ...now.session.areas[one], [name]: text },
              },
            },
          }))
        }
        error={(one) => (order.includes(one) ? error(`areas@${one}`) : undefined)}
      />
      {hasSession(value) && (
        <>
          <div class="visit-blocks">
            <OnlyToday {...props} chair={chair} />
          </div>
          <section class="visit-block">
            <h3>{t("visit.session.device")}</h3>
            <DeviceFields {...props} />
            <WhoFields {...props} />
            <FurtherFields {...props} />
          </section>
          <section class="visit-block">
            <h3>{t("session.result")}</h3>
            <ResultFields {...props} />
          </section>
        </>
      )}
      <Field
        label={t("session.when")}
        type="datetime-local"
        required
        value={(session.fields.at ?? "").slice(0, 16)}
        set={(text) => setField("at", text)}
        error={error("at")}
      />
    </>
  );
}
