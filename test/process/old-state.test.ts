import { rmSync } from "node:fs";
import { expect, it } from "vitest";
import { zaloWebhookCall } from "../../sandbox/people/zalo-event.ts";
import { TelegramStandIn } from "../../sandbox/standins/telegram.ts";
import { ZaloStandIn } from "../../sandbox/standins/zalo.ts";
import { answeredBy } from "../faults/judge.ts";
import { addsUp, ledgerAfter } from "../faults/ledger.ts";
import { deliver, OwnServer, telegramText } from "./harness.ts";
import { RELEASES, unpack } from "./states/open.ts";
import { OFFICIAL, REFUSED, STATE_SETTINGS, TELLER, WRITTEN } from "./states/story.ts";

const CODE = /TB-[0-9A-Z]{4}-[0-9A-Z]{4}/gu;
const WITHIN = 60_000;

it("there is a state of release 0.1.0", () => expect(RELEASES).toContain("v0.1.0"));

it.each(RELEASES)("the state of %s opens, goes on, and has lost nothing", async (release) => {
  const { stateDir, facts } = unpack(release);
  const zalo = await ZaloStandIn.listen(STATE_SETTINGS, { adoptTokens: true });
  const telegram = await TelegramStandIn.listen(STATE_SETTINGS);
  const roots = { zalo: zalo.url, telegram: telegram.url };
  const server = await OwnServer.create(roots, STATE_SETTINGS, { stateDir });
  const say = async (citizen: string, text: string): Promise<void> => {
    zalo.citizenWrote(citizen);
    const call = zaloWebhookCall(server.url, server.settings, { kind: "text", text }, citizen);
    expect(await deliver(call)).toBe(200);
  };
  const told = (citizen: string) =>
    zalo.sent.filter(({ userId }) => userId === citizen).map(({ text = "" }) => text);
  const toldAfter = (citizen: string, n: number) => zalo.waitUntilSent(() => told(citizen)[n], WITHIN);
  try {
    await server.start();
    await say(TELLER, "gửi");
    const [code] = (await toldAfter(TELLER, 0)).match(CODE) ?? [];
    expect([code === undefined, code === facts.code]).toEqual([false, false]);
    await say(TELLER, "/tincuatoi");
    expect(new Set((await toldAfter(TELLER, 1)).match(CODE))).toEqual(new Set([code, facts.code]));

    // What Zalo had refused goes out with the next word, and before the answer to it.
    await say(REFUSED, "114 là số gì");
    await toldAfter(REFUSED, 1);
    expect(told(REFUSED).map(answeredBy)).toEqual(["113", "114"]);

    const admin = Number(STATE_SETTINGS.TELEGRAM_ADMIN_IDS);
    expect(await deliver(telegramText(server, 100, admin, "/canbo"))).toBe(200);
    await telegram.api.sent.waitUntil((sent) => sent.find(({ text }) => text.includes(OFFICIAL)), WITHIN);

    const n = WRITTEN + 4;
    const ledger = await ledgerAfter(server, n);
    expect(ledger).toMatchObject({ received: n, answered: n, parked: 0, gap: 0 });
    expect(addsUp(ledger)).toBe(true);
  } finally {
    await server.dispose();
    await Promise.all([zalo.close(), telegram.close()]);
    for (const path of [stateDir, `${stateDir}.erasures`]) rmSync(path, { recursive: true, force: true });
  }
});
