// A place to sign with a finger, a pen or a mouse.
import { useRef } from "preact/hooks";
import { isSigned, pathOf, pointOf, withPoint, type Stroke } from "../../photos/strokes.ts";
import { t } from "../../../texts/texts.ts";

const height = 400; // of 1000

export function SignatureLines({ strokes, label }: { strokes: readonly Stroke[]; label: string }) {
  return (
    <svg class="signature" viewBox={`0 0 1000 ${height}`} role="img" aria-label={label}>
      <path d={pathOf(strokes)} />
    </svg>
  );
}

interface PadProps {
  strokes: readonly Stroke[];
  set: (strokes: readonly Stroke[]) => void;
}

export function SignaturePad({ strokes, set }: PadProps) {
  const began = useRef(0);
  const drawing = useRef(false);
  const kept = useRef(strokes);
  const put = (next: readonly Stroke[]): void => {
    kept.current = next;
    set(next);
  };
  const point = (event: PointerEvent) => {
    const box = (event.currentTarget as HTMLElement).getBoundingClientRect();
    const part = 1000 / box.width;
    return pointOf(
      (event.clientX - box.left) * part,
      (event.clientY - box.top) * part,
      event.timeStamp - began.current,
    );
  };
  return (
    <div class="signature-pad">
      <div
        class="signature-field"
        role="img"
        aria-label={t("photos.pad")}
        onPointerDown={(event) => {
          if (kept.current.length === 0) began.current = event.timeStamp;
          drawing.current = true;
          (event.currentTarget as HTMLElement).setPointerCapture(event.pointerId);
          put([...kept.current, [point(event)]]);
        }}
        onPointerMove={(event) => {
          if (drawing.current) put(withPoint(kept.current, point(event)));
        }}
        onPointerUp={() => {
          drawing.current = false;
        }}
      >
        <SignatureLines strokes={strokes} label={t("photos.pad")} />
      </div>
      <button type="button" class="quiet" disabled={!isSigned(strokes)} onClick={() => put([])}>
        {t("photos.pad_clear")}
      </button>
    </div>
  );
}
