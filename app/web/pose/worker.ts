// A program of its own, pose.js, that only pages of photographs load: finds the landmarks of the face in a picture, on
// this device. It is asked { id, pixels } and answers { id, mesh }, or { id, mesh: null } where there is no face.
/// <reference lib="webworker" />
import { Human, type Config, type Input } from "@vladmandic/human";

export interface Asked {
  id: number;
  pixels: ImageData;
}
export interface Found {
  id: number;
  mesh: [number, number, number][] | null;
}

const deeper = 1.4;
const off = { enabled: false };
const config: Partial<Config> = {
  backend: "cpu", // the same figures on every device
  modelBasePath: "/",
  cacheModels: false,
  cacheSensitivity: 0,
  async: false,
  debug: false,
  warmup: "none",
  filter: { ...off, return: false },
  gesture: off,
  face: {
    enabled: true,
    detector: {
      enabled: true,
      modelPath: "blazeface.json",
      rotation: true,
      maxDetected: 1,
      skipFrames: 0,
      skipTime: 0,
    },
    mesh: { enabled: true, modelPath: "facemesh.json" },
    attention: off,
    iris: off,
    description: off,
    emotion: off,
    antispoof: off,
    liveness: off,
    gear: off,
  },
  body: off,
  hand: off,
  object: off,
  segmentation: off,
};

// The library leaves this without a type.
interface Picture {
  dispose(): void;
}
interface Tensors {
  setBackend(name: string): Promise<boolean>;
  ready(): Promise<void>;
  tensor4d(values: Int32Array, shape: number[], type: string): Picture;
}
const tensorsOf = (human: Human): Tensors => human.tf as Tensors;

const worker = self as unknown as DedicatedWorkerGlobalScope;
let loading: Promise<Human> | null = null;

async function loaded(): Promise<Human> {
  const human = new Human(config);
  await tensorsOf(human).setBackend("cpu");
  await tensorsOf(human).ready();
  await human.load();
  return human;
}

async function meshOf(pixels: ImageData): Promise<Found["mesh"]> {
  const human = await (loading ??= loaded());
  const { data, width, height } = pixels;
  const colours = new Int32Array(width * height * 3);
  for (let at = 0; at < width * height; at++)
    for (let colour = 0; colour < 3; colour++) colours[3 * at + colour] = data[4 * at + colour] ?? 0;
  const picture = tensorsOf(human).tensor4d(colours, [1, height, width, 3], "int32");
  try {
    const { face, error } = await human.detect(picture as Input);
    if (error) throw new Error(error);
    const [found] = face;
    if (found === undefined || found.mesh.length < 468) return null;
    // z is in the unit of the model's own picture of the face, 192 pixels. By how much that is deeper than the face is
    // wide was fitted to rendered heads (tests/app/web/pages/pose.test.mjs), not to faces of people.
    const scale = found.box[2] / 192 / deeper;
    return found.mesh.map(([x, y, z = 0]) => [x, y, z * scale]);
  } finally {
    picture.dispose();
  }
}

worker.onmessage = ({ data: { id, pixels } }: MessageEvent<Asked>): void => {
  meshOf(pixels).then(
    (mesh) => worker.postMessage({ id, mesh } satisfies Found),
    () => worker.postMessage({ id, mesh: null } satisfies Found),
  );
};
