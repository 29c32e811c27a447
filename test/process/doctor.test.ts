import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { sandboxSettings } from "../../sandbox/settings.ts";
import { TelegramStandIn } from "../../sandbox/standins/telegram.ts";
import { ZaloStandIn } from "../../sandbox/standins/zalo.ts";
import { OwnServer } from "./harness.ts";

const dir = mkdtempSync(join(tmpdir(), "tro-ly-138-doctor-"));
let zalo: ZaloStandIn;
let telegram: TelegramStandIn;
let server: OwnServer;

beforeAll(async () => {
  const settings = sandboxSettings(0);
  [zalo, telegram] = await Promise.all([ZaloStandIn.listen(settings), TelegramStandIn.listen(settings)]);
  server = await OwnServer.create({ zalo: zalo.url, telegram: telegram.url }, settings);
  await server.start();
});
afterAll(async () => {
  await server.dispose();
  await Promise.all([zalo.close(), telegram.close()]);
  rmSync(dir, { recursive: true, force: true });
});

/** The command as an operator types it, with these settings in a file. */
async function doctor(changed: Record<string, string>): Promise<{ status: number; printed: string }> {
  const file = join(dir, "settings.env");
  const lines = Object.entries({ ...server.settings, ...changed }).map(
    ([name, value]) => `${name}=${value}\n`,
  );
  writeFileSync(file, lines.join(""));
  const child = spawn("node", ["scripts/doctor.ts", "--env-file", file, "--url", server.url]);
  let printed = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk) => (printed += String(chunk)));
  const [status] = (await once(child, "close")) as [number];
  return { status, printed };
}

describe("npm run doctor against a running Worker", () => {
  it("finds that the secrets on both sides are the same", async () => {
    const { printed } = await doctor({});
    expect(printed).toContain("[ổn] TELEGRAM_WEBHOOK_SECRET khớp");
    expect(printed).toContain("[ổn] ZALO_OA_SECRET_KEY khớp");
    expect(printed).toContain("kho kiến thức có");
  });

  it("finds the ones that differ, says what to do, and prints none", async () => {
    const planted = {
      TELEGRAM_WEBHOOK_SECRET: "planted-secret-one",
      ZALO_OA_SECRET_KEY: "planted-secret-two",
    };
    const { status, printed } = await doctor(planted);
    expect(status).toBe(1);
    expect(printed).toContain("[lỗi] TELEGRAM_WEBHOOK_SECRET khác");
    expect(printed).toContain("[lỗi] ZALO_OA_SECRET_KEY hoặc ZALO_APP_ID khác");
    expect(printed).toContain("Cần làm:");
    expect(printed).not.toContain("planted");
    expect(printed).not.toContain(server.settings.TELEGRAM_BOT_TOKEN);
  });
});
