// What stands below the charts of a whole report: marks that got worse after a session, side effects, what bears on the
// next session, and where the rules come from.
import { dayText, listText, numberText } from "../../format.ts";
import { measureName, responderRule } from "../../measure.ts";
import { noiseKind } from "../../noise.ts";
import type { Darker, Progress, Series } from "../../shapes.ts";
import { compares } from "../../verdict.ts";
import { t, word } from "../../../texts/texts.ts";
import { CardCells, CardHead, type CardColumn } from "../card_table.tsx";
import { FindingList } from "../finding_list.tsx";
const mmText = (depth: number): string => `${numberText(depth)} ${t("frame.unit_mm")}`;
const valueOn = ({ value, at }: { value: number; at: string }) => (
  <>
    {numberText(value)} <small class="soft">{dayText(at)}</small>
  </>
);

const ofDarker: CardColumn<Darker>[] = [
  { head: "patient.columns.scale", cell: ({ instrument }) => measureName({ instrument, name: instrument }) },
  { head: "report.darker.before", cell: ({ before }) => valueOn(before) },
  { head: "report.darker.after", cell: ({ after }) => valueOn(after) },
  { head: "report.darker.days", cell: ({ days_after: days }) => numberText(days) },
  {
    head: "patient.columns.noise",
    cell: ({ sure, noise }) => (sure && noise !== null ? numberText(noise, 1) : t("report.darker.not_sure")),
  },
  { head: "report.darker.depth", cell: ({ depth_mm: depth }) => (depth === null ? null : mmText(depth)) },
];

export function DarkerMarks({ progress }: { progress: Progress }) {
  const watched = progress.pih_watch as unknown as Darker[];
  if (watched.length === 0) return null;
  return (
    <section>
      <h2>{t("report.darker.title")}</h2>
      <table class="cards figures">
        <CardHead first={t("report.session.session")} columns={ofDarker} />
        <tbody>
          {watched.map((one) => (
            <tr key={`${one.session.id} ${one.instrument}`}>
              <th scope="row">{dayText(one.session.at.slice(0, 10))}</th>
              <CardCells columns={ofDarker} row={one} />
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

type EventSeen = Progress["events"][number];

const ofEvents: CardColumn<EventSeen>[] = [
  { head: "report.event.since", cell: ({ onset }) => onset && dayText(onset) },
  { head: "report.event.severity", cell: ({ severity }) => word("word.severity", String(severity)) },
  {
    head: "report.event.over",
    cell: ({ resolved }) => (resolved ? dayText(resolved) : t("report.event.going_on")),
  },
];

export function SideEffects({ progress: { events } }: { progress: Progress }) {
  if (events.length === 0) return null;
  return (
    <section>
      <h2>{t("outcomes.events_title")}</h2>
      <table class="cards figures">
        <CardHead first={t("report.event.what")} columns={ofEvents} />
        <tbody>
          {events.map((one) => (
            <tr key={one.id}>
              <th scope="row">{word("word.event", one.kind)}</th>
              <CardCells columns={ofEvents} row={one} />
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

// Cautions ask for no reason.
export function BeforeNextSession({ progress }: { progress: Progress }) {
  const asked = progress.safety.filter(({ level }) => level === "stop" || level === "sign_off");
  if (asked.length === 0) return null;
  return (
    <section>
      <h2>{t("patient.now")}</h2>
      <FindingList findings={asked} />
    </section>
  );
}

// Of each scale once: sources are cited as they were published.
export function Sources({ series, noNoise }: { series: readonly Series[]; noNoise: Readonly<Record<string, string>> }) {
  const cited = new Map<string, Series>();
  for (const one of series) {
    const code = one.instrument.split("@")[0] ?? "";
    if (!cited.has(code)) cited.set(code, one);
  }
  const lines = [...cited].flatMap(([code, one]) => {
    const measure = measureName({ ...one, instrument: code });
    const { noise } = one;
    const rule = responderRule(one);
    return [
      noise?.source && {
        said: t("report.source.noise", { measure, kind: noiseKind(noise) }),
        source: [noise.formula, noise.source].filter(Boolean).join(": "),
      },
      noNoise[code] && { said: t("report.source.no_noise", { measure }), source: noNoise[code] },
      rule && {
        said: t(
          compares(one) && one.responder === null ? "report.source.not_this_baseline" : "report.source.responder",
          {
            measure,
            rule,
          },
        ),
        source: one.responder_rule?.source ?? t("report.source.clinic"),
      },
    ].filter((line) => !!line);
  });
  const without = [...cited]
    .filter(([, one]) => one.responder_rule === null)
    .map(([code, one]) => measureName({ ...one, instrument: code }));
  if (cited.size === 0) return null;
  return (
    <section class="sources">
      <h2>{t("report.source.title")}</h2>
      <ul class="sentences small">
        {lines.map(({ said, source }) => (
          <li key={said}>
            {said}{" "}
            <span lang="en" dir="auto">
              {source}
            </span>
          </li>
        ))}
        {without.length > 0 && <li>{t("report.source.no_responder", { list: listText(without) })}</li>}
      </ul>
    </section>
  );
}
