// "Is it working?": what the course is for, since the start; what got worse since the last visit; and below, in smaller
// print, the server's sentences with all that a reader must know beside them. Scales are never counted.
import { numberText, shortDayText } from "../../format.ts";
import { measureName, verdictText } from "../../measure.ts";
import { pageOf } from "../../router.ts";
import { answerOf, weighed, type SentenceGroup } from "../../sentence_groups.ts";
import type { Progress, Series } from "../../shapes.ts";
import { stripsOf, valueBefore, worseSinceLast, type Strip } from "../../strips.ts";
import { compares, signOf, toneOf, type Tone } from "../../verdict.ts";
import { said } from "../../../texts/phrase.ts";
import { t, word } from "../../../texts/texts.ts";
import { Benefits } from "../benefits.tsx";
import { LongAgo } from "../long_ago.tsx";
import { Empty } from "../page_frame.tsx";
import { LeadSentences, OtherSentences } from "../sentence_list.tsx";
import { VerdictSign } from "../verdict.tsx";
import { concernName } from "./strips.tsx";

function Line({ tone, sign, head, rest }: { tone: Tone; sign: ReturnType<typeof signOf>; head: string; rest: string }) {
  return (
    <p class="patient-lead">
      <span class={`verdict-${tone}`}>
        <VerdictSign sign={sign} />
      </span>{" "}
      <b>{head}</b> {rest}
    </p>
  );
}

function SinceStart({ strip }: { strip: Strip }) {
  const { chief } = strip;
  const { baseline, latest } = chief;
  const isCompared = compares(chief) && latest.at !== baseline.at;
  const concern = concernName(strip);
  return (
    <Line
      tone={toneOf(chief)}
      sign={signOf(chief)}
      head={
        isCompared
          ? t("patient.lead.since_start", { concern, verdict: verdictText(chief) })
          : t("patient.lead.one", { concern, verdict: verdictText(chief) })
      }
      rest={
        chief.verdict === "stated"
          ? shortDayText(latest.at)
          : isCompared
            ? t("patient.lead.from_to", {
                measure: measureName(chief),
                from: numberText(baseline.value),
                now: numberText(latest.value),
                day: shortDayText(latest.at),
              })
            : t("patient.lead.only", {
                measure: measureName(chief),
                value: numberText(latest.value),
                day: shortDayText(latest.at),
              })
      }
    />
  );
}

function WorseSinceLast({ one }: { one: Series }) {
  const { since_last_visit: since } = one;
  const before = valueBefore(one);
  if (since === null || before === null) return null;
  const judged = { verdict: since.verdict, confirmed: null, change: since.change };
  return (
    <Line
      tone="worse"
      sign={signOf(judged)}
      head={t("patient.lead.since_last", {
        concern: one.concern === null ? measureName(one) : (word("word.concern", one.concern) ?? one.concern),
        verdict: verdictText(judged),
        day: shortDayText(before.at),
      })}
      rest={t("patient.lead.from_to", {
        measure: measureName(one),
        from: numberText(before.value),
        now: numberText(one.latest.value),
        day: shortDayText(one.latest.at),
      })}
    />
  );
}

function NothingYet({ progress }: { progress: Progress }) {
  const { patient, sessions } = progress;
  return (
    <Empty
      title={t("patient.answer_none")}
      remedy={t(sessions.length === 0 ? "patient.answer_none_try" : "patient.answer_none_after")}
    >
      <p>
        <a class="button main" href={pageOf(patient.chart, "/observe")}>
          {t("patient.first_observation")}
        </a>
      </p>
    </Empty>
  );
}

function SmallPrint({
  progress,
  lead,
  others,
}: {
  progress: Progress;
  lead: SentenceGroup[];
  others: SentenceGroup[];
}) {
  const { shown, folded } = weighed(others);
  const gaps = progress.gaps.map(said);
  return (
    <div class="small-print">
      {lead.length > 0 && <OtherSentences groups={lead} />}
      {shown.length > 0 && (
        <>
          <h3>{t("patient.others")}</h3>
          <OtherSentences groups={shown} />
        </>
      )}
      {folded.length > 0 && (
        <details>
          <summary>{t("patient.folded", { count: folded.length })}</summary>
          <OtherSentences groups={folded} />
        </details>
      )}
      {gaps.length > 0 && (
        <details>
          <summary>
            {t("patient.gaps")} ({numberText(gaps.length)})
          </summary>
          <ul class="sentences">
            {gaps.map((gap) => (
              <li key={gap}>{gap}</li>
            ))}
          </ul>
        </details>
      )}
      <Benefits benefits={progress.benefits} />
    </div>
  );
}

// The two sentences that are read first.
export function Lead({ progress }: { progress: Progress }) {
  if (progress.series.length === 0) return <NothingYet progress={progress} />;
  const { lead } = answerOf(progress);
  const strips = stripsOf(progress);
  const urgent = lead.filter(({ series }) => series === null);
  const concern = progress.course?.concern ?? strips[0]?.concern ?? null;
  const first = strips.find((strip) => strip.concern === concern);
  return (
    <div class="patient-say">
      {urgent.length > 0 && <LeadSentences groups={urgent} />}
      {first && <SinceStart strip={first} />}
      {worseSinceLast(strips).map((one) => (
        <WorseSinceLast key={one.instrument} one={one} />
      ))}
      <LongAgo progress={progress} />
    </div>
  );
}

export function AnswerDetails({ progress }: { progress: Progress }) {
  if (progress.series.length === 0) return null;
  const { lead, others } = answerOf(progress);
  return <SmallPrint progress={progress} lead={lead.filter(({ series }) => series !== null)} others={others} />;
}
