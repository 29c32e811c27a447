import { describe, expect, it } from "vitest";
import { contextOf } from "../../test/turn-context.ts";
import type { InboundContent } from "../messaging/inbound.ts";
import type { FeatureResult } from "../turn/feature.ts";
import type { Session } from "../turn/session.ts";
import { PACE, rateLimit, TOO_FAST } from "./rate-limit.ts";

/** A chat with a clock of its own; waiting moves the clock. */
class Chat {
  now = Date.UTC(2026, 10, 23, 2, 0);
  session: Session = {};
  overtaken = false;
  isPrivate = true;
  readonly waits: number[] = [];
  readonly #limit = rateLimit(async (ms) => {
    this.waits.push(ms);
    this.now += ms;
  });

  async hear(content: InboundContent): Promise<FeatureResult | null> {
    const { session, now, isPrivate } = this;
    const context = contextOf(content, { session, now, isPrivate });
    const result = await this.#limit.take({ ...context, isOvertaken: () => this.overtaken });
    this.session = { ...this.session, ...result?.session } as Session;
    return result;
  }

  say(text = "khu dân cư là gì"): Promise<FeatureResult | null> {
    return this.hear({ kind: "text", text });
  }

  async burst(n: number = PACE.burst): Promise<void> {
    for (let i = 0; i < n; i++) await this.say();
  }
}

describe("the pace of one chat", () => {
  it("lets a burst pass, without waiting and without a word", async () => {
    const chat = new Chat();
    chat.overtaken = true;
    for (let i = 0; i < PACE.burst; i++)
      expect(await chat.say()).toMatchObject({ goesOn: true, replies: [] });
    expect(chat.waits).toEqual([]);
  });

  it("over the limit says so once a minute and counts every message", async () => {
    const chat = new Chat();
    await chat.burst();
    chat.overtaken = true;
    expect(await chat.say()).toMatchObject({ replies: [TOO_FAST], events: ["rate_limited"] });
    expect(await chat.say()).toMatchObject({ replies: [], outcome: "ignored", events: ["rate_limited"] });
    chat.now += PACE.toldEvery;
    await chat.burst();
    expect(await chat.say()).toMatchObject({ replies: [TOO_FAST] });
  });

  it("the newest message is let through after at most half a second", async () => {
    const chat = new Chat();
    await chat.burst();
    expect(await chat.say("phong trào là gì")).toMatchObject({ goesOn: true });
    expect(chat.waits).toEqual([1_000 / PACE.perSecond]);
  });

  it("one that is overtaken while it waits is counted", async () => {
    const chat = new Chat();
    const slow = rateLimit(async (ms) => {
      chat.now += ms;
      chat.overtaken = true;
    });
    const context = contextOf("a", { session: { pace: { tokens: 0, at: chat.now } }, now: chat.now });
    expect(await slow.take({ ...context, isOvertaken: () => chat.overtaken })).toMatchObject({
      events: ["rate_limited"],
    });
  });

  it("an incident told in plain words, a pause and an operator's word are never counted", async () => {
    const chat = new Chat();
    await chat.burst();
    chat.overtaken = true;
    expect(await chat.say("nhà tôi vừa bị trộm mất xe máy")).toBeNull();
    for (const kind of ["pause", "left", "withdrawn", "opened"] as const)
      expect(await chat.hear({ kind })).toBeNull();
  });

  it("is no matter where messages aren't journaled, as in the terminal", async () => {
    const never = rateLimit(() => Promise.reject(new Error("waited")));
    expect(await never.take(contextOf("a", { session: { pace: { tokens: 0, at: 0 } } }))).toBeNull();
  });

  it("in a group it says nothing", async () => {
    const chat = new Chat();
    chat.isPrivate = false;
    await chat.burst();
    chat.overtaken = true;
    expect(await chat.say()).toMatchObject({ replies: [], outcome: "ignored" });
  });

  it("recovers with time, never above the burst", async () => {
    const chat = new Chat();
    await chat.burst();
    chat.now += 3_600_000;
    chat.overtaken = true;
    await chat.burst();
    expect(await chat.say()).toMatchObject({ events: ["rate_limited"] });
  });
});
