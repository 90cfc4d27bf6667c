// How a head is held, found on the device: rendered heads that differ in one thing are uploaded on the page, and what
// was found is compared with what they were rendered with. Each part of the score falls with its own fault only.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { folder, freshBook, needlebook } from "../support/book.mjs";
import { closeBrowser, kept, openPage, visit } from "../support/browser.mjs";
import { headPicture } from "../support/heads.mjs";
import { serve } from "../support/server.mjs";

const longestMs = 60000; // the first one loads the models
let room, book, server, it;
const poses = {};

const heads = {
  straight: {},
  left: { yaw: 8 },
  right: { yaw: -8 },
  up: { pitch: 10 },
  down: { pitch: -10 },
  tilted: { roll: 7 },
  near: { distance: 56 },
  aside: { down: 2.5 },
  dark: { light: 0.5 },
};

before(async () => {
  room = folder();
  book = freshBook(room.path);
  needlebook("patient", "add", "--chart", "C-001", "--book", book);
  server = await serve(book, { asOf: "2026-11-23" });
  it = await openPage(server);
  it.page.setDefaultTimeout(longestMs);
  await visit(it.page, server, "/patients/C-001/photos");
  for (const [name, how] of Object.entries(heads)) {
    const count = Object.keys(poses).length;
    const buffer = await headPicture(it.page, how);
    await it.page.setInputFiles('input[type="file"]', { name: `${name}.jpg`, mimeType: "image/jpeg", buffer });
    await it.page.getByLabel("Taken").first().fill("2026-11-20");
    await it.page.click('button:text-is("Add the photo")');
    await it.page.waitForFunction((wanted) => document.querySelectorAll(".photo img").length === wanted, count + 1);
    const photos = await kept(it.page, "/patients/C-001/photo");
    poses[name] = photos.find(({ id }) => id === count + 1);
  }
});
after(async () => {
  await closeBrowser();
  await server?.stop();
  room?.remove();
});

const angle = (name, what) => poses[name].pose[what] - poses.straight.pose[what];
const near = (is, wanted, by, what) => assert.ok(Math.abs(is - wanted) <= by, `${what}: ${is}, not ${wanted}`);
const fallen = async (name) => {
  const pair = await kept(it.page, `/patients/C-001/photos/compare?first=1&second=${poses[name].id}`);
  return pair.parts.filter(({ score }) => score === null || score < 100).map(({ part }) => part);
};

describe("The pose of a head", () => {
  test("is found in every rendered head, with its version, and kept", () => {
    for (const [name, { pose }] of Object.entries(poses)) {
      assert.ok(pose, name);
      assert.equal(pose.version, 1);
    }
    assert.deepEqual(it.consoleMessages, []);
    assert.deepEqual(it.strangers, []);
  });

  test("tells by how much it is turned to within 3°", () => {
    near(angle("left", "yaw"), 8, 3, "left");
    near(angle("right", "yaw"), -8, 3, "right");
    for (const name of ["up", "down", "tilted", "near", "dark"]) near(angle(name, "yaw"), 0, 3, name);
  });

  test("tells by how much the chin is raised to within 6°", () => {
    near(angle("up", "pitch"), 10, 6, "up");
    near(angle("down", "pitch"), -10, 6, "down");
    for (const name of ["left", "right", "tilted", "near", "dark"]) near(angle(name, "pitch"), 0, 6, name);
  });

  test("tells by how much it is tilted to within 3°", () => {
    near(angle("tilted", "roll"), 7, 3, "tilted");
    for (const name of ["left", "right", "up", "down", "near", "dark"]) near(angle(name, "roll"), 0, 3, name);
  });

  test("tells by how much the camera is nearer to within 5 %", () => {
    // The eyes are 8.5 cm before the middle of the head, which `distance` counts from.
    const wanted = (70 - 8.5) / (56 - 8.5);
    near(poses.near.pose.eye_distance / poses.straight.pose.eye_distance / wanted, 1, 0.05, "nearer");
    for (const name of ["tilted", "dark", "aside"])
      near(poses[name].pose.eye_distance / poses.straight.pose.eye_distance, 1, 0.05, name);
  });

  test("and each part of the score falls with its own fault only", async () => {
    assert.deepEqual(await fallen("left"), ["yaw"]);
    assert.deepEqual(await fallen("right"), ["yaw"]);
    assert.deepEqual(await fallen("tilted"), ["roll"]);
    assert.deepEqual(await fallen("near"), ["distance"]);
    assert.deepEqual(await fallen("aside"), ["place"]);
    assert.deepEqual(await fallen("dark"), ["light"]);
  });
});
