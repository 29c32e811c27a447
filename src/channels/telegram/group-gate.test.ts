import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { sandboxSettings } from "../../../sandbox/settings.ts";
import { TelegramStandIn } from "../../../sandbox/standins/telegram.ts";
import type { GroupGate } from "../../messaging/group-gate.ts";
import { createGroupGate } from "./group-gate.ts";

const settings = sandboxSettings(0);
const GROUP = settings.TELEGRAM_DUTY_CHAT_ID;
const PERSON = "5512087463";

let telegram: TelegramStandIn;
let gate: GroupGate;
beforeEach(async () => {
  telegram = await TelegramStandIn.listen(settings);
  gate = createGroupGate({ botToken: settings.TELEGRAM_BOT_TOKEN, apiRoot: telegram.url }, async () => GROUP);
});
afterEach(() => telegram.close());

describe("the group's door", () => {
  it("puts a person out and lets them in again, however often", async () => {
    for (let i = 0; i < 2; i += 1) expect(await gate.remove(PERSON)).toEqual({ kind: "done" });
    expect(telegram.api.groups.isBanned(GROUP, PERSON)).toBe(true);
    for (let i = 0; i < 2; i += 1) expect(await gate.readmit(PERSON)).toEqual({ kind: "done" });
    expect(telegram.api.groups.isBanned(GROUP, PERSON)).toBe(false);
    const lifted = telegram.calls.items.find(({ method }) => method === "unbanChatMember");
    expect(lifted?.fields).toMatchObject({ only_if_banned: true });
  });

  it("says why it can't: no right, an administrator, no group any more", async () => {
    telegram.api.groups.empower(GROUP, false);
    expect(await gate.remove(PERSON)).toEqual({ kind: "cannot", why: "bot_powerless" });
    telegram.api.groups.empower(GROUP, true);
    telegram.api.groups.appoint(GROUP, PERSON);
    expect(await gate.remove(PERSON)).toEqual({ kind: "cannot", why: "is_administrator" });
    telegram.api.groups.throwOut(GROUP);
    expect(await gate.remove(PERSON)).toEqual({ kind: "cannot", why: "bot_powerless" });
  });

  it("has nothing to do where the person is out already", async () => {
    await gate.remove(PERSON);
    telegram.api.groups.empower(GROUP, false);
    expect(await gate.remove(PERSON)).toEqual({ kind: "done" });
  });

  it("follows a group to its new id", async () => {
    telegram.api.groups.migrate(GROUP, "-1009990001380");
    expect(await gate.remove(PERSON)).toEqual({ kind: "done" });
    expect(telegram.api.groups.isBanned("-1009990001380", PERSON)).toBe(true);
  });

  it("tries again later as Telegram says, or when it is back", async () => {
    telegram.fail({ kind: "rate-limited", retryAfter: 7 });
    expect(await gate.remove(PERSON)).toEqual({ kind: "retry", reason: "rate_limited", afterMs: 7_000 });
    telegram.fail({ kind: "error", code: 502 });
    expect(await gate.remove(PERSON)).toEqual({ kind: "retry", reason: "server_error" });
    const dead = createGroupGate({ botToken: "1:x", apiRoot: "http://127.0.0.1:9" }, async () => GROUP);
    expect(await dead.remove(PERSON)).toEqual({ kind: "retry", reason: "network" });
  });
});
