// The cartridge's lot: scanned, typed, or picked among the boxes in stock, the one that expires first before the
// others; where the clinic keeps no stock, the last one is a press away.
import { dayText } from "../../format.ts";
import { textOf } from "../../record_body.ts";
import type { Kept } from "../../shapes.ts";
import { folded, scanned } from "../../lots/stock_scan.ts";
import { t } from "../../../texts/texts.ts";
import { Icon } from "../icon.tsx";
import { LotFields, type SessionFieldsProps } from "../session/session_fields.tsx";
import type { Chair } from "./read_visit.ts";

type LotProps = SessionFieldsProps & { chair: Chair };

const mostOffered = 4;

const boxOf = (boxes: readonly Kept[], lot: string): Kept | undefined =>
  lot.trim() === "" ? undefined : boxes.find((one) => folded(textOf(one.lot)) === folded(lot));

// What the stock says of the lot that stands there.
function InStock({ boxes, lot }: { boxes: readonly Kept[]; lot: string }) {
  if (boxes.length === 0 || lot.trim() === "") return null;
  const box = boxOf(boxes, lot);
  if (!box || box.pick !== "yes")
    return (
      <p class="asked small" role="status">
        <Icon name="ask" />{" "}
        <span>
          {!box
            ? t("visit.lot.unknown")
            : t(box.pick === "expired" ? "visit.lot.expired" : "visit.lot.used_up", { product: textOf(box.product) })}
        </span>
      </p>
    );
  return (
    <p class="soft small" role="status">
      {t("visit.lot.in_stock", { product: textOf(box.product), count: Number(box.left) })}
    </p>
  );
}

function Offered({ chair, take }: { chair: Chair; take: (lot: string, expiry: string) => void }) {
  const last = chair.recorded ? null : chair.lasts.session;
  const button = (key: string, lot: string, expiry: string, label: string) => (
    <button key={key} type="button" class="choice" onClick={() => take(lot, expiry)}>
      <Icon name="box" />
      <bdi>{label}</bdi>
    </button>
  );
  const offered = chair.boxes.filter((one) => one.pick === "yes" && textOf(one.lot) !== "").slice(0, mostOffered);
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

export function Lot({ chair, ...props }: LotProps) {
  const { draft, set } = props;
  const lot = draft.fields.lot ?? "";
  const take = (next: string, expiry: string): void => {
    set("lot", next);
    if (expiry !== "") set("lot_expiry", expiry);
  };
  // A scanner types its code and ends with Enter.
  const read = (): void => {
    const code = scanned(lot);
    const box = boxOf(chair.boxes, code?.lot ?? lot);
    if (code) take(code.lot, code.expiry || textOf(box?.expires_on));
    else if (box && (draft.fields.lot_expiry ?? "") === "") take(lot, textOf(box.expires_on));
  };
  return (
    <>
      <div onChange={read}>
        <LotFields {...props} />
      </div>
      <p class="soft small">{t("visit.lot.scan")}</p>
      <InStock boxes={chair.boxes} lot={lot} />
      <Offered chair={chair} take={take} />
    </>
  );
}
