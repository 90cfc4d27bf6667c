// Every part of the pages, for whoever builds one (docs/design.md). Nothing here is of a patient.
import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import { clinicDay } from "../clock.ts";
import { plannedLook, seenLook } from "../region_look.ts";
import type { Finding } from "../shapes.ts";
import { titleOf } from "../words.ts";
import { t, word } from "../../texts/texts.ts";
import { lesions } from "../acne_count.ts";
import { ChoiceRow } from "../parts/choice_row.tsx";
import { Counter } from "../parts/counter.tsx";
import { CourseMarks } from "../parts/course_marks.tsx";
import { FaceMap } from "../parts/face_map.tsx";
import { Field } from "../parts/field.tsx";
import { Icon } from "../parts/icon.tsx";
import { Empty, useTitle } from "../parts/page_frame.tsx";
import { SkinDrawing } from "../parts/observe/skin_drawing.tsx";
import { Stepper } from "../parts/stepper.tsx";
import { GateBar } from "../parts/visit/gate_bar.tsx";

function Part({ title, children }: { title: string; children: ComponentChildren }) {
  return (
    <section class="visit-block">
      <h2>{title}</h2>
      {children}
    </section>
  );
}

function Type() {
  return (
    <>
      {[1, 2, 3, 4, 5, 6].map((size) => (
        <p key={size} class={`design-s${size}`}>
          {t("design.size")}
        </p>
      ))}
      <p>{t("design.weight.said")}</p>
      <p class="label">{t("design.weight.named")}</p>
      <p>
        <strong>{t("design.weight.answer")}</strong>
      </p>
    </>
  );
}

const colours = ["act", "harm", "ask", "good", "quiet"] as const;

const found = (rule: string, level: Finding["level"], region: string | null, because: string, text = ""): Finding =>
  ({ rule, level, region, because, text }) as Finding;

function Gates() {
  const nothing = () => undefined;
  const stop = found("active_lesions", "stop", "left_cheek", t("design.example.because"), t("design.example.text"));
  const caution = found(
    "traceability",
    "caution",
    null,
    t("design.example.caution"),
    word("finding.text", "traceability"),
  );
  const common = {
    rules: 76,
    anything: true,
    session: true,
    device: true,
    busy: false,
    open: nothing,
    remedy: nothing,
    record: nothing,
  };
  const gate = { answer: { findings: [], scores: [], problems: [] }, asking: false, failed: false, again: nothing };
  return (
    <>
      <GateBar {...common} gate={gate} findings={[stop, caution]} label={`${t("design.gate")} 1`} />
      <GateBar {...common} gate={gate} findings={[caution]} label={`${t("design.gate")} 2`} />
      <GateBar {...common} gate={gate} findings={[]} label={`${t("design.gate")} 3`} />
      <GateBar
        {...common}
        gate={{ ...gate, answer: null, failed: true }}
        findings={[]}
        label={`${t("design.gate")} 4`}
      />
    </>
  );
}

function Choosing() {
  const [count, setCount] = useState(2);
  const [depth, setDepth] = useState("1.5");
  const [pain, setPain] = useState("3");
  return (
    <>
      <ChoiceRow
        legend={t("records.fields.pain") ?? ""}
        isScale
        value={pain}
        set={setPain}
        choices={Array.from({ length: 11 }, (_, n) => ({ value: String(n), label: String(n) }))}
      />
      <Stepper
        label={t("visit.plan.depth")}
        less={t("visit.plan.shallower", { region: "" })}
        more={t("visit.plan.deeper", { region: "" })}
        step={0.25}
        value={depth}
        set={setDepth}
      />
      <div class="counters-wide">
        {lesions.map((lesion) => (
          <Counter
            key={lesion}
            label={titleOf(lesion)}
            drawing={<SkinDrawing of={lesion} />}
            value={count}
            was={1}
            set={setCount}
          />
        ))}
      </div>
      <p class="actions">
        <CourseMarks done={3} planned={6} here /> <CourseMarks done={4} planned={6} />
      </p>
    </>
  );
}

function Maps() {
  const [at, pick] = useState("forehead");
  const planned: Record<string, { depth: string; passes: string }> = {
    forehead: { depth: "0.25", passes: "3" },
    nose: { depth: "0.5", passes: "2" },
    right_cheek: { depth: "1.5", passes: "4" },
    left_cheek: { depth: "2", passes: "4" },
    chin: { depth: "1", passes: "3" },
  };
  const seen: Record<string, number> = { forehead: 5, nose: 0, chin: 4 };
  return (
    <div class="columns">
      <FaceMap
        label={t("session.map")}
        look={(one) => plannedLook(planned[one], { chosen: one === at, stop: one === "left_cheek" })}
        toggle={pick}
      />
      <FaceMap
        label={t("observe.legend_seen")}
        look={(one) => seenLook(seen[one] ?? null, one === at)}
        toggle={pick}
        others={[]}
      />
    </div>
  );
}

function Writing() {
  const [text, setText] = useState("K2207");
  const [day, setDay] = useState(clinicDay());
  const [at, setAt] = useState(`${clinicDay()}T14:30`);
  return (
    <div class="fields">
      <Field label={t("records.fields.lot") ?? ""} value={text} set={setText} />
      <Field label={t("observe.on")} type="date" value={day} set={setDay} />
      <Field label={t("session.when")} type="datetime-local" value={at} set={setAt} />
      <Field label={t("session.depth")} value="15" set={() => undefined} error={t("session.gate_open")} />
    </div>
  );
}

export function DesignPage() {
  useTitle(t("design.title"));
  return (
    <div class="design">
      <h1>{t("design.title")}</h1>
      <p class="lead">{t("design.hint")}</p>
      <Part title={t("design.type")}>
        <Type />
      </Part>
      <Part title={t("design.colour")}>
        <ul class="design-colours">
          {colours.map((colour) => (
            <li key={colour} class={`design-${colour}`}>
              <i class="swatch" /> {t(`design.colours.${colour}`)}
            </li>
          ))}
        </ul>
      </Part>
      <Part title={t("design.press")}>
        <div class="actions">
          <button type="button" class="main">
            {t("visit.record")}
          </button>
          <button type="button">{t("visit.gate.ask_again")}</button>
          <button type="button" class="quiet">
            {t("visit.plan.leave_out")}
          </button>
          <button type="button" class="held">
            {t("visit.record")}
          </button>
          <button type="button" class="choice chosen">
            <Icon name="done" /> {t("visit.session.none")}
          </button>
          <button type="button" class="choice">
            <Icon name="box" /> K2207
          </button>
        </div>
      </Part>
      <Part title={t("design.write")}>
        <Writing />
      </Part>
      <Part title={t("design.choose")}>
        <Choosing />
      </Part>
      <Part title={t("visit.alerts.title")}>
        <div class="alerts">
          <ul>
            <li class="alert-grave">
              <Icon name="stop" /> {t("design.example.allergy")}
            </li>
            <li class="alert-ask">
              <Icon name="ask" /> {t("design.example.cold_sores")}
            </li>
          </ul>
        </div>
      </Part>
      <Part title={t("design.gate")}>
        <Gates />
      </Part>
      <Part title={t("design.map")}>
        <Maps />
      </Part>
      <Part title={t("design.states")}>
        <Empty title={t("today.welcome")} remedy={t("today.welcome_text")} />
        <p class="note note-warn">{t("visit.gate.no_answer")}</p>
        <p class="note note-bad">{t("frame.problem.unclear")}</p>
      </Part>
    </div>
  );
}
