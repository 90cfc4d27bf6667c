// Who met a lot: whom to telephone, how many were reached since a recall began, and a letter to each to print.
import { useState } from "preact/hooks";
import { useDraft } from "../../drafts.ts";
import { dayText, listText } from "../../format.ts";
import { useLoaded } from "../../loading.ts";
import { reachedSince, readRecall, type MetPerson, type Recall } from "../../lots/recall.ts";
import { pageOf } from "../../router.ts";
import { may } from "../../turn.ts";
import { t } from "../../../texts/texts.ts";
import { CardCells, CardHead, type CardColumn } from "../card_table.tsx";
import { Field } from "../field.tsx";
import { Empty, When } from "../page_frame.tsx";

interface RecallProps {
  recall: Recall;
  clinic: string;
  today: string;
}

function People({ people, since }: { people: readonly MetPerson[]; since: string }) {
  const columns: readonly CardColumn<MetPerson>[] = [
    { head: "lots.days", cell: (one) => listText(one.days.map(dayText)) },
    {
      head: "lots.telephone",
      cell: (one) =>
        one.telephone === "" ? null : (
          <a href={`tel:${one.telephone.replace(/[^+\d]/g, "")}`}>
            <bdi>{one.telephone}</bdi>
          </a>
        ),
    },
    {
      head: "lots.reached",
      cell: (one) => {
        const days = one.reached.filter((day) => day >= since);
        return days.length > 0 ? (
          dayText(days[days.length - 1] ?? "")
        ) : may("write_observations") ? (
          <a class="no-print" href={pageOf(one.chart, "/observe?what=contact")}>
            {t("lots.note_contact")}
          </a>
        ) : null;
      },
    },
  ];
  return (
    <table class="cards listing">
      <CardHead first={t("lots.patient")} columns={columns} />
      <tbody>
        {people.map((one) => (
          <tr key={one.chart}>
            <th scope="row">
              <a href={pageOf(one.chart)}>
                <bdi>{one.name === "" ? one.chart : one.name}</bdi>
              </a>{" "}
              {one.name !== "" && (
                <small class="soft">
                  <bdi>{one.chart}</bdi>
                </small>
              )}
            </th>
            <CardCells columns={columns} row={one} />
          </tr>
        ))}
      </tbody>
    </table>
  );
}

// What each letter says is typed once; a letter to each begins on a sheet of its own.
function Letters({
  people,
  lot,
  clinic,
  today,
}: {
  people: readonly MetPerson[];
  lot: string;
  clinic: string;
  today: string;
}) {
  const draft = useDraft(`recall.${lot}`, { text: t("lots.letter.text", { lot }) });
  return (
    <section>
      <h2 class="no-print">{t("lots.letters")}</h2>
      <p class="measure soft no-print">{t("lots.letters_lead")}</p>
      <div class="no-print measure">
        <label class="field field-long">
          {t("lots.letter_says")}
          <textarea
            rows={6}
            dir="auto"
            value={draft.value.text}
            onInput={(event) => draft.set({ text: event.currentTarget.value })}
          />
        </label>
      </div>
      <p class="actions no-print">
        <button type="button" class="main" onClick={() => print()}>
          {t("lots.print", { count: people.length })}
        </button>
      </p>
      <div class="letters">
        {people.map((one) => (
          <article key={one.chart} class="letter">
            <p>
              <strong>
                <bdi>{clinic}</bdi>
              </strong>
              <br />
              {dayText(today)}
            </p>
            <p>
              <bdi>{one.name === "" ? one.chart : one.name}</bdi>
              <br />
              <small>
                <bdi>{one.chart}</bdi>
              </small>
            </p>
            <p>{t("lots.letter.days", { days: listText(one.days.map(dayText)), count: one.days.length })}</p>
            <p class="as-typed" dir="auto">
              {draft.value.text}
            </p>
          </article>
        ))}
      </div>
    </section>
  );
}

function Found({ recall, clinic, today }: RecallProps) {
  const { lot, people, alike } = recall;
  const [since, setSince] = useState(today);
  const reached = people.filter((one) => reachedSince(one, since)).length;
  return (
    <>
      <section class="no-print">
        <h2>
          {t("lots.who_met")} <bdi>{lot}</bdi>
        </h2>
        {people.length === 0 ? (
          <Empty title={t("lots.nobody", { lot })} remedy={t("lots.nobody_try")} />
        ) : (
          <>
            <p class="lead">{t("lots.reached_of", { reached, count: people.length, day: dayText(since) })}</p>
            <div class="choosers">
              <Field label={t("lots.since")} type="date" required value={since} set={(day) => setSince(day || today)} />
            </div>
            <People people={people} since={since} />
          </>
        )}
        {alike.length > 0 && (
          <>
            <h3>{t("lots.alike")}</h3>
            <p class="measure soft">{t("lots.alike_lead")}</p>
            <ul>
              {alike.map((one) => (
                <li key={one.chart}>
                  <a href={pageOf(one.chart)}>
                    <bdi>{one.chart}</bdi>
                  </a>{" "}
                  {listText(one.days.map(dayText))}
                </li>
              ))}
            </ul>
          </>
        )}
      </section>
      {people.length > 0 && <Letters people={people} lot={lot} clinic={clinic} today={today} />}
    </>
  );
}

export function WhoMet({ lot, clinic, today }: { lot: string; clinic: string; today: string }) {
  const recall = useLoaded(() => readRecall(lot), [lot]);
  return (
    <When loaded={recall}>{(value) => <Found key={value.lot} recall={value} clinic={clinic} today={today} />}</When>
  );
}
