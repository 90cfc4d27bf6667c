// What the clinic received: what may be picked, what is expired and what is used up; and a form for a delivery.
import { useState } from "preact/hooks";
import { read } from "../../api.ts";
import { dayText, numberText } from "../../format.ts";
import { useLoaded } from "../../loading.ts";
import { textOf } from "../../record_body.ts";
import type { Changeable } from "../../record_line.ts";
import type { Kept } from "../../shapes.ts";
import { may } from "../../turn.ts";
import { titleOf } from "../../words.ts";
import { t } from "../../../texts/texts.ts";
import { CardCells, CardHead, type CardColumn } from "../card_table.tsx";
import { CorrectRecord } from "../correct_record.tsx";
import { Empty, When } from "../page_frame.tsx";
import { VoidRecord } from "../void_record.tsx";
import { AddDelivery } from "./add_delivery.tsx";

type Open = { what: "add" } | { what: "correct" | "void"; stock: Kept };

const states = ["yes", "expired", "used_up"] as const;

const columns: readonly CardColumn<Kept>[] = [
  {
    head: "lots.lot",
    cell: (stock) => (
      <a href={`/lots?lot=${encodeURIComponent(textOf(stock.lot))}`}>
        <bdi>{textOf(stock.lot)}</bdi>
      </a>
    ),
  },
  { head: "lots.kind", cell: (stock) => titleOf(textOf(stock.kind)) },
  {
    head: "lots.expires",
    cell: (stock) => (textOf(stock.expires_on) === "" ? null : dayText(textOf(stock.expires_on))),
  },
  {
    head: "lots.left",
    cell: (stock) =>
      t("lots.left_of", {
        left: numberText(Number(stock.left)),
        all: numberText(Number(stock.left) + Number(stock.used)),
      }),
  },
  { head: "lots.received", cell: (stock) => dayText(textOf(stock.received_on)) },
];

function Rows({ stock, open }: { stock: readonly Kept[]; open: (what: Open) => void }) {
  const named = (one: Kept): string => `${textOf(one.product)} ${textOf(one.lot)}`;
  return (
    <table class="cards listing">
      <CardHead first={t("lots.product")} columns={columns} acts />
      <tbody>
        {stock.map((one) => (
          <tr key={one.id}>
            <th scope="row">
              <bdi>{textOf(one.product)}</bdi>
            </th>
            <CardCells columns={columns} row={one} />
            <td class="row-do">
              {may("write_observations") && (
                <button
                  type="button"
                  class="quiet"
                  aria-label={`${t("patient.correct")}: ${named(one)}`}
                  onClick={() => open({ what: "correct", stock: one })}
                >
                  {t("patient.correct")}
                </button>
              )}
              {may("void_others") && (
                <button
                  type="button"
                  class="quiet"
                  aria-label={`${t("patient.void")}: ${named(one)}`}
                  onClick={() => open({ what: "void", stock: one })}
                >
                  {t("patient.void")}
                </button>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

export function StockList() {
  const stock = useLoaded(() => read<Kept[]>("/stock", "list"), []);
  const [open, setOpen] = useState<Open | null>(null);
  const close = (done: boolean): void => {
    setOpen(null);
    if (done) stock.again();
  };
  const entry = (record: Kept): Changeable => ({
    noun: "stock",
    record,
    at: textOf(record.received_on),
    line: `${textOf(record.product)}, ${textOf(record.lot)}`,
    kept: [],
  });
  return (
    <section>
      <div class="section-head">
        <h2>{t("lots.stock")}</h2>
        {may("write_observations") && (
          <button type="button" onClick={() => setOpen({ what: "add" })}>
            {t("lots.add")}
          </button>
        )}
      </div>
      <When loaded={stock}>
        {(list) =>
          list.length === 0 ? (
            <Empty title={t("lots.none")} remedy={t("lots.none_try")} />
          ) : (
            states.map((state) => {
              const of = list.filter((one) => one.pick === state);
              return (
                of.length > 0 && (
                  <div key={state}>
                    <h3>{t(`lots.state.${state}`)}</h3>
                    <Rows stock={of} open={setOpen} />
                  </div>
                )
              );
            })
          )
        }
      </When>
      {open?.what === "add" && <AddDelivery close={close} />}
      {open?.what === "correct" && <CorrectRecord entry={entry(open.stock)} close={close} />}
      {open?.what === "void" && <VoidRecord entry={entry(open.stock)} step="void" close={close} />}
    </section>
  );
}
