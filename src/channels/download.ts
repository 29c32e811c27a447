import type { Config } from "../config.ts";
import { AppError } from "../errors.ts";
import type { Download } from "../media/store.ts";
import { downloadTelegramFile } from "./telegram/download.ts";
import { downloadZaloFile } from "./zalo/download.ts";

/** Longest wait for one file, in milliseconds: a turn has twenty seconds for all that it does. */
const TIMEOUT = 8_000;

/** Fetches files by the messenger that they came by. */
export function createDownload({ telegram, zalo }: Config): Download {
  return async (channel, { ref }, maxBytes) => {
    if (channel === "telegram" && telegram !== undefined) {
      const { botToken: token, apiRoot } = telegram;
      return downloadTelegramFile({ token, apiRoot, timeoutSeconds: TIMEOUT / 1000 }, ref, maxBytes);
    }
    if (channel === "zalo" && zalo !== undefined)
      return downloadZaloFile({ apiRoot: zalo.apiRoot, timeoutMs: TIMEOUT }, ref, maxBytes);
    throw new AppError("not_fetched", "the channel is off");
  };
}
