import type { ChannelName, Media } from "./inbound.ts";

/** A file as it was kept: its bytes and what they are. */
export interface KeptFile {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly contentType: string;
}

/** Reads a kept file by its name; null where it is gone. Handed in, so that channels know no store. */
export type ReadMedia = (key: string) => Promise<KeptFile | null>;

/** Fetches a file from the messenger it came by. @throws AppError "too_large", "not_fetched" or "not_allowed" */
export type Download = (
  channel: ChannelName,
  media: Media,
  maxBytes: number,
) => Promise<Uint8Array<ArrayBuffer>>;
