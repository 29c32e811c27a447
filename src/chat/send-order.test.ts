import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isFile, nextStart, placeOf, RANKS, startable, type WaitingPart } from "./send-order.ts";
import type { PartMarks } from "./stored-shapes.ts";

const GROUP = { channel: "telegram", chat: "-1001380000138" } as const;
const PERSON = { channel: "zalo", chat: "7735120946683104825" } as const;
const queueOf = (code: string) => `q:${code}`;
const part = (seq: number, rank: number, queue = "", nextAt = 0): WaitingPart => ({
  seq,
  rank,
  queue,
  nextAt,
});
const none: ReadonlySet<number> = new Set();
const seqs = (parts: readonly WaitingPart[]) => parts.map(({ seq }) => seq);

describe("placeOf", () => {
  it("gives each case of a group its queue, and a private chat one", () => {
    const marks = { about: "TB-1" };
    expect(placeOf({ ...GROUP, marks }, null, queueOf)).toEqual({ rank: RANKS.words, queue: "q:TB-1" });
    expect(placeOf({ ...GROUP, marks: {} }, 4, queueOf)).toEqual({ rank: RANKS.words, queue: "" });
    expect(placeOf({ ...PERSON, marks }, null, queueOf)).toEqual({ rank: RANKS.words, queue: "" });
  });

  it("keeps what a group is told of many cases out of the way of its handlers' answers", () => {
    const placed = (marks: PartMarks) => placeOf({ ...GROUP, marks }, null, queueOf).queue;
    expect([placed({ slot: "noise:today" }), placed({ slot: "rush:1" })]).toEqual([
      "q:noise:today",
      "q:rush:1",
    ]);
    expect(placed({})).not.toBe(placeOf({ ...GROUP, marks: {} }, 4, queueOf).queue);
    expect(placeOf({ ...PERSON, marks: { slot: "any" } }, null, queueOf).queue).toBe("");
  });

  it("lets the change of a card, also of an urgent one, hold up nothing of its case", () => {
    const marks = { about: "TB-1", first: true, slot: "card:TB-1" } as const;
    expect(placeOf({ ...GROUP, marks }, null, queueOf)).toEqual({ rank: RANKS.urgent, queue: "q:TB-1" });
    expect(placeOf({ ...GROUP, marks }, null, queueOf, true)).toEqual({
      rank: RANKS.words,
      queue: "q:TB-1 changed",
    });
    expect(placeOf({ ...PERSON, marks }, null, queueOf, true).queue).toBe("");
  });

  it("puts danger first, then the urgent lane, and words before files", () => {
    const files = ["video"] as const;
    expect(placeOf({ ...PERSON, marks: { urgent: true } }, 9, queueOf)).toEqual({
      rank: RANKS.danger,
      queue: "danger-9",
    });
    const rank = (marks: Parameters<typeof placeOf>[0]["marks"]) =>
      placeOf({ ...GROUP, marks }, null, queueOf).rank;
    expect([rank({ first: true }), rank({}), rank({ first: true, files }), rank({ files })]).toEqual([
      1, 2, 3, 4,
    ]);
  });
});

