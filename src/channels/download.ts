import type { Config, TelegramSettings } from "../config.ts";
import type { Media } from "../messaging/inbound.ts";
import type { Download } from "../messaging/media.ts";
import { AppError } from "../platform/errors.ts";
import { downloadTelegramFile } from "./telegram/telegram-download.ts";
import { downloadZaloFile } from "./zalo/zalo-download.ts";

/** Longest wait for one file, in milliseconds: a whole turn has twenty seconds. */
const TIMEOUT = 8_000;

/** Fetches files that came by Telegram. */
export function telegramDownload({
  botToken: token,
  apiRoot,
}: Pick<TelegramSettings, "botToken" | "apiRoot">): (
  media: Media,
  into: Uint8Array<ArrayBuffer>,
) => Promise<Uint8Array<ArrayBuffer>> {
  return ({ ref }, into) =>
    downloadTelegramFile({ token, apiRoot, timeoutSeconds: TIMEOUT / 1000 }, ref, into);
}

/** Fetches files by the messenger that they came by. */
export function createDownload({ telegram, zalo }: Config): Download {
  return async (channel, media, into) => {
    if (channel === "telegram" && telegram !== undefined) return telegramDownload(telegram)(media, into);
    if (channel === "zalo" && zalo !== undefined)
      return downloadZaloFile({ apiRoot: zalo.apiRoot, timeoutMs: TIMEOUT }, media.ref, into);
    throw new AppError("not_fetched", "the channel is off");
  };
}
