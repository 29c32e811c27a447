import type { ChannelName, Inbound, Media } from "../../messaging/inbound.ts";
import type { Download, KeptFile } from "../../messaging/media.ts";
import { crashPoint } from "../../platform/crash-points.ts";
import type { KeyRing } from "../../platform/crypto/key-ring.ts";
import { errorCode } from "../../platform/errors.ts";
import { logEvent } from "../../platform/log.ts";
import { withoutJpegMetadata } from "../../platform/media/jpeg.ts";
import { contentTypeOf } from "../../platform/media/sniff.ts";
import { FILE_LIMITS, type LostMedia, type ReportMedia } from "./report.ts";

const MAX_FILE = FILE_LIMITS.megabytes * 1024 * 1024;

export type KeepOutcome =
  | { readonly kept: ReportMedia; readonly lost?: never }
  | { readonly lost: LostMedia; readonly kept?: never };

/** The files of reports: fetched at once and stored encrypted. A well-formed JPEG loses its metadata, other files nothing. */
export class MediaStore {
  readonly #bucket: R2Bucket;
  readonly #ring: KeyRing;
  readonly #download: Download;

  constructor(bucket: R2Bucket, ring: KeyRing, download: Download) {
    this.#bucket = bucket;
    this.#ring = ring;
    this.#download = download;
  }

  /**
   * Stores a file that a person sent. Never throws: where it can't be had, the citizen is told and the report goes on.
   * @param origin chat and message: the same file of the same message gets the same key
   */
  async keep(channel: ChannelName, media: Media, origin: string): Promise<KeepOutcome> {
    const { kind } = media;
    if (media.bytes !== undefined && media.bytes > MAX_FILE) return { lost: { kind, why: "too_large" } };
    try {
      const bytes = withoutJpegMetadata(await this.#download(channel, media, MAX_FILE));
      const key = await this.#ring.lookupHash(`media:${origin}`);
      const contentType = contentTypeOf(bytes);
      const sealed = await this.#ring.sealBytes(bytes, binding(key));
      crashPoint("before_media");
      await this.#bucket.put(key, sealed, { customMetadata: { contentType } });
      crashPoint("media_put");
      return { kept: { key, kind, bytes: bytes.length, contentType } };
    } catch (error) {
      const code = errorCode(error);
      logEvent("media_not_kept", { channel, kind, code });
      return { lost: { kind, why: code === "too_large" || code === "not_allowed" ? code : "not_fetched" } };
    }
  }

  /**
   * Stores the files of a message, in order; returns the stored ones and the lost ones.
   * @example const { media, lost } = await store.keepAll(inbound); // { media: [], lost: [] } for a text message
   */
  async keepAll({
    channel,
    chat,
    key,
    content,
  }: Inbound): Promise<{ readonly media: readonly ReportMedia[]; readonly lost: readonly LostMedia[] }> {
    const files = content.kind === "media" ? content.media : [];
    const outcomes = await Promise.all(
      files.map((file, i) => this.keep(channel, file, `${chat}:${key}:${i}`)),
    );
    return {
      media: outcomes.flatMap(({ kept }) => (kept === undefined ? [] : [kept])),
      lost: outcomes.flatMap(({ lost }) => (lost === undefined ? [] : [lost])),
    };
  }

  /** A stored file; null where it was deleted. @throws SealError where it can't be decrypted */
  async read(key: string): Promise<KeptFile | null> {
    const object = await this.#bucket.get(key);
    if (object === null) return null;
    const bytes = await this.#ring.openBytes(new Uint8Array(await object.arrayBuffer()), binding(key));
    return {
      contentType: object.customMetadata?.contentType ?? contentTypeOf(bytes),
      size: bytes.length,
      open: async function* () {
        yield bytes;
      },
    };
  }

  async delete(keys: readonly string[]): Promise<void> {
    if (keys.length > 0) await this.#bucket.delete([...keys]);
  }
}

const binding = (key: string): string => `media/${key}`;
