import type { Config } from "../config.ts";
import type { Channel } from "../messaging/channel.ts";
import type { DrawChart } from "../messaging/chart.ts";
import type { ChannelName } from "../messaging/inbound.ts";
import type { ReadMedia } from "../messaging/media.ts";
import { createTelegramChannel } from "./telegram/telegram-channel.ts";
import { type TokenKeepers, zaloTokens } from "./zalo/tokens.ts";
import { createZaloChannel } from "./zalo/zalo-channel.ts";
import { createZaloClient } from "./zalo/zalo-client.ts";

/** Longest wait for a platform's answer to one call, in milliseconds. */
const CALL_TIMEOUT = 10_000;

/** The messengers that are configured, ready to send. */
export function createChannels(
  tokenKeepers: TokenKeepers,
  config: Config,
  drawChart: DrawChart,
  readMedia: ReadMedia,
): ReadonlyMap<ChannelName, Channel> {
  const channels = new Map<ChannelName, Channel>();
  if (config.telegram !== undefined) {
    const { botToken: token, apiRoot } = config.telegram;
    channels.set(
      "telegram",
      createTelegramChannel({ token, apiRoot, timeoutSeconds: CALL_TIMEOUT / 1000 }, drawChart, readMedia),
    );
  }
  if (config.zalo !== undefined) {
    const { apiRoot } = config.zalo;
    const accessToken = zaloTokens(tokenKeepers, config.zalo);
    channels.set(
      "zalo",
      createZaloChannel(
        createZaloClient({ apiRoot, accessToken, timeoutMs: CALL_TIMEOUT }),
        drawChart,
        readMedia,
      ),
    );
  }
  return channels;
}
