import { describe, expect, it } from "vitest";
import { contextOf } from "../../test/turn-context.ts";
import type { InboundContent } from "../messaging/inbound.ts";
import { plainText } from "../messaging/reply.ts";
import { HOUR } from "../platform/time.ts";
import type { FeatureResult } from "../turn/feature.ts";
import type { Session } from "../turn/session.ts";
import { ALLOWANCES, costOf, REPORT_TOO_FAST, rateLimit, TOO_FAST, UNITS_A_POINT } from "./rate-limit.ts";
import { MAX_TEXT } from "./reporting/dialogue/dialogue.ts";

const PACE = ALLOWANCES.ordinary;

/** A chat with a clock of its own; waiting moves the clock. */
class Chat {
  now = Date.UTC(2026, 10, 23, 2, 0);
  session: Session = {};
  overtaken = false;
  isPrivate = true;
  readonly waits: number[] = [];
  readonly #limits = (["danger", "report", "ordinary"] as const).map((kind) =>
    rateLimit(kind, async (ms) => {
      this.waits.push(ms);
      this.now += ms;
    }),
  );

  async hear(content: InboundContent): Promise<FeatureResult | null> {
    const { session, now, isPrivate } = this;
    const context = contextOf(content, { session, now, isPrivate });
    for (const limit of this.#limits) {
      const result = await limit.take({ ...context, isOvertaken: () => this.overtaken });
      this.session = { ...this.session, ...result?.session } as Session;
      if (result !== null) return result;
    }
    return null;
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
    const slow = rateLimit("ordinary", async (ms) => {
      chat.now += ms;
      chat.overtaken = true;
    });
    const context = contextOf("a", { session: { pace: { tokens: 0, at: chat.now } }, now: chat.now });
    expect(await slow.take({ ...context, isOvertaken: () => chat.overtaken })).toMatchObject({
      events: ["rate_limited"],
    });
  });

  it("an incident told in plain words has an allowance of its own; a pause and an operator's word are never counted", async () => {
    const chat = new Chat();
    await chat.burst();
    chat.overtaken = true;
    expect(await chat.say("nhà tôi vừa bị trộm mất xe máy")).toMatchObject({ goesOn: true });
    for (const kind of ["pause", "left", "withdrawn", "opened"] as const)
      expect(await chat.hear({ kind })).toBeNull();
  });

  it("is no matter where messages aren't journaled, as in the terminal", async () => {
    const never = rateLimit("ordinary", () => Promise.reject(new Error("waited")));
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

const FIRE = "cháy nhà rồi cứu với";
const LONG = "anh B ".repeat(683);
const numbersOf = (result: FeatureResult | null) => result?.replies.map(plainText).join("\n") ?? "";

describe("what a message costs", () => {
  it.each([
    ["", 1],
    ["a".repeat(UNITS_A_POINT), 1],
    ["a".repeat(UNITS_A_POINT + 1), 2],
    [LONG, 17],
  ])("%#", (text, points) => expect(costOf(contextOf(text).inbound)).toBe(points));

  it("grows with its length: of forty long ones at once four are answered, and one notice is sent", async () => {
    const chat = new Chat();
    chat.overtaken = true;
    const results: (FeatureResult | null)[] = [];
    for (let i = 0; i < 40; i++) results.push(await chat.say(LONG));
    expect(results.filter((result) => result?.goesOn)).toHaveLength(4);
    expect(results.flatMap((result) => result?.replies ?? [])).toEqual([TOO_FAST]);
  });
});

describe("a chat in danger", () => {
  it("that writes forty short messages at once has a whole answer to each", async () => {
    const chat = new Chat();
    chat.overtaken = true;
    await chat.burst();
    for (let i = 0; i < 40; i++) expect(await chat.say(FIRE)).toMatchObject({ goesOn: true });
  });

  it.each([true, false])(
    "is never silenced: it has the numbers again every three seconds (%s)",
    async (overtaken) => {
      const chat = new Chat();
      chat.overtaken = overtaken;
      for (let i = 0; i < 40; i++) await chat.say(FIRE);
      for (let i = 0; i < 20; i++) {
        expect(numbersOf(await chat.say(FIRE))).toContain("114");
        chat.now += 2_999;
        expect(await chat.say(FIRE)).toMatchObject({ outcome: "ignored", events: ["rate_limited"] });
        chat.now += 1;
      }
      expect(chat.waits).toEqual([]);
    },
  );

  it("is answered in full again within the hour, and in a group too", async () => {
    const chat = new Chat();
    chat.isPrivate = false;
    chat.overtaken = true;
    for (let i = 0; i < 40; i++) await chat.say(FIRE);
    expect(numbersOf(await chat.say(FIRE))).toContain("114");
    chat.now += HOUR / 40;
    expect(await chat.say(FIRE)).toMatchObject({ goesOn: true });
  });
});

describe("a chat with an open report", () => {
  it("has its words taken up to more than a report holds, then is told that some are missing", async () => {
    const chat = new Chat();
    chat.session = { report: { sealed: "s", at: chat.now } };
    chat.overtaken = true;
    let taken = 0;
    while ((await chat.say(LONG))?.goesOn) taken += LONG.length;
    expect(taken).toBeGreaterThan(MAX_TEXT);
    chat.now += PACE.toldEvery;
    await chat.burst();
    expect(await chat.say()).toMatchObject({ replies: [REPORT_TOO_FAST] });
    chat.overtaken = false;
    expect(await chat.say()).toMatchObject({ goesOn: true });
    for (let i = 0; i < 5; i++) expect(await chat.say(FIRE)).toMatchObject({ goesOn: true });
  });
});
