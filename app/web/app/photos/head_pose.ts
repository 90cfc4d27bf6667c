// How a head is held, from the landmarks of a face (facemesh, 468 points).

// x and y in pixels of the picture, z in the same unit, less is nearer to the camera.
export type Landmark = readonly [x: number, y: number, z: number];

// As docs/openapi.yaml has it: Photo.pose.
export interface HeadPose {
  version: number;
  yaw: number;
  pitch: number;
  roll: number;
  eye_distance: number;
  centre_x: number;
  centre_y: number;
}

// Another number as soon as the same picture can get another pose: other models, other landmarks, another formula.
export const poseVersion = 1;

// Pairs of landmarks on the patient's right and left that move with the skull: corners of the eyes, edges of the face.
const acrossPairs = [
  [33, 263],
  [133, 362],
  [234, 454],
] as const;
// The same from above to below: the middle of the forehead and the chin, between the eyes and below the nose.
const downPairs = [
  [10, 152],
  [168, 2],
] as const;
const eyes = [
  [33, 133],
  [362, 263],
] as const;

const sum = (all: readonly Landmark[]): Landmark =>
  all.reduce<Landmark>(([x, y, z], [dx, dy, dz]) => [x + dx, y + dy, z + dz], [0, 0, 0]);
const from = ([x, y, z]: Landmark, [x2, y2, z2]: Landmark): Landmark => [x2 - x, y2 - y, z2 - z];
const degrees = (radians: number): number => (radians * 180) / Math.PI;
const rounded = (value: number): number => Math.round(value * 100) / 100 + 0; // no -0

// Nothing where landmarks are missing.
export function headPose(mesh: readonly Landmark[], width: number, height: number): HeadPose | null {
  if (mesh.length < 468) return null;
  const at = (index: number): Landmark => mesh[index] ?? [0, 0, 0];
  const along = (pairs: readonly (readonly [number, number])[]): Landmark =>
    sum(pairs.map(([begin, end]) => from(at(begin), at(end))));
  const [right, low, back] = along(acrossPairs);
  const [downX, downY, downBack] = along(downPairs);
  const roll = Math.atan2(low, right);
  // Upright again, before the chin is looked at.
  const upright = downY * Math.cos(roll) - downX * Math.sin(roll);
  const middles = eyes.map(([outer, inner]) => sum([at(outer), at(inner)]).map((part) => part / 2));
  const [rightEye = [], leftEye = []] = middles;
  const [rx = 0, ry = 0] = rightEye;
  const [lx = 0, ly = 0] = leftEye;
  return {
    version: poseVersion,
    yaw: rounded(degrees(Math.atan2(back, Math.hypot(right, low)))),
    pitch: rounded(degrees(Math.atan2(-downBack, upright))),
    roll: rounded(degrees(roll)),
    eye_distance: rounded((100 * Math.hypot(lx - rx, ly - ry)) / width),
    centre_x: rounded((50 * (lx + rx)) / width),
    centre_y: rounded((50 * (ly + ry)) / height),
  };
}

// As it is sent with a photograph.
export const poseText = (pose: HeadPose): string =>
  Object.entries(pose)
    .map(([name, value]) => `${name}=${value}`)
    .join(",");
