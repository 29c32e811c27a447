import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { form } from "../long-form.ts";
import { deliver, zaloText } from "../process/harness.ts";
import { addsUp } from "./ledger.ts";
import { raise } from "./stage.ts";
import { type Stage, storm } from "./storm.ts";

/** The short form; the long one is `npm run test:faults`. */
const SHORT = {
  chats: form({ short: 24, long: 32 }),
  messagesPerChat: 4,
  kills: form({ short: 1, long: 3 }),
  failing: 0.15,
  redelivered: 0.1,
  revocations: 1,
  seed: 138,
};
const TOKEN_CHATS = form({ short: 24, long: 40 });

let stage: Stage;
let end: () => Promise<void>;
beforeAll(async () => {
  ({ stage, end } = await raise());
});
afterAll(() => end());

describe("faults and deaths", () => {
  it("lose nothing, keep the order, and the ledger adds up", async () => {
    const report = await storm(stage, SHORT);
    const total = SHORT.chats * SHORT.messagesPerChat;
    expect(report).toMatchObject({ acknowledged: total, answered: total, lost: [], outOfOrder: [] });
    expect(report.kills).toBe(SHORT.kills);
    expect(report.failedSends).toBeGreaterThan(total * SHORT.failing * 0.5);
    expect(report.answeredTwice).toBeLessThanOrEqual(report.mayRepeat);
    expect(report.ledger).toMatchObject({ received: total, gap: 0 });
    expect(addsUp(report.ledger)).toBe(true);
  });
});

describe("chats at an expired token, all at once", () => {
  const chats = Array.from({ length: TOKEN_CHATS }, (_, i) => String(7_135_140_000_000_000_000n + BigInt(i)));
  const refreshes = () =>
    stage.zalo.calls.items.filter(({ endpoint }) => endpoint.endsWith("access_token")).length;
  const ask = (question: string) =>
    Promise.all(chats.map((chat) => deliver(zaloText(stage.server, chat, `${question} là số gì`))));
  /** Each chat's replies that begin with the number. */
  const answersTo =
    (question: string) => (sent: readonly { readonly userId: string; readonly text?: string }[]) => {
      const told = chats.map(
        (chat) => sent.filter(({ userId, text }) => userId === chat && text?.startsWith(question)).length,
      );
      return told.includes(0) ? undefined : told;
    };

  it("cause one refresh, none is lost, and it works after a restart", async () => {
    const { zalo, server } = stage;
    zalo.tokens.revoke();
    const before = refreshes();
    expect(await ask("113")).toEqual(chats.map(() => 200));
    expect(await zalo.waitUntilSent(answersTo("113"))).toEqual(chats.map(() => 1));
    expect(refreshes() - before).toBe(1);

    await server.kill();
    await server.start();
    expect(await ask("114")).toEqual(chats.map(() => 200));
    expect(await zalo.waitUntilSent(answersTo("114"))).toEqual(chats.map(() => 1));
    expect(refreshes() - before).toBe(1);
  });

  it("and refused refreshes: nothing is lost, and it goes on when they are taken again", async () => {
    const { zalo } = stage;
    zalo.fail({ kind: "error", code: -14002 }, { on: "access_token", times: 1 });
    zalo.tokens.revoke();
    await ask("115");
    expect(await zalo.waitUntilSent(answersTo("115"))).toEqual(chats.map(() => 1));
  });
});
