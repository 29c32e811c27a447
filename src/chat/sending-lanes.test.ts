import { describe, expect, it } from "vitest";
import type { Outbox } from "./outbox.ts";
import { RANKS, startable, type WaitingPart } from "./send-order.ts";
import { SendingLanes } from "./sending-lanes.ts";
import type { PendingPart } from "./stored-rows.ts";

/** A chat with these parts, and sends that end when they are told to. */
function chat(...parts: WaitingPart[]) {
  let waiting = parts;
  const flights = new Map<number, PromiseWithResolvers<void>>();
  const outbox = {
    next: (now: number, inFlight: ReadonlySet<number>) => startable(waiting, inFlight, now)[0] ?? null,
  } as unknown as Outbox;
  const send = ({ seq }: PendingPart) => {
    const flight = Promise.withResolvers<void>();
    flights.set(seq, flight);
    return flight.promise;
  };
  const lanes = new SendingLanes(outbox, { send });
  const settle = async (seq: number, error?: Error) => {
    const { landed } = lanes;
    waiting = waiting.filter((part) => part.seq !== seq);
    if (error === undefined) flights.get(seq)?.resolve();
    else flights.get(seq)?.reject(error);
    await landed;
  };
  return { lanes, settle, add: (part: WaitingPart) => (waiting = [...waiting, part]) };
}

const part = (seq: number, rank: number, queue: string): WaitingPart => ({ seq, rank, queue, nextAt: 0 });

describe("sending side by side", () => {
  it("goes on by itself with what waited for its turn", async () => {
    const { lanes, settle } = chat(
      part(1, RANKS.words, "a"),
      part(2, RANKS.words, "a"),
      part(3, RANKS.words, "b"),
    );
    lanes.start();
    expect([...lanes.inFlight]).toEqual([1, 3]);
    await settle(1);
    expect([...lanes.inFlight]).toEqual([3, 2]);
  });

  it("keeps the next turn waiting only for words that were just begun", async () => {
    const { lanes, settle } = chat(part(1, RANKS.words, "a"), part(2, RANKS.file, "b"));
    lanes.start();
    const now = Date.now();
    expect(lanes.promptUntil(now)).toBeGreaterThan(now);
    expect(lanes.promptUntil(now + 10_000)).toBeNull();
    await settle(1);
    expect([...lanes.inFlight]).toEqual([2]);
    expect(lanes.promptUntil(now)).toBeNull();
  });

  it("begins nothing more where an end couldn't be written down, and says so when all have landed", async () => {
    const { lanes, settle, add } = chat(part(1, RANKS.words, "a"), part(2, RANKS.words, "b"));
    lanes.start();
    await settle(1, new Error("disk full"));
    add(part(3, RANKS.words, "c"));
    lanes.start();
    expect([...lanes.inFlight]).toEqual([2]);
    expect(() => lanes.throwFailure()).not.toThrow();
    await settle(2);
    expect(() => lanes.throwFailure()).toThrow("disk full");
    lanes.start();
    expect([...lanes.inFlight]).toEqual([3]);
  });
});
