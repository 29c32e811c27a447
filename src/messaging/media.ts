import type { ChannelName, Media } from "./inbound.ts";

/** A stored file: its bytes and their type. */
export interface KeptFile {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly contentType: string;
}

/** Reads a stored file by its name; null where it is gone. A parameter: channels don't know the store. */
export type ReadMedia = (key: string) => Promise<KeptFile | null>;

/** Fetches a file from its messenger. @throws AppError "too_large", "not_fetched" or "not_allowed" */
export type Download = (
  channel: ChannelName,
  media: Media,
  maxBytes: number,
) => Promise<Uint8Array<ArrayBuffer>>;
