// The aftercare card: which window is open, how long it still runs, what to use and what to avoid. One A4 page in
// print.
import { durationText, hoursBetween, momentText } from "../format.ts";
import { said, type Phrase } from "../../texts/phrase.ts";
import { inUse, t } from "../../texts/texts.ts";
import type { CareShown } from "../shapes.ts";
const firstWindowH = 24;
const secondWindowH = 72;

function Windows({ hours }: { hours: number }) {
  const share = Math.min(1, Math.max(0, hours / secondWindowH));
  const parts = [
    { name: t("care_page.absorb"), from: 0, until: firstWindowH },
    { name: t("care_page.careful"), from: firstWindowH, until: secondWindowH },
    { name: t("care_page.later"), from: secondWindowH, until: Infinity },
  ];
  return (
    <div class="windows">
      <ol>
        {parts.map((part) => {
          const now = hours >= part.from && hours < part.until;
          return (
            <li key={part.name} class={now ? "window window-now" : "window"} aria-current={now ? "step" : undefined}>
              <span>{part.name}</span>
              {now && part.until !== Infinity && (
                <strong class="figures">{t("care_page.left", { text: durationText(part.until - hours) })}</strong>
              )}
            </li>
          );
        })}
      </ol>
      <svg class="windows-bar" viewBox="0 0 100 3" preserveAspectRatio="none" aria-hidden="true">
        <rect class="windows-all" width="100" height="3" />
        <rect class="windows-past" width={share * 100} height="3" />
        <rect class="windows-edge" x={(firstWindowH / secondWindowH) * 100} width="0.4" height="3" />
      </svg>
    </div>
  );
}

function Lines({ title, lines, sign, kind }: { title: string; lines: readonly Phrase[]; sign: string; kind: string }) {
  if (lines.length === 0) return null;
  return (
    <section class={`care care-${kind}`}>
      <h2>{title}</h2>
      <ul>
        {lines.map(said).map((line) => (
          <li key={line}>
            <span class="care-sign" aria-hidden="true">
              {sign}
            </span>
            {line}
          </li>
        ))}
      </ul>
    </section>
  );
}

interface CareCardProps {
  care: CareShown;
  now: string;
  still?: boolean; // on paper, where no time runs
}

export function CareCard({ care, now, still = false }: CareCardProps) {
  const { card, session } = care;
  if (!card || !session) return null;
  const { first, use, next, expect, contact } = card.phrases;
  const hours = hoursBetween(session.at, now);
  return (
    <div class="care-card">
      <p>
        {t("care_page.session_on", { moment: momentText(session.at) })}
        {!still && (
          <>
            {" · "}
            <strong class="figures">{t("care_page.since", { text: durationText(hours) })}</strong>
          </>
        )}
      </p>
      {!care.on_hold && !still && <Windows hours={hours} />}
      {first.length > 0 && (
        <div class={care.on_hold ? "note note-bad" : "note note-warn"}>
          {first.map(said).map((line) => (
            <p key={line}>{line}</p>
          ))}
        </div>
      )}
      {care.warnings.length > 0 && (
        <div class="note note-warn">
          <h2>{t("care_page.warnings")}</h2>
          {care.warnings
            .map((one) => said(one.phrase))
            .map((text) => (
              <p key={text}>{text}</p>
            ))}
        </div>
      )}
      <div class="care-lists">
        <Lines kind="use" title={t("care_page.use")} lines={use} sign="✓" />
        <Lines
          kind="avoid"
          title={t("care_page.avoid")}
          lines={card.avoid.filter((line) => line.until > now)}
          sign="✕"
        />
      </div>
      <Lines kind="expect" title={t("care_page.expect")} lines={expect} sign="·" />
      <Lines kind="contact" title={t("care_page.contact")} lines={contact} sign="·" />
      <Lines kind="next" title={t("care_page.next")} lines={next} sign={inUse().direction === "rtl" ? "←" : "→"} />
    </div>
  );
}
