// The bar at the bottom of a visit, always in sight: what the rules say, the first of it in words, what would answer
// it, and the button that records. While a stop stands, its remedy is the main button.
import { asSentence, becauseOf, becauseOfAll, ruleTextOf } from "../../finding_text.ts";
import type { Finding } from "../../shapes.ts";
import { faultText } from "../../told.ts";
import { countOf, gravest, inOrder, levels, remedyOf, type Remedy } from "../../visit_gate.ts";
import { memberLabel, nameOf } from "../../words.ts";
import { t } from "../../../texts/texts.ts";
import { Icon, type IconName } from "../icon.tsx";
import { Said } from "../said.tsx";
import type { VisitGate } from "./use_visit_gate.ts";

interface GateBarProps {
  gate: VisitGate;
  findings: readonly Finding[];
  rules: number; // that were asked
  anything: boolean; // there is something to record
  session: boolean; // a session is among it
  device: boolean; // it says with which device
  busy: boolean;
  open: () => void; // all of what was found
  remedy: (remedy: Remedy) => void;
  record: () => void;
  label?: string; // where there are several
  corrects?: boolean; // what is in the book already
}

const icons: Record<(typeof levels)[number], IconName> = { stop: "stop", sign_off: "sign", caution: "ask" };

export function remedyText(remedy: Remedy): string {
  switch (remedy.kind) {
    case "look":
      return t("visit.remedy.look", { region: nameOf(remedy.region) });
    case "leave_out":
      return t("visit.remedy.leave_out", { region: nameOf(remedy.region) });
    case "depth":
      return t("visit.remedy.depth", { region: nameOf(remedy.region) });
    case "field":
      return t("visit.remedy.field");
    case "no_anaesthetic":
      return t("visit.remedy.no_anaesthetic");
    case "no_session":
      return t("visit.session.none");
    case "person":
      return t("visit.remedy.person");
  }
}

// What is said where nothing was found, or could not be.
function lineOf(bar: GateBarProps, notJudged: readonly Finding[]): { icon: IconName; text: string } {
  const { gate, anything, session, device, rules } = bar;
  if (!anything) return { icon: "open", text: t(bar.corrects ? "visit.correct.nothing" : "visit.gate.nothing") };
  if (gate.failed) return { icon: "open", text: t("visit.gate.no_answer") };
  if (!session) return { icon: "open", text: t("visit.gate.no_session") };
  if (!device) return { icon: "open", text: t("session.gate_device") };
  if (gate.asking || gate.answer === null) return { icon: "clock", text: t("session.gate_asking") };
  const [problem] = gate.answer.problems;
  if (problem)
    return {
      icon: "open",
      text: t("visit.gate.incomplete", {
        what: `${memberLabel(problem.field, problem.sent)}: ${faultText(problem)}`,
      }),
    };
  if (bar.corrects) return { icon: "done", text: t("visit.correct.clear", { count: rules }) };
  return {
    icon: "done",
    text:
      notJudged.length === 0
        ? t("visit.gate.clear", { count: rules })
        : t("visit.gate.clear_but", { count: rules, what: becauseOfAll(notJudged) }),
  };
}

export function GateBar(bar: GateBarProps) {
  const { gate, busy, open, remedy, record, anything, session } = bar;
  const judged = session ? inOrder(bar.findings.filter((one) => one.level !== "not_judged")) : [];
  const notJudged = bar.findings.filter((one) => one.level === "not_judged");
  const [first] = judged;
  const level = gravest(judged);
  const answer = first ? remedyOf(first) : null;
  const rule = first ? ruleTextOf(first) : null;
  const line = lineOf(bar, notJudged);
  const isStopped = level === "stop" || level === "sign_off";
  // A stop without a remedy of its own is answered by reading it.
  const remedies = isStopped && first !== undefined;
  return (
    <section
      class={`gate-bar gate-${gate.failed || level === null ? "open" : level === "caution" ? "ask" : level}`}
      aria-label={bar.label ?? t("session.gate")}
    >
      {judged.length > 0 && (
        <button type="button" class="gate-counts" onClick={open}>
          {levels.map((one) => {
            const count = countOf(judged, one);
            return (
              count > 0 && (
                <span key={one} class={`count-${one}`}>
                  <Icon name={icons[one]} /> {t(`visit.gate.count.${one}`, { count })}
                </span>
              )
            );
          })}
        </button>
      )}
      <div class="gate-said" role="status">
        {first && !gate.failed ? (
          <>
            <div class="gate-text">
              <p class="gate-because">
                <Said of={asSentence(becauseOf(first))} />
              </p>
              {rule && (
                <p class="gate-rule soft">
                  <Said of={rule} />
                </p>
              )}
            </div>
            <button type="button" class="link" onClick={open}>
              {t("visit.gate.why")}
            </button>
          </>
        ) : (
          <p>
            <Icon name={line.icon} /> <bdi>{line.text}</bdi>
          </p>
        )}
      </div>
      <div class="gate-do">
        {gate.failed && (
          <button type="button" onClick={gate.again}>
            {t("visit.gate.ask_again")}
          </button>
        )}
        {answer && first && !gate.failed && (
          <button type="button" class={remedies ? "main" : undefined} disabled={busy} onClick={() => remedy(answer)}>
            {remedyText(answer)}
          </button>
        )}
        {remedies && !answer && !gate.failed && (
          <button type="button" class="main" disabled={busy} onClick={open}>
            {t("visit.gate.read")}
          </button>
        )}
        <button
          type="button"
          class={remedies && !gate.failed ? "held" : "main"}
          disabled={busy || !anything}
          aria-keyshortcuts="Control+Enter"
          onClick={record}
        >
          {t(bar.corrects ? "visit.correct.do" : "visit.record")}
        </button>
      </div>
    </section>
  );
}
