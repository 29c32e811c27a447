import { describe, expect, it } from "vitest";
import { contextOf } from "../../test/turn-context.ts";
import { KNOWLEDGE_THREAD } from "../features/answering/knowledge-thread.ts";
import { OPEN_DANGER } from "../features/emergency/open-danger.ts";
import { figureQuerySchema } from "../features/figures/figure-query.ts";
import { FIGURE_THREAD } from "../features/figures/figure-thread.ts";
import { FILED, GATHERED, REPORT, TALKED_AT } from "../features/reporting/citizen/citizen-session.ts";
import { HOUR, MINUTE } from "../platform/time.ts";
import { readMessage } from "../reading/read-message.ts";
import { matterOf } from "./matter.ts";

const sealed = { sealed: "x", at: 0 };
const danger = OPEN_DANGER.with({ kind: "fire", numbers: ["114"], at: 0 });
const thread = KNOWLEDGE_THREAD.with({ documentId: "d", topic: "t", at: 0 });
const all = {
  ...danger,
  ...REPORT.with(sealed),
  ...GATHERED.with(sealed),
  ...FILED.with({ code: "TB-AAAA-AAAA", at: 0 }),
  ...thread,
};

describe("what is open", () => {
  it.each([
    ["danger", all],
    ["draft", { ...all, ...OPEN_DANGER.with(undefined) }],
    ["incident", { ...GATHERED.with(sealed), ...FILED.with({ code: "TB-AAAA-AAAA", at: 0 }), ...thread }],
    ["filed", { ...FILED.with({ code: "TB-AAAA-AAAA", at: 0 }), ...thread }],
    ["question", thread],
    ["none", {}],
  ] as const)("is %s before what waits longer", (matter, session) =>
    expect(matterOf({ session, now: MINUTE })).toBe(matter),
  );

  it("ends with its time, and what was parked is open again", () => {
    expect(matterOf({ session: all, now: 31 * MINUTE })).toBe("draft");
    expect(matterOf({ session: { ...GATHERED.with(sealed) }, now: 31 * MINUTE })).toBe("none");
    expect(matterOf({ session: FILED.with({ code: "TB-AAAA-AAAA", at: 0 }), now: 49 * HOUR })).toBe("none");
  });

  it("is the figure asked before for a few words, which else are a danger; never for more", () => {
    const query = figureQuerySchema.parse({
      operation: "figure",
      indicators: ["traffic accidents"],
      unitTypes: [],
      periods: [],
      places: [{ province: "P", area: "P" }],
      paired: false,
      together: true,
      notMet: false,
      wants: "any",
      claims: [],
    });
    const session = FIGURE_THREAD.with({ query, shown: [], at: 0 });
    const open = (said: string, now = MINUTE) => matterOf({ session, now, inbound: contextOf(said).inbound });
    expect(open("chết mấy người")).toBe("question");
    for (const cry of ["nó cầm dao chém tôi", "bắt cóc", "muốn chết", "tai nạn"])
      expect(open(cry), cry).toBe("none");
    expect(open("chết mấy người", 2 * HOUR)).toBe("none");
    expect(readMessage("chết mấy người", undefined, "question").danger).toBeNull();
    for (const cry of ["cháy nhà rồi", "bố ngất rồi", "cứu em với"])
      expect(readMessage(cry, undefined, "question").danger, cry).not.toBeNull();
  });

  it("is an answer, as in a draft, where a handler asks", () =>
    expect(matterOf({ session: {}, now: 0, asked: { code: "TB-AAAA-AAAA", at: 0 } })).toBe("draft"));

  it("nobody answers for ever: after the talk with a handler the report is one that was sent", () => {
    const asked = { code: "TB-AAAA-AAAA", at: 0 };
    const session = { ...FILED.with({ code: "TB-AAAA-AAAA", at: MINUTE }), ...TALKED_AT.with(MINUTE) };
    expect(matterOf({ session, now: 5 * MINUTE, asked })).toBe("draft");
    expect(matterOf({ session, now: 12 * MINUTE, asked })).toBe("filed");
    expect(matterOf({ session: {}, now: 49 * HOUR, asked })).toBe("none");
  });
});
