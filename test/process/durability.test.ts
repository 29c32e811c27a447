import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { sandboxSettings } from "../../sandbox/settings.ts";
import { TelegramStandIn } from "../../sandbox/standins/telegram.ts";
import { ZaloStandIn } from "../../sandbox/standins/zalo.ts";
import { form } from "../long-form.ts";
import { DevServer, deliver, telegramText, zaloText } from "./harness.ts";
import { unrecordedParts } from "./state-on-disk.ts";

/** Kills of the whole process; each takes a restart of some seconds. */
const KILLS = form({ short: 2, long: 12 });
const CITIZENS_PER_KILL = 4;

let zalo: ZaloStandIn;
let telegram: TelegramStandIn;
let server: DevServer;

const citizen = (n: number) => String(7_135_120_946_683_100_000n + BigInt(n));
const sentTo = (id: string) => zalo.sent.filter((message) => message.userId === id);
/** Not the n-th of all: what a death left unrecorded may still come, to others. */
const untilSentTo = (id: string, n: number) => zalo.waitUntilSent(() => sentTo(id)[n - 1]);

beforeAll(async () => {
  const settings = sandboxSettings(0);
  zalo = await ZaloStandIn.listen(settings);
  telegram = await TelegramStandIn.listen(settings);
  server = await DevServer.create({ zalo: zalo.url, telegram: telegram.url }, settings);
  await server.start();
});

afterAll(async () => {
  await server.dispose();
  await Promise.all([zalo.close(), telegram.close()]);
});

describe("a real process on real workerd", () => {
  it("answers on both messengers, with the source", async () => {
    expect(await deliver(zaloText(server, citizen(0), "khu dân cư là gì"))).toBe(200);
    expect(await deliver(telegramText(server, 1, 138_000_001, "Năm 2022 có bao nhiêu xã đạt chuẩn?"))).toBe(
      200,
    );
    const [onZalo] = await zalo.waitForSent(1);
    const [onTelegram] = await telegram.waitForSent(1);
    expect(JSON.stringify(onZalo)).toContain("Nguồn:");
    expect(JSON.stringify(onTelegram)).toContain("173/181");
  });

  it("answers one message once, though it is delivered five times at once", async () => {
    const id = citizen(1);
    const call = zaloText(server, id, "113 là số gì");
    const before = zalo.sent.length;
    expect(await Promise.all([call, call, call, call, call].map(deliver))).toEqual([200, 200, 200, 200, 200]);
    // A later message of the same chat marks the end: order is strict, so a second answer would stand before it.
    await deliver(zaloText(server, id, "114 là số gì"));
    await zalo.waitForSent(before + 2);
    expect(sentTo(id)).toHaveLength(2);
  });

  it(`loses nothing in ${KILLS} kills right after the 200`, async () => {
    const everyone: string[] = [];
    /** For each citizen how often a death may have doubled their answer: it fell before the answer was written down as sent. */
    const mayRepeat = new Map<string, number>();
    for (let kill = 0; kill < KILLS; kill++) {
      const ids = Array.from({ length: CITIZENS_PER_KILL }, (_, i) =>
        citizen(100 + kill * CITIZENS_PER_KILL + i),
      );
      const statuses = await Promise.all(ids.map((id) => deliver(zaloText(server, id, "khu dân cư là gì"))));
      await server.kill();
      for (const id of unrecordedParts(server.stateDir, server.settings))
        mayRepeat.set(id, (mayRepeat.get(id) ?? 0) + 1);
      expect(statuses).toEqual(ids.map(() => 200));
      everyone.push(...ids);
      await server.start();
    }
    const answered = async () => {
      while (everyone.some((id) => sentTo(id).length === 0)) await zalo.waitForSent(zalo.sent.length + 1);
    };
    await answered();
    expect(everyone.filter((id) => sentTo(id).length === 0)).toEqual([]);
    expect(everyone.filter((id) => sentTo(id).length > 1 + (mayRepeat.get(id) ?? 0))).toEqual([]);
  });

  it("keeps the order and waits as long as it is told to when the platform pushes back", async () => {
    const id = citizen(2);
    zalo.fail({ kind: "drop" }, { on: "message/cs" });
    zalo.fail({ kind: "status", status: 502 }, { on: "message/cs" });
    await deliver(zaloText(server, id, "111 là số gì"));
    await deliver(zaloText(server, id, "khu dân cư là gì"));
    await untilSentTo(id, 2);
    expect(sentTo(id)[0]).toMatchObject({ text: expect.stringContaining("111") });
    expect(sentTo(id)[1]).toMatchObject({ text: expect.stringMatching(/khu dân cư/i) });
  });

  it("waits as long as Telegram asks, then answers once", async () => {
    const from = telegram.sent.length;
    telegram.fail({ kind: "rate-limited", retryAfter: 2 }, { on: "sendMessage" });
    const asked = Date.now();
    expect(await deliver(telegramText(server, 2, 138_000_001, "113 là số gì"))).toBe(200);
    await telegram.waitForSent(from + 1);
    expect(Date.now() - asked).toBeGreaterThanOrEqual(2_000);
    expect(telegram.sent).toHaveLength(from + 1);
  });

  it("holds what the closed window refuses, and delivers it with the citizen's next word", async () => {
    const id = citizen(3);
    zalo.fail({ kind: "error", code: -230 }, { on: "message/cs" });
    await deliver(zaloText(server, id, "khu dân cư là gì"));
    await until(async () => (await health()).parked === 1);
    await deliver(zaloText(server, id, "113 là số gì"));
    await untilSentTo(id, 2);
    expect(sentTo(id)).toHaveLength(2);
  });

  it("prints no secret, no id of a person and no word of theirs", () => {
    const planted = [
      ...Object.entries(server.settings)
        .filter(([name]) => /TOKEN|SECRET/.test(name))
        .map(([, value]) => value),
      citizen(0),
      citizen(3),
      "khu dân cư là gì",
    ];
    for (const value of planted) expect(server.output).not.toContain(value);
    expect(server.output).toContain("send_deferred");
  });
});

async function health(): Promise<{ parked: number }> {
  return (await server.health()) as { parked: number };
}

/** Asks again until it holds; the test's own timeout is the bound. */
async function until(holds: () => Promise<boolean>): Promise<void> {
  while (!(await holds())) await new Promise((resolve) => setImmediate(resolve));
}
