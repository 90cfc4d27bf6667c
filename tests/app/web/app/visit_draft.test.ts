// A visit as it is typed, and the body that records it.
import "../texts/in_english.ts";
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import * as acne from "../../../../app/web/app/acne_count.ts";
import type { Kept, Kind } from "../../../../app/web/app/shapes.ts";
import * as visit from "../../../../app/web/app/visit_draft.ts";
import { field } from "./kind.ts";

const now = "2026-11-28T10:20";
const session: Kind = {
  noun: "session",
  plural: "sessions",
  summary: "",
  fields: [field("device", "choice", "last_visit"), field("lot", "text")],
  parts: null,
};
const kinds = [session];
const last = {
  id: 3,
  version: 1,
  voided: false,
  at: "2026-10-31T10:00",
  device: "pen",
  lot: "K1",
  areas: [{ region: "chin", depth_mm: 1.5, passes: 4 }],
} as Kept;
const lasts = { session: last, acne: null, scars: null, pigmentation: null };
const fresh = visit.freshVisit(kinds, lasts, now);
const none = new Set<string>();

describe("A visit", () => {
  test("begins with the settings of the last session, and with nothing that belongs to one use", () => {
    assert.deepEqual(fresh.session.fields, { at: now, device: "pen" });
    assert.deepEqual(fresh.session.areas, { chin: { depth: "1.5", passes: "4" } });
    assert.deepEqual(visit.kindsIn(fresh), ["session"]);
  });

  test("without a session records what was seen alone", () => {
    const seen = { ...visit.withoutSession(fresh), acne: acne.counted(fresh.acne, "chin", "papules", 2) };
    assert.deepEqual(Object.keys(visit.visitBody(seen, kinds, none)), ["acne"]);
  });

  test("with nothing in it is empty", () => {
    assert.deepEqual(visit.visitBody(visit.withoutSession(fresh), kinds, none), {});
  });

  test("has one day for all of it", () => {
    const moved = {
      ...fresh,
      session: { ...fresh.session, fields: { ...fresh.session.fields, at: "2026-11-27T09:00" } },
      acne: acne.examined(fresh.acne, "chin"),
    };
    const body = visit.visitBody(moved, kinds, none) as { acne: { on: string }; session: { at: string } };
    assert.equal(body.acne.on, "2026-11-27");
    assert.equal(body.session.at, "2026-11-27T09:00");
  });

  test("takes the settings of a protocol, and keeps the lot that was typed", () => {
    const typed = { ...fresh, session: { ...fresh.session, fields: { ...fresh.session.fields, lot: "K2" } } };
    const protocol = {
      id: 1,
      version: 1,
      voided: false,
      name: "Scars",
      device: "stamp",
      areas: [{ region: "nose", depth_mm: 0.5, passes: 2 }],
      applications: [{ active: "panthenol", product: null }],
    } as Kept;
    const by = visit.byProtocol(typed, protocol);
    assert.deepEqual(by.session.fields, { at: now, device: "stamp", lot: "K2" });
    assert.deepEqual(by.session.areas, { nose: { depth: "0.5", passes: "2" } });
    assert.deepEqual(visit.visitBody(by, kinds, none).application, [{ at: now, active: "panthenol" }]);
  });

  test("goes back to the last session's settings, at its own time", () => {
    const back = visit.asLast(visit.withoutSession(fresh), session, last);
    assert.deepEqual(back.session.areas, fresh.session.areas);
    assert.equal(back.session.fields.at, now);
  });

  test("sends the reasons that answer what is asked, and no others", () => {
    const reasoned = { ...fresh, session: { ...fresh.session, overrides: { "a@chin": "healed", b: "old" } } };
    const body = visit.visitBody(reasoned, kinds, new Set(["a@chin"])) as { session: { overrides: unknown } };
    assert.deepEqual(body.session.overrides, { "a@chin": "healed" });
  });
});

describe("The day of a visit", () => {
  const typed = visit.typed(fresh, { ...fresh, applications: [{ active: "peptides" }] }, now);

  test("is not asked on the day on which it was begun", () => {
    assert.equal(typed.begun, now);
    assert.equal(visit.dayToAsk(typed, "2026-11-28T23:50", "2026-11-28T23:50"), null);
  });

  test("is asked after midnight, and forty days later", () => {
    assert.equal(visit.dayToAsk(typed, "2026-11-29T00:05", "2026-11-29T00:05"), now);
    assert.equal(visit.dayToAsk(typed, "2027-01-07T09:00", "2027-01-07T09:00"), now);
  });

  test("is not asked again once somebody has said it", () => {
    const said = visit.onDay(typed, "2026-11-28T10:20");
    assert.equal(visit.dayToAsk(said, "2027-01-07T09:00", "2027-01-07T09:00"), null);
    assert.equal(visit.dayOfVisit(said), "2026-11-28");
    const moved = { ...fresh, session: { ...fresh.session, fields: { ...fresh.session.fields, at: "2026-11-27" } } };
    assert.equal(visit.typed(fresh, moved, now).isDayGiven, true);
  });
});
