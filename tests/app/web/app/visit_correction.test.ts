// A visit that is in the book, on the form that recorded it.
import "../texts/in_english.ts";
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import * as acne from "../../../../app/web/app/acne_count.ts";
import type { Kept, Kind } from "../../../../app/web/app/shapes.ts";
import { changesOf, correctionBody, asRecorded, recordedOn } from "../../../../app/web/app/visit_correction.ts";
import { withoutSession, type VisitDraft } from "../../../../app/web/app/visit_draft.ts";
import { field } from "./kind.ts";

const kind = (noun: string, fields: Kind["fields"], parts: Kind["parts"] = null): Kind => ({
  noun,
  plural: noun,
  summary: "",
  fields,
  parts,
});
const kinds = [
  kind("session", [field("at", "moment"), field("device", "choice"), field("lot", "text"), field("pain", "whole")], {
    name: "areas",
    meaning: "",
    fields: [field("region", "choice"), field("depth_mm", "number"), field("passes", "whole")],
  }),
  kind("acne", [field("rest", "choice"), field("iga", "whole"), field("note", "text")], {
    name: "regions",
    meaning: "",
    fields: [field("region", "choice"), field("papules", "whole")],
  }),
  kind("reading", [field("on", "moment"), field("what", "choice"), field("value", "number")]),
  kind("application", [field("active", "choice"), field("product", "text")]),
];
const kept = (record: { id: number } & Record<string, unknown>): Kept => ({
  version: 2,
  voided: false,
  patient: "C-001",
  ...record,
});
const session = kept({
  id: 5,
  at: "2026-10-20T10:00",
  device: "pen",
  lot: "K1",
  pain: null,
  areas: [{ region: "chin", depth_mm: 1.5, passes: 4 }],
});
const status = kept({
  id: 7,
  on: "2026-10-20T09:50",
  rest: "clear",
  iga: 2,
  note: null,
  regions: [
    {
      region: "chin",
      open_comedones: 0,
      closed_comedones: 0,
      papules: 3,
      pustules: 0,
      nodules: 0,
      cysts: 0,
    },
  ],
});
const readings = [1, 2].map((id) => kept({ id, on: "2026-10-20", what: "tewl", value: 10 + id }));
const serum = kept({ id: 9, at: "2026-10-20T11:00", active: "peptides", product: "Serum", session: 5 });
const recorded = recordedOn("2026-10-20", [
  { noun: "session", records: [session, kept({ id: 6, at: "2026-11-20T10:00", areas: [] })] },
  { noun: "acne", records: [status] },
  { noun: "reading", records: readings },
  { noun: "application", records: [serum] },
]);
const start = asRecorded(kinds, recorded);
const body = (value: VisitDraft) => correctionBody(kinds, recorded, value, new Set());
const withLot = (lot: string): VisitDraft => ({
  ...start,
  session: { ...start.session, fields: { ...start.session.fields, lot } },
});

describe("A visit that is in the book", () => {
  test("is what its day holds, and tells what the form has no place for", () => {
    assert.equal(recorded.records.session?.id, 5);
    assert.deepEqual(
      recorded.others.map(({ record }) => record.id),
      [2],
    );
    assert.deepEqual(start.session.areas, { chin: { depth: "1.5", passes: "4" } });
    assert.equal(start.acne.regions.chin?.papules, 3);
  });

  test("is not corrected where nothing differs", () => {
    assert.deepEqual(body(start), {});
    assert.deepEqual(changesOf(kinds, recorded, start), []);
  });

  test("is corrected by what differs alone, beside the versions of all of it", () => {
    assert.deepEqual(body(withLot("K2")), {
      session: { id: 5, version: 2, lot: "K2" },
      acne: { id: 7, version: 2 },
      reading: { id: 1, version: 2 },
      application: [{ id: 9, version: 2 }],
    });
    assert.deepEqual(changesOf(kinds, recorded, withLot("K2")), [
      { noun: "session", is: "changed", fields: [{ name: "lot", was: "K1", is: "K2" }] },
    ]);
  });

  test("has emptied fields as none, and rows by their region", () => {
    const emptied = body(withLot("")) as { session: { lot: unknown } };
    assert.equal(emptied.session.lot, null);
    const more = { ...start, acne: acne.counted(start.acne, "chin", "papules", 5) };
    assert.deepEqual(changesOf(kinds, recorded, more), [
      { noun: "acne", is: "changed", fields: [{ name: "chin: papules", was: "3", is: "5" }] },
    ]);
  });

  test("may have records taken out and added", () => {
    const other = {
      ...withoutSession(start),
      applications: [{ active: "niacinamide", product: "" }],
    };
    const parts = body(other);
    assert.deepEqual(parts.session, { id: 5, version: 2, void: true });
    assert.deepEqual(parts.application, [
      { id: 9, version: 2, void: true },
      { at: "2026-10-20T10:00", active: "niacinamide", session: null },
    ]);
    assert.deepEqual(
      changesOf(kinds, recorded, other).map(({ noun, is }) => `${noun} ${is}`),
      ["session taken_out", "application taken_out", "application added"],
    );
  });

  test("moves to another day as a whole", () => {
    const moved = {
      ...start,
      session: { ...start.session, fields: { ...start.session.fields, at: "2026-10-19T10:00" } },
    };
    const parts = body(moved) as Record<string, Record<string, unknown>>;
    assert.equal(parts.session?.at, "2026-10-19T10:00");
    assert.equal(parts.acne?.on, "2026-10-19");
    assert.equal(parts.reading?.on, "2026-10-19");
  });
});
