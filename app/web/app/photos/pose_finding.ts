// The pose of the head in a picture, found on this device. Nothing where there is no face, where the picture cannot be
// decoded here, or where the program for it cannot be loaded: then the pose is not judged.
import { headPose, type HeadPose, type Landmark } from "./head_pose.ts";

const program = "/pose.js";
const longestSide = 1280;
const longestMs = 20000;

let worker: Worker | null = null;
let asked = 0;

async function pixelsOf(picture: Blob): Promise<ImageData | null> {
  try {
    const bitmap = await createImageBitmap(picture);
    const scale = Math.min(1, longestSide / Math.max(bitmap.width, bitmap.height));
    const canvas = document.createElement("canvas");
    canvas.width = Math.max(1, Math.round(bitmap.width * scale));
    canvas.height = Math.max(1, Math.round(bitmap.height * scale));
    const pen = canvas.getContext("2d");
    pen?.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
    bitmap.close();
    return pen?.getImageData(0, 0, canvas.width, canvas.height) ?? null;
  } catch {
    return null;
  }
}

function meshOf(pixels: ImageData): Promise<readonly Landmark[] | null> {
  const own = (worker ??= new Worker(program));
  const id = ++asked;
  return new Promise((resolve) => {
    const end = (mesh: readonly Landmark[] | null): void => {
      clearTimeout(timer);
      own.removeEventListener("message", onMessage);
      own.removeEventListener("error", onError);
      resolve(mesh);
    };
    // A program that does not answer is not asked again.
    const giveUp = (): void => {
      own.terminate();
      if (worker === own) worker = null;
      end(null);
    };
    const onMessage = ({ data }: MessageEvent<{ id: number; mesh: Landmark[] | null }>): void => {
      if (data.id === id) end(data.mesh);
    };
    const onError = giveUp;
    const timer = setTimeout(giveUp, longestMs);
    own.addEventListener("message", onMessage);
    own.addEventListener("error", onError);
    own.postMessage({ id, pixels });
  });
}

export async function poseOf(picture: Blob): Promise<HeadPose | null> {
  const pixels = await pixelsOf(picture);
  if (pixels === null) return null;
  const mesh = await meshOf(pixels);
  return mesh && headPose(mesh, pixels.width, pixels.height);
}
