import "../texts/in_english.ts";
import assert from "node:assert/strict";
import { test } from "node:test";

import * as start from "../../../../app/web/app/first_start.ts";

const { bodyOfBeginning, freshDevice, unset, zoneOf } = start;
const alone: start.Beginning = {
  name: " Skin clinic ",
  zone: "Africa/Cairo",
  telephone: "",
  signIn: false,
  devices: {},
  box: null,
};
const set = (depth: string, passes: string): start.DeviceDraft => {
  const fresh = freshDevice("Pen");
  return { ...fresh, areas: { ...fresh.areas, cheeks: { depth, passes } } };
};

test("a name is all that has to be typed", () => {
  assert.deepEqual(bodyOfBeginning(alone, "2026-11-30"), {
    clinic: { name: "Skin clinic", time_zone: "Africa/Cairo" },
    protocols: [],
    stock: [],
  });
});

test("a device becomes a protocol of the places that are set, the two cheeks alike", () => {
  const { protocols } = bodyOfBeginning({ ...alone, devices: { pen: set("1,5", "4") } }, "2026-11-30");
  assert.deepEqual(protocols, [
    {
      name: "Pen",
      device: "pen",
      areas: [
        { region: "left_cheek", depth_mm: 1.5, passes: 4 },
        { region: "right_cheek", depth_mm: 1.5, passes: 4 },
      ],
    },
  ]);
});

test("half of a place is sent, for the server to say what is missing", () => {
  const { protocols } = bodyOfBeginning({ ...alone, devices: { pen: set("1.5", "") } }, "2026-11-30");
  assert.deepEqual((protocols as { areas: unknown[] }[])[0]?.areas[0], { region: "left_cheek", depth_mm: 1.5 });
});

test("a device that is ticked and not set is asked about, and one that is not ticked is not", () => {
  assert.deepEqual(unset({ ...alone, devices: { pen: set("", ""), stamp: set("1", "2") } }), ["pen"]);
  assert.deepEqual(unset(alone), []);
});

test("a box is stock of today", () => {
  const box = { product: "Pen 12", lot: "K1", expiry: "", received: "50" };
  assert.deepEqual(bodyOfBeginning({ ...alone, box }, "2026-11-30").stock, [
    { kind: "cartridge", product: "Pen 12", lot: "K1", received: 50, received_on: "2026-11-30" },
  ]);
});

test("the zone is the browser's, or the machine's where the browser hides it", () => {
  const place = { file: "a", folder: "/", others: [], zone: "Asia/Dubai", key: "" };
  assert.equal(zoneOf(place, "Africa/Cairo"), "Africa/Cairo");
  assert.equal(zoneOf(place, "UTC"), "Asia/Dubai");
  assert.equal(zoneOf(place, undefined), "Asia/Dubai");
});
