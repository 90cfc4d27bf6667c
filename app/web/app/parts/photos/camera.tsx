// The browser's camera, with the earlier photograph of the same view over what it sees, and lines for eyes and chin.
import type { RefObject } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import { photoAddress } from "../../api.ts";
import type { PhotoSeen } from "../../shapes.ts";
import { t } from "../../../texts/texts.ts";
import { Dialog } from "../dialog.tsx";

const seconds = 3;
const quality = 0.95;

// The picture that the camera sees, in the camera's own size.
function pictureOf(video: HTMLVideoElement): Promise<Blob | null> {
  const canvas = document.createElement("canvas");
  canvas.width = video.videoWidth;
  canvas.height = video.videoHeight;
  canvas.getContext("2d")?.drawImage(video, 0, 0);
  return new Promise((resolve) => canvas.toBlob(resolve, "image/jpeg", quality));
}

function useCamera(): { video: RefObject<HTMLVideoElement>; isOn: boolean; isRefused: boolean } {
  const video = useRef<HTMLVideoElement>(null);
  const [isOn, setOn] = useState(false);
  const [isRefused, setRefused] = useState(false);
  useEffect(() => {
    let stream: MediaStream | null = null;
    let isOver = false;
    const stop = (): void => stream?.getTracks().forEach((track) => track.stop());
    const begin = async (): Promise<void> => {
      stream = await navigator.mediaDevices.getUserMedia({
        audio: false,
        video: { facingMode: "environment", width: { ideal: 4096 }, height: { ideal: 3072 } },
      });
      if (isOver || video.current === null) return stop();
      video.current.srcObject = stream;
      await video.current.play();
      setOn(true);
    };
    begin().catch(() => setRefused(true));
    return () => {
      isOver = true;
      stop();
    };
  }, []);
  return { video, isOn, isRefused };
}

// Counts down from `seconds` once it is begun; nothing while it is not.
function useCountdown(done: () => void): { left: number | null; begin: () => void } {
  const [left, setLeft] = useState<number | null>(null);
  const then = useRef(done);
  then.current = done;
  useEffect(() => {
    if (left === null) return;
    const timer = setTimeout(() => {
      if (left > 1) return setLeft(left - 1);
      setLeft(null);
      then.current();
    }, 1000);
    return () => clearTimeout(timer);
  }, [left]);
  return { left, begin: () => setLeft(seconds) };
}

const Guides = () => (
  <svg class="camera-guides" viewBox="0 0 150 200" preserveAspectRatio="none" aria-hidden="true">
    <path d="M10 84h130M10 140h130M75 12v176" />
  </svg>
);

interface CameraProps {
  ghost: PhotoSeen | undefined;
  taken: (picture: Blob) => void;
  close: () => void;
}

export function Camera({ ghost, taken, close }: CameraProps) {
  const { video, isOn, isRefused } = useCamera();
  const [strength, setStrength] = useState(40);
  const take = (): void => {
    if (video.current === null) return;
    void pictureOf(video.current).then((picture) => picture && taken(picture));
  };
  const { left, begin } = useCountdown(take);
  return (
    <Dialog title={t("photos.camera.title")} close={close}>
      {isRefused ? (
        <p role="alert">{t("photos.camera.refused")}</p>
      ) : (
        <>
          <div class="camera" dir="ltr">
            <video ref={video} muted playsInline aria-label={t("photos.camera.seen")} />
            {ghost && (
              <img
                class="camera-ghost"
                src={photoAddress(ghost.photo.id, "screen")}
                alt={t("photos.camera.ghost")}
                style={{ opacity: strength / 100 }}
              />
            )}
            <Guides />
            {left !== null && (
              <p class="camera-left figures" role="status">
                {left}
              </p>
            )}
          </div>
          {ghost && (
            <div class="field">
              <label for="camera-strength">{t("photos.camera.strength")}</label>
              <input
                id="camera-strength"
                class="compare-share"
                type="range"
                min={0}
                max={100}
                value={strength}
                onInput={(event) => setStrength(Number(event.currentTarget.value))}
              />
            </div>
          )}
          <div class="actions">
            <button type="button" class="main" disabled={!isOn || left !== null} onClick={take}>
              {t("photos.camera.take")}
            </button>
            <button type="button" disabled={!isOn || left !== null} onClick={begin}>
              {t("photos.camera.countdown", { count: seconds })}
            </button>
          </div>
        </>
      )}
    </Dialog>
  );
}
