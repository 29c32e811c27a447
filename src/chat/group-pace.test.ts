import { describe, expect, it } from "vitest";
import { SECOND } from "../platform/time.ts";
import { FLOOD, GroupPace, PACE } from "./group-pace.ts";
import { RANKS } from "./send-order.ts";

const T0 = 1_800_000_000_000;
const CARD = { rank: RANKS.words };
const ANSWER = { rank: RANKS.words, isAnswer: true };
const URGENT = { rank: RANKS.urgent };
const MANY = 50;

/** How many of these may be said at once, one after the other. */
function saidAtOnce(pace: GroupPace, part: Parameters<GroupPace["freeAt"]>[0], isCard = false): number {
  for (let n = 0; n < MANY; n += 1) {
    if (pace.freeAt(part, T0) > T0) return n;
    pace.note(T0, isCard);
  }
  return MANY;
}

/** Of a platform that has refused before. */
const limited = () => new GroupPace(T0 - FLOOD.known / 2);

describe("in a group", () => {
  it("that nobody floods nothing waits, however much its handlers do", () => {
    for (const pace of [new GroupPace(), new GroupPace(T0 - FLOOD.known)]) {
      for (let i = 1; i < FLOOD.cards; i += 1) pace.note(T0, true);
      expect(saidAtOnce(pace, ANSWER)).toBe(MANY);
      expect(pace.freeAt(CARD, T0)).toBe(0);
      expect(pace.state(T0)).toBeNull();
    }
  });

  it("that is flooded for the first time cards leave room before the platform refuses any, handlers leave some for the urgent, and these only what it would refuse", () => {
    for (const [part, most] of [
      [ANSWER, PACE.answers],
      [URGENT, PACE.urgent],
    ] as const) {
      const pace = new GroupPace();
      expect(saidAtOnce(pace, CARD, true)).toBe(PACE.usual);
      expect(pace.freeAt(CARD, T0)).toBe(T0 + PACE.within);
      expect(saidAtOnce(pace, part)).toBe(most - PACE.usual);
    }
  });

  it("that is flooded handlers at work never take the room of an urgent card", () => {
    const pace = new GroupPace();
    for (const part of [CARD, ANSWER]) saidAtOnce(pace, part, part === CARD);
    expect(pace.freeAt(URGENT, T0)).toBe(0);
  });

  it("where the platform has refused before, cards leave more room, and handlers some at any time", () => {
    expect(saidAtOnce(limited(), ANSWER)).toBe(PACE.answers);
    const pace = limited();
    expect(saidAtOnce(pace, CARD, true)).toBe(FLOOD.cards);
    expect(saidAtOnce(pace, ANSWER)).toBe(PACE.answers - FLOOD.cards);
    expect(saidAtOnce(pace, URGENT)).toBe(PACE.urgent - PACE.answers);
    expect(pace.freeAt(CARD, T0 + 1)).toBe(T0 + PACE.within);
  });

  it("a refusal shows a flood too, and is forgotten after a while", () => {
    const pace = new GroupPace();
    for (let i = 0; i < PACE.usualOnceRefused; i += 1) pace.note(T0, false);
    expect(pace.freeAt(CARD, T0)).toBe(0);
    pace.refused(T0);
    expect(pace.freeAt(CARD, T0)).toBe(T0 + PACE.within);
    expect(pace.freeAt(CARD, T0 + FLOOD.lasts)).toBe(0);
  });

  it("a new process goes on with the minute that the one before it began", () => {
    const before = new GroupPace();
    saidAtOnce(before, CARD, true);
    const after = new GroupPace(T0, before.state(T0) ?? undefined);
    expect(after.freeAt(CARD, T0)).toBe(T0 + PACE.within);
    expect(saidAtOnce(after, URGENT)).toBe(PACE.urgent - PACE.usual);
  });

  it("never more than the platform takes is said within any minute of a flood, from its first on", () => {
    for (const pace of [new GroupPace(), limited()]) {
      const said: number[] = [];
      for (let second = 0; second < 600; second += 1) {
        const now = T0 + second * SECOND;
        const others = second % 20 === 0 ? [URGENT, ANSWER] : [];
        for (const part of [CARD, CARD, ...others])
          if (pace.freeAt(part, now) <= now) {
            pace.note(now, part === CARD);
            said.push(now);
          }
      }
      const inMinute = said.map((from) => said.filter((at) => at >= from && at < from + 60 * SECOND).length);
      expect(Math.max(...inMinute)).toBeLessThanOrEqual(20);
      expect(said.length).toBeGreaterThan(9 * PACE.usualOnceRefused);
    }
  });
});
