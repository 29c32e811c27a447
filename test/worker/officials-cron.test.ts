import { beforeAll, describe, expect, it } from "vitest";
import { readConfig } from "../../src/config.ts";
import { runOfficialsCron } from "../../src/cron/officials-cron.ts";
import { Officials } from "../../src/features/officials/directory.ts";
import { renewCode } from "../../src/features/officials/renew-code.ts";
import { bindings, migrate } from "./bindings.ts";
import { toldKeys } from "./chats.ts";
import { ringOf, T0 } from "./reports-fixture.ts";

beforeAll(migrate);

const FIRST = "138000001";
const config = readConfig({ ...bindings });
const DAY = 86_400_000;

describe("the officials' cron", () => {
  it("sends the audit's head once a morning, and what couldn't be told before", async () => {
    const officials = new Officials(bindings.LEDGER, new Set([FIRST]), config.reports?.keyRing);
    await officials.noteUse("key", FIRST, "x", T0);
    const head = await officials.audit.head();
    const night = T0 - 2 * 3_600_000;
    await runOfficialsCron(bindings, config, night);
    const notices = async () =>
      (await bindings.LEDGER.prepare("SELECT key, body, told_at FROM official_notices ORDER BY id").all())
        .results;
    expect(await notices()).toEqual([]);
    for (const at of [T0, T0 + 300_000, T0 + DAY]) await runOfficialsCron(bindings, config, at);
    expect((await notices()).map(({ key, body }) => [key, body])).toEqual([
      ["audit_head:2026-11-23", ""],
      ["audit_head:2026-11-24", ""],
    ]);
    const key = "notice:audit_head:2026-11-23";
    expect(await toldKeys({ channel: "telegram", chat: FIRST }, [key])).toEqual([key]);
    await runOfficialsCron(bindings, config, T0 + 40 * DAY);
    expect((await notices()).map(({ key }) => key)).not.toContain("audit_head:2026-11-23");
    expect(head).not.toBeNull();
  });

  it("drops rows of people whom the settings name", async () => {
    await new Officials(bindings.LEDGER, new Set(["7"]), ringOf(1)).invite("7", "duty", "x", "t", T0);
    await new Officials(bindings.LEDGER, new Set(["7"]), ringOf(1)).accept("t", FIRST, T0);
    await runOfficialsCron(bindings, config, T0);
    const row = await bindings.LEDGER.prepare("SELECT 1 FROM officials WHERE telegram_id = ?")
      .bind(FIRST)
      .first();
    expect(row).toBeNull();
  });
});

describe("a renewed secret", () => {
  it("is another epoch, in the log, and told", async () => {
    const officials = new Officials(bindings.LEDGER, new Set([FIRST]), ringOf(1));
    for (const now of [T0, T0 + 1])
      await renewCode(bindings.LEDGER, officials, { telegramId: "8", keyId: "k1", now });
    const row = await bindings.LEDGER.prepare(
      "SELECT epoch, key_id FROM official_codes WHERE telegram_id = '8'",
    ).first();
    expect(row).toEqual({ epoch: 2, key_id: "k1" });
    expect((await officials.audit.latest(1))[0]).toMatchObject({ actor: "operator", action: "code_renewed" });
  });
});
