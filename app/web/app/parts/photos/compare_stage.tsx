// Two photographs side by side, one over the other behind a slider, or in turn; zoomed and moved together.
import { useEffect, useId, useRef, useState } from "preact/hooks";
import { photoAddress } from "../../api.ts";
import { momentText } from "../../format.ts";
import { further, moved, nearer, transformOf, whole, zoomByKey, type Pair, type Zoom } from "../../photos/compared.ts";
import type { PhotoSeen } from "../../shapes.ts";
import { titleOf } from "../../words.ts";
import { t } from "../../../texts/texts.ts";

const modes = ["side", "slider", "blink"] as const;
type Mode = (typeof modes)[number];
const turnMs = 1000;

interface PictureProps {
  which: keyof Pair;
  seen: PhotoSeen;
  zoom: Zoom;
  clip?: string;
  hidden?: boolean;
}

function Picture({ which, seen: { photo }, zoom, clip, hidden = false }: PictureProps) {
  const alt = t(`photos.compare.${which}_is`, { view: titleOf(photo.view), when: momentText(photo.taken_at) });
  return (
    <div class="compare-layer" style={{ clipPath: clip ?? "none", visibility: hidden ? "hidden" : "visible" }}>
      <img
        src={photoAddress(photo.id, "screen")}
        alt={alt}
        style={{ transform: transformOf(zoom) }}
        draggable={false}
      />
    </div>
  );
}

const Caption = ({ which, seen: { photo } }: { which: keyof Pair; seen: PhotoSeen }) => (
  <figcaption class="small">
    {t(`photos.compare.${which}`)}: <time dateTime={photo.taken_at}>{momentText(photo.taken_at)}</time>
  </figcaption>
);

// Whether the second one is shown, in turn while it changes by itself.
function useTurns(isOn: boolean): [boolean, () => void] {
  const [isSecond, setSecond] = useState(false);
  useEffect(() => {
    if (!isOn) return;
    const timer = setInterval(() => setSecond((now) => !now), turnMs);
    return () => clearInterval(timer);
  }, [isOn]);
  return [isSecond, () => setSecond((now) => !now)];
}

export function CompareStage({ first, second }: Pair) {
  const id = useId();
  const [mode, setMode] = useState<Mode>("side");
  const [zoom, setZoom] = useState(whole);
  const [share, setShare] = useState(50);
  const [byItself, setByItself] = useState(false);
  const [isSecond, turn] = useTurns(mode === "blink" && byItself);
  const held = useRef<{ x: number; y: number } | null>(null);
  const drag = {
    onPointerDown: (event: PointerEvent): void => {
      held.current = { x: event.clientX, y: event.clientY };
      (event.currentTarget as HTMLElement).setPointerCapture(event.pointerId);
    },
    onPointerMove: (event: PointerEvent): void => {
      const from = held.current;
      if (from === null) return;
      const { width, height } = (event.currentTarget as HTMLElement).getBoundingClientRect();
      held.current = { x: event.clientX, y: event.clientY };
      setZoom((now) => moved(now, (event.clientX - from.x) / width, (event.clientY - from.y) / height));
    },
    onPointerUp: (): void => void (held.current = null),
  };
  return (
    <div class="compare">
      <div class="actions no-print">
        <div class="segments" role="group" aria-label={t("photos.compare.mode")}>
          {modes.map((one) => (
            <button key={one} type="button" aria-pressed={one === mode} onClick={() => setMode(one)}>
              {t(`photos.compare.${one}`)}
            </button>
          ))}
        </div>
        <button type="button" onClick={() => setZoom(nearer)}>
          {t("photos.compare.zoom_in")}
        </button>
        <button type="button" onClick={() => setZoom(further)}>
          {t("photos.compare.zoom_out")}
        </button>
        <button type="button" onClick={() => setZoom(whole)}>
          {t("photos.compare.whole")}
        </button>
      </div>
      <p class="soft small no-print" id={id}>
        {t("photos.compare.keys")}
      </p>
      <div
        class={mode === "side" ? "compare-stage compare-side" : "compare-stage"}
        dir="ltr"
        role="group"
        tabIndex={0}
        aria-label={t("photos.compare.stage")}
        aria-describedby={id}
        onKeyDown={(event) => {
          if (event.altKey || event.ctrlKey || event.metaKey) return;
          const next = zoomByKey(zoom, event.key);
          if (next !== null) setZoom(next);
          else if (event.key === " " && mode === "blink") turn();
          else return;
          event.preventDefault();
        }}
      >
        {mode === "side" ? (
          (["first", "second"] as const).map((which) => (
            <figure key={which}>
              <div class="compare-frame" {...drag}>
                <Picture which={which} seen={which === "first" ? first : second} zoom={zoom} />
              </div>
              <Caption which={which} seen={which === "first" ? first : second} />
            </figure>
          ))
        ) : (
          <figure>
            <div class="compare-frame" {...drag}>
              <Picture which="first" seen={first} zoom={zoom} hidden={mode === "blink" && isSecond} />
              <Picture
                which="second"
                seen={second}
                zoom={zoom}
                clip={mode === "slider" ? `inset(0 0 0 ${100 - share}%)` : "none"}
                hidden={mode === "blink" && !isSecond}
              />
            </div>
            {(mode === "slider" || !isSecond) && <Caption which="first" seen={first} />}
            {(mode === "slider" || isSecond) && <Caption which="second" seen={second} />}
          </figure>
        )}
      </div>
      {mode === "slider" && (
        <div class="field no-print" dir="ltr">
          <label for={`${id}-share`} dir="auto">
            {t("photos.compare.share")}
          </label>
          <input
            id={`${id}-share`}
            class="compare-share"
            type="range"
            min={0}
            max={100}
            value={share}
            onInput={(event) => setShare(Number(event.currentTarget.value))}
          />
        </div>
      )}
      {mode === "blink" && (
        <div class="actions no-print">
          <button type="button" onClick={turn}>
            {t("photos.compare.other")}
          </button>
          <button type="button" aria-pressed={byItself} onClick={() => setByItself((now) => !now)}>
            {t("photos.compare.by_itself")}
          </button>
        </div>
      )}
    </div>
  );
}
