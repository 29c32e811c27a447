import type { Media } from "../../messaging/inbound.ts";
import { sha256 } from "../../platform/digest.ts";
import { AppError } from "../../platform/errors.ts";
import { MINUTE } from "../../platform/time.ts";

/** How long a preview of what an official sent waits for its confirmation, in milliseconds. */
export const DRAFT_LIFE = 30 * MINUTE;

/** The name of a preview in buttons. */
export const DRAFT_ID = /^[0-9a-f]{16}$/u;

/** Fetches a file from its messenger. @throws AppError */
export type DownloadFile = (media: Media, into: Uint8Array<ArrayBuffer>) => Promise<Uint8Array<ArrayBuffer>>;

/** The bytes of a file that an official sent, or why there are none. @param most the largest size, in bytes */
export async function fetchSent(
  download: DownloadFile,
  file: Media,
  most: number,
): Promise<Uint8Array<ArrayBuffer> | "too_large" | "not_fetched"> {
  if (file.bytes !== undefined && file.bytes > most) return "too_large";
  return download(file, new Uint8Array(file.bytes ?? most)).catch((error: unknown) =>
    error instanceof AppError && error.code === "too_large" ? "too_large" : "not_fetched",
  );
}

/** The file's name as it may be shown. */
export const nameOf = ({ name = "tệp" }: Media): string =>
  name.replace(/[^\p{L}\p{M}\p{N} ._-]/gu, "_").slice(0, 60);

/** Equal for a repeated turn, so that its preview is the same draft. */
export const draftId = async (by: string, key: string): Promise<string> =>
  (await sha256(new TextEncoder().encode(`${by}:${key}`))).slice(0, 16);