describe("startable", () => {
  it("lets no case wait for another one's retry, and no words for a file's", () => {
    const waiting = [
      part(1, RANKS.file, "a", 99),
      part(2, RANKS.words, "a"),
      part(3, RANKS.words, "b", 99),
      part(4, RANKS.words, "b"),
      part(5, RANKS.words, "c"),
    ];
    expect(seqs(startable(waiting, none, 0))).toEqual([2, 5]);
  });

  it("sends a case's card before its files", () => {
    const waiting = [part(1, RANKS.words, "a", 50), part(2, RANKS.file, "a")];
    expect(startable(waiting, none, 0)).toEqual([]);
    expect(seqs(startable(waiting, new Set([1]), 60))).toEqual([]);
  });

  it("has room for a danger and an urgent card though everything hangs", () => {
    const hanging = Array.from({ length: 3 }, (_, i) => part(i, RANKS.words, `h${i}`));
    const waiting = [
      ...hanging,
      part(8, RANKS.words, "x"),
      part(9, RANKS.urgent, "y"),
      part(10, 0, "danger-1"),
    ];
    expect(seqs(startable(waiting, new Set([0, 1, 2]), 0))).toEqual([10, 9]);
  });

  it("answers who waits in the group before older cards, and after what is urgent", () => {
    const waiting = [
      part(1, RANKS.words, "a"),
      { ...part(2, RANKS.words), isAnswer: true },
      part(3, RANKS.urgent, "b"),
    ];
    expect(seqs(startable(waiting, none, 0))).toEqual([3, 2, 1]);
  });

  it("uploads one file at a time", () => {
    const waiting = [part(1, RANKS.file, "a"), part(2, RANKS.urgentFile, "b"), part(3, RANKS.words, "c")];
    expect(seqs(startable(waiting, none, 0))).toEqual([3, 2]);
    expect(seqs(startable(waiting, new Set([1]), 0))).toEqual([3]);
  });

  it("says when the next one may be sent, and not that of one that waits for room", () => {
    const waiting = [part(1, RANKS.file, "a"), part(2, RANKS.file, "b"), part(3, RANKS.words, "c", 70)];
    expect(nextStart(waiting, new Set([1]), 10)).toBe(70);
    expect(nextStart(waiting, none, 10)).toBe(0);
    expect(nextStart([], none, 10)).toBeNull();
  });
});

/** How a send of a drawn part ends. */
type End = "sent" | "retry" | "hang" | "aside";

const DRAWN = fc.record({
  rank: fc.constantFrom(...Object.values(RANKS)),
  queue: fc.constantFrom("", "a", "b", "c", "d"),
  ends: fc.array(fc.constantFrom<End>("sent", "retry", "hang", "aside"), { maxLength: 4 }),
});

describe("any parts of any cases, with any outcomes", () => {
  it("are all ended, each queue in its order, and none ever waits for another queue", () => {
    fc.assert(
      fc.property(fc.array(DRAWN, { maxLength: 40 }), (drawn) => {
        let waiting = drawn.map(({ rank, queue }, seq) =>
          part(seq, rank, rank === RANKS.danger ? `danger-${seq}` : queue),
        );
        const ends = drawn.map(({ ends }) => [...ends]);
        const flying = new Map<number, { end: End; until: number }>();
        const began: WaitingPart[] = [];
        for (let now = 0; waiting.length > 0; now++) {
          if (now > 10_000) throw new Error("something waits for ever");
          for (const [seq, { end, until }] of flying) {
            if (until > now) continue;
            flying.delete(seq);
            waiting =
              end === "sent" || end === "aside"
                ? waiting.filter((one) => one.seq !== seq)
                : waiting.map((one) => (one.seq === seq ? { ...one, nextAt: now + 5 } : one));
          }
          for (const one of startable(waiting, new Set(flying.keys()), now)) {
            const end = ends[one.seq]?.shift() ?? "sent";
            flying.set(one.seq, { end, until: now + (end === "hang" ? 20 : 1) });
            began.push(one);
          }
          // What is due and not blocked within its own queue is under way, or waits for room: never for another queue.
          const words = [...flying.keys()].filter(
            (seq) => !isFile(drawn[seq] ?? { rank: RANKS.words }),
          ).length;
          for (const one of waiting) {
            const isBlocked = waiting.some(
              (other) => other.seq < one.seq && other.queue === one.queue && (isFile(one) || !isFile(other)),
            );
            if (isBlocked || flying.has(one.seq) || one.nextAt > now) continue;
            expect(one.rank).not.toBe(RANKS.danger);
            if (!isFile(one)) expect(words).toBeGreaterThanOrEqual(3);
            else
              expect([...flying.keys()].some((seq) => isFile(drawn[seq] ?? { rank: RANKS.words }))).toBe(
                true,
              );
          }
        }
        // A later part of a queue never begins before an earlier one has ended: its last try came before.
        for (const [at, one] of began.entries())
          for (const later of began.slice(at + 1))
            if (later.queue === one.queue && later.seq < one.seq)
              expect(isFile(later) && !isFile(one)).toBe(true);
        expect(new Set(seqs(began)).size).toBe(drawn.length);
      }),
    );
  });
});
