import { sandboxSettings } from "../../sandbox/settings.ts";
import { TelegramStandIn } from "../../sandbox/standins/telegram.ts";
import { ZaloStandIn } from "../../sandbox/standins/zalo.ts";
import { OwnServer } from "../process/harness.ts";
import type { Stage } from "./storm.ts";

/** A running server with stand-ins of its own, and the way to end them. */
export async function raise(): Promise<{ readonly stage: Stage; end(): Promise<void> }> {
  const settings = sandboxSettings(0);
  const [zalo, telegram] = await Promise.all([
    ZaloStandIn.listen(settings),
    TelegramStandIn.listen(settings),
  ]);
  const server = await OwnServer.create({ zalo: zalo.url, telegram: telegram.url }, settings);
  await server.start();
  return {
    stage: { server, zalo, telegram },
    async end() {
      await server.dispose();
      await Promise.all([zalo.close(), telegram.close()]);
    },
  };
}
