import type { ChannelName, Media } from "./inbound.ts";

/** A stored file. It may be large: it is read in parts, so that only one part is in memory. */
export interface KeptFile {
  readonly contentType: string;
  /** Its length in bytes. */
  readonly size: number;
  /** The parts of its bytes, in order. Each call reads from the beginning. */
  readonly open: () => AsyncIterable<Uint8Array<ArrayBuffer>>;
}

/** All bytes of a small file. */
export async function bytesOf({ size, open }: KeptFile): Promise<Uint8Array<ArrayBuffer>> {
  const bytes = new Uint8Array(size);
  let at = 0;
  for await (const part of open()) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}

/** Reads a stored file by its name; null where it is gone. A parameter: channels don't know the store. */
export type ReadMedia = (key: string) => Promise<KeptFile | null>;

/**
 * Fetches a file from its messenger into memory that is there already.
 * @returns its bytes, a view of `into`
 * @throws AppError "too_large" where `into` is too short, "not_fetched" or "not_allowed"
 */
export type Download = (
  channel: ChannelName,
  media: Media,
  into: Uint8Array<ArrayBuffer>,
) => Promise<Uint8Array<ArrayBuffer>>;
