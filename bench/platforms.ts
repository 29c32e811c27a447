import { type SandboxSettings, sandboxSettings } from "../sandbox/settings.ts";
import { TelegramStandIn } from "../sandbox/standins/telegram.ts";
import { ZaloStandIn } from "../sandbox/standins/zalo.ts";

/** Both messengers as stand-ins, and the settings of a server that speaks to them. */
export interface StandInPlatforms {
  readonly zalo: ZaloStandIn;
  readonly telegram: TelegramStandIn;
  readonly settings: SandboxSettings;
}

export async function startPlatforms(): Promise<StandInPlatforms> {
  const invented = sandboxSettings(0);
  const [zalo, telegram] = await Promise.all([
    ZaloStandIn.listen(invented),
    TelegramStandIn.listen(invented),
  ]);
  const roots = { ZALO_API_ROOT: zalo.url, ZALO_OAUTH_ROOT: zalo.url, TELEGRAM_API_ROOT: telegram.url };
  return { zalo, telegram, settings: { ...invented, ...roots } };
}
