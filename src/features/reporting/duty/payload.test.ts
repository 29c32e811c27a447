import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { newReportCode } from "../../../language/report-code.ts";
import type { ReportState } from "../report.ts";
import { WORKFLOW } from "../workflow/workflow.ts";
import { DESTINATIONS, REASONS } from "./duty-wording.ts";
import { type ButtonPress, encodePress, readPress } from "./payload.ts";

const [CODE, OTHER] = [
  newReportCode(() => new Uint8Array(7)),
  newReportCode(() => new Uint8Array(7).fill(9)),
];
const states = Object.keys(WORKFLOW) as ReportState[];
const version = fc.integer({ min: 1, max: 999_999 });

const presses: fc.Arbitrary<ButtonPress> = fc.oneof(
  fc.record({ code: fc.constant(CODE), to: fc.constantFrom(...states), version }),
  fc.record({
    code: fc.constant(CODE),
    to: fc.constantFrom(...states),
    version,
    extra: fc.constant({ kind: "copy" } as const),
  }),
  fc.record({
    code: fc.constant(CODE),
    to: fc.constant("rejected" as const),
    version,
    extra: fc.constantFrom(...REASONS).map((text) => ({ kind: "note", text }) as const),
  }),
  fc.record({
    code: fc.constant(CODE),
    to: fc.constant("forwarded" as const),
    version,
    extra: fc.constantFrom(...DESTINATIONS).map((text) => ({ kind: "note", text }) as const),
  }),
  fc.record({
    code: fc.constant(CODE),
    to: fc.constant("duplicate" as const),
    version,
    extra: fc.constant({ kind: "original", code: OTHER } as const),
  }),
);

describe("what a button carries", () => {
  it("fits and comes back as it was", () => {
    fc.assert(
      fc.property(presses, (press) => {
        const payload = encodePress(press);
        expect(new TextEncoder().encode(payload).length).toBeLessThanOrEqual(60);
        expect(readPress(payload)).toEqual(press);
      }),
    );
  });

  it("made up in any way never throws, and is only ever read as exactly what we write", () => {
    const token = fc.constantFrom(
      "/xl",
      CODE,
      OTHER,
      "accepted",
      "rejected",
      "3",
      "0",
      "r1",
      "f9",
      "c",
      "x",
      "toString",
    );
    const madeUp = fc.oneof(
      fc.string({ unit: "binary" }),
      fc.array(token, { maxLength: 6 }).map((tokens) => tokens.join(" ")),
      fc.tuple(presses, fc.string({ maxLength: 5 })).map(([press, tail]) => encodePress(press) + tail),
    );
    fc.assert(
      fc.property(madeUp, (payload) => {
        const press = readPress(payload);
        if (press !== null) expect(encodePress(press)).toBe(payload);
      }),
    );
  });

  it.each([
    ["a code with a slip", `/xl ${CODE.slice(0, -1)}${CODE.endsWith("1") ? "2" : "1"} accepted 1`],
    ["another command", `/tin ${CODE}`],
    ["a state that isn't one", `/xl ${CODE} toString 1`],
    ["a version that isn't one", `/xl ${CODE} accepted -1`],
    ["a reason for another move", `/xl ${CODE} accepted 1 r0`],
    ["a reason that isn't in the table", `/xl ${CODE} rejected 1 r9`],
    ["the case as its own duplicate", `/xl ${CODE} duplicate 1 ${CODE}`],
    ["an original for a rejection", `/xl ${CODE} rejected 1 ${OTHER}`],
    ["more words", `/xl ${CODE} rejected 1 r0 r1`],
  ])("%s is none of ours", (_, payload) => {
    expect(readPress(payload)).toBeNull();
  });
});
