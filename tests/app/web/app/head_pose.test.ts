// How a head is held, from landmarks: a rigid face is turned, tilted, moved and brought nearer, and each shows in its
// own figure only.
import assert from "node:assert/strict";
import { test } from "node:test";
import { headPose, poseText, type Landmark } from "../../../../app/web/app/photos/head_pose.ts";

// Landmarks of a face in centimetres: x to the viewer's right, y down, z away from the camera.
const face: Record<number, Landmark> = {
  33: [-4.6, -1.9, -6],
  133: [-1.6, -1.9, -7],
  362: [1.6, -1.9, -7],
  263: [4.6, -1.9, -6],
  234: [-7.2, 0, 0],
  454: [7.2, 0, 0],
  10: [0, -8, -6],
  152: [0, 8.5, -6],
  168: [0, -2, -8],
  2: [0, 3.2, -8.5],
};

interface Held {
  yaw?: number; // degrees
  pitch?: number;
  roll?: number;
  scale?: number; // pixels in a centimetre
  x?: number;
  y?: number;
}

function meshOf({ yaw = 0, pitch = 0, roll = 0, scale = 20, x = 300, y = 400 }: Held): Landmark[] {
  const [a, b, c] = [yaw, pitch, roll].map((degrees) => (degrees * Math.PI) / 180) as [number, number, number];
  const turned = ([px, py, pz]: Landmark): Landmark => {
    // To the patient's left: what is near goes to the viewer's right.
    const [x1, z1] = [px * Math.cos(a) - pz * Math.sin(a), px * Math.sin(a) + pz * Math.cos(a)];
    // The chin higher: what is near goes up.
    const [y2, z2] = [py * Math.cos(b) + z1 * Math.sin(b), -py * Math.sin(b) + z1 * Math.cos(b)];
    // To the patient's left shoulder: what is above goes to the viewer's right.
    const [x3, y3] = [x1 * Math.cos(c) - y2 * Math.sin(c), x1 * Math.sin(c) + y2 * Math.cos(c)];
    return [x + scale * x3, y + scale * y3, scale * z2];
  };
  return Array.from({ length: 468 }, (_, index) => turned(face[index] ?? [0, 0, 0]));
}

const poseOf = (held: Held) => {
  const pose = headPose(meshOf(held), 600, 800);
  assert.ok(pose);
  return pose;
};
const near = (is: number, wanted: number, by: number) => assert.ok(Math.abs(is - wanted) <= by, `${is}, not ${wanted}`);

test("turning, raising the chin and tilting show in their own angle, by as much as it is", () => {
  const straight = poseOf({});
  for (const degrees of [-30, -10, 5, 20]) {
    const yaw = poseOf({ yaw: degrees });
    near(yaw.yaw - straight.yaw, degrees, 0.1);
    near(yaw.pitch, straight.pitch, 0.5);
    near(yaw.roll, straight.roll, 0.1);
    const pitch = poseOf({ pitch: degrees });
    near(pitch.pitch - straight.pitch, degrees, 0.1);
    near(pitch.yaw, straight.yaw, 0.1);
    near(pitch.roll, straight.roll, 0.1);
    const roll = poseOf({ roll: degrees });
    near(roll.roll - straight.roll, degrees, 0.1);
    near(roll.yaw, straight.yaw, 0.1);
    near(roll.pitch, straight.pitch, 0.5);
  }
});

test("coming nearer and moving aside show in distance and place alone", () => {
  const straight = poseOf({});
  const nearer = poseOf({ scale: 25 });
  near(nearer.eye_distance / straight.eye_distance, 1.25, 0.01);
  near(nearer.yaw, straight.yaw, 0.01);
  near(nearer.pitch, straight.pitch, 0.01);
  const aside = poseOf({ x: 360, y: 440 });
  near(aside.centre_x - straight.centre_x, 10, 0.01);
  near(aside.centre_y - straight.centre_y, 5, 0.01);
  near(aside.eye_distance, straight.eye_distance, 0.01);
});

test("there is no pose without all landmarks", () => {
  assert.equal(headPose([], 600, 800), null);
  assert.equal(headPose(meshOf({}).slice(0, 467), 600, 800), null);
});

test("it is sent as the book keeps it", () => {
  assert.match(
    poseText(poseOf({})),
    /^version=1,yaw=[-\d.]+,pitch=[-\d.]+,roll=[-\d.]+,eye_distance=[\d.]+,centre_x=[-\d.]+,centre_y=[-\d.]+$/,
  );
});
