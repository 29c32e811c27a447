import type { Api } from "grammy";
import { AppError } from "../../platform/errors.ts";
import { fetchFile } from "../fetch-file.ts";
import { createTelegramApi, type TelegramClientSettings } from "./telegram-client.ts";

/**
 * Fetches a file that a person sent.
 * @param into where it is read to; a larger file isn't read to its end
 * @throws AppError "too_large", or "not_fetched" where Telegram doesn't give it; neither quotes the address, which
 * holds the bot's token
 */
export async function downloadTelegramFile(
  settings: TelegramClientSettings,
  fileId: string,
  into: Uint8Array<ArrayBuffer>,
): Promise<Uint8Array<ArrayBuffer>> {
  const { size, path } = await locate(createTelegramApi(settings), fileId);
  if (size !== undefined && size > into.length) throw new AppError("too_large", "the file is too large");
  const { apiRoot, token, timeoutSeconds } = settings;
  return fetchFile(`${apiRoot.replace(/\/+$/, "")}/file/bot${token}/${path}`, timeoutSeconds * 1000, into);
}

async function locate(api: Api, fileId: string): Promise<{ size: number | undefined; path: string }> {
  try {
    const file = await api.getFile(fileId);
    if (file.file_path !== undefined && isPlain(file.file_path))
      return { size: file.file_size, path: file.file_path };
  } catch (error) {
    const tooLarge = error instanceof Error && /file is too big/i.test(error.message);
    if (tooLarge) throw new AppError("too_large", "the file is too large");
  }
  throw new AppError("not_fetched", "no such file");
}

/** True for a path below the bot's own files. With ".." in it we would send the token to another address of the API. */
const isPlain = (path: string): boolean =>
  /^[\w.-]+(?:\/[\w.-]+)*$/u.test(path) && !path.split("/").some((step) => /^\.+$/u.test(step));
