import type { Inbound, Media } from "../../../messaging/inbound.ts";
import type { Download, KeptFile } from "../../../messaging/media.ts";
import { crashPoint } from "../../../platform/crash-points.ts";
import type { KeyRing } from "../../../platform/crypto/key-ring.ts";
import { errorCode } from "../../../platform/errors.ts";
import { logEvent } from "../../../platform/log.ts";
import { type Cleaned, cleanFile } from "../../../platform/media/clean/clean.ts";
import { contentTypeOf } from "../../../platform/media/sniff.ts";
import { MemoryRoom } from "../../../platform/memory-room.ts";
import { SECOND } from "../../../platform/time.ts";
import { FILE_LIMITS, type LostMedia, type ReportMedia } from "../report.ts";
import { MEGABYTE, type Sender } from "./day-limits.ts";
import type { FileOwner } from "./day-use.ts";
import { MediaRows } from "./media-rows.ts";
import { readObject, writeObject } from "./sealed-objects.ts";
import { type Compared, compareStore } from "./store-sweep.ts";

const MAX_FILE = FILE_LIMITS.megabytes * MEGABYTE;

/** A file up to this size is a photo of a phone: it needn't wait behind videos. */
const SMALL_FILE = 3 * MEGABYTE;

/**
 * A file is in memory as a whole while it is cleaned, so at most one large one and two small ones are at once in an
 * isolate: 26 MB. A place is freed at the latest after twice the time of a turn.
 */
const LARGE_ROOM = new MemoryRoom(1, MAX_FILE, 40 * SECOND);
const SMALL_ROOM = new MemoryRoom(2, SMALL_FILE, 40 * SECOND);

/** The fetching of a message's last file begins so long after the first one's at the latest: a turn has twenty seconds. */
const BEGUN_WITHIN = 9 * SECOND;

/** How many marked files are deleted in one run of cron. */
const DELETED_AT_ONCE = 500;

export interface MediaStoreOptions {
  readonly bucket: R2Bucket;
  /** The rows of the files. */
  readonly db: D1Database;
  readonly ring: KeyRing;
  readonly download: Download;
  /** Removes what a file tells of its maker; another one only in tests. */
  readonly clean?: (bytes: Uint8Array<ArrayBuffer>) => Cleaned;
}

/** What a message's files became. */
export interface KeptFiles {
  readonly media: readonly ReportMedia[];
  readonly lost: readonly LostMedia[];
}

export interface KeepRequest {
  readonly by: Sender;
  /** Milliseconds since the epoch. */
  readonly now: number;
  /** How many more files are taken; the others aren't fetched. */
  readonly room?: number;
}

const NO_FILES: KeptFiles = { media: [], lost: [] };

/**
 * The files of reports: fetched at once, rebuilt without what tells of their maker where that can be done, stored sealed
 * in frames. Each has its row before it is fetched, so that nothing is stored that nobody answers for.
 */
export class MediaStore {
  readonly #bucket: R2Bucket;
  readonly #rows: MediaRows;
  readonly #ring: KeyRing;
  readonly #download: Download;
  readonly #clean: (bytes: Uint8Array<ArrayBuffer>) => Cleaned;

  constructor({ bucket, db, ring, download, clean = cleanFile }: MediaStoreOptions) {
    this.#bucket = bucket;
    this.#rows = new MediaRows(db, ring);
    this.#ring = ring;
    this.#download = download;
    this.#clean = clean;
  }

  /**
   * Stores the files of a message, one after the other; returns the stored ones and the lost ones. Never throws: where one
   * can't be had, the person is told and the report goes on.
   * @example const { media, lost } = await store.keepAll(inbound, { by: "citizen", now }); // both empty for words
   */
  async keepAll(
    inbound: Inbound,
    { by, now, room = Number.POSITIVE_INFINITY }: KeepRequest,
  ): Promise<KeptFiles> {
    const { channel, chat, key, content } = inbound;
    if (content.kind !== "media") return NO_FILES;
    const begun = Date.now();
    const media: ReportMedia[] = [];
    const lost: LostMedia[] = [];
    for (const [i, file] of content.media.entries()) {
      const patience = begun + BEGUN_WITHIN - Date.now();
      const outcome =
        media.length >= room
          ? "too_many"
          : patience <= 0
            ? "busy"
            : await this.#keep({ channel, chat }, file, `${chat}:${key}:${i}`, { by, now, patience });
      if (typeof outcome === "string") lost.push({ kind: file.kind, why: outcome });
      else media.push(outcome);
    }
    return { media, lost };
  }

  /**
   * Stores a file that we made ourselves, for the chat that asked; it goes after a day.
   * @returns null where it can't be stored now
   */
  async keepMade(
    { channel, chat, key: message }: Pick<Inbound, "channel" | "chat" | "key">,
    bytes: Uint8Array<ArrayBuffer>,
    contentType: string,
    now: number,
  ): Promise<ReportMedia | null> {
    const key = await this.#ring.lookupHash(`made:${chat}:${message}`);
    const place = { key, owner: { channel, chat }, by: "handlers", bytes: bytes.length } as const;
    if ((await this.#rows.reserve(place, now)) !== null) return null;
    await writeObject(this.#bucket, this.#ring, key, bytes, contentType);
    return { key, kind: "file", bytes: bytes.length, contentType };
  }

  /** An open report goes on: its files stay as long as it does. */
  async hold(files: readonly Pick<ReportMedia, "key">[], now: number): Promise<void> {
    await this.#rows.hold(
      files.map(({ key }) => key),
      now,
    );
  }

  /** Deletes files that were given up before they belonged to a case. A case's files aren't touched. */
  async drop(files: readonly Pick<ReportMedia, "key">[], now: number): Promise<void> {
    const keys = files.map(({ key }) => key);
    await this.#rows.doom(keys, now);
    await this.#delete(await this.#rows.doomedAmong(keys));
  }

  /** Deletes everything that this chat sent and that belongs to no case. */
  async dropAllOf(owner: FileOwner, now: number): Promise<void> {
    await this.#rows.doomAllOf(owner, now);
    await this.#delete(await this.#rows.doomed(DELETED_AT_ONCE));
  }

  /** A stored file; null where it was deleted. @throws SealError where it can't be decrypted */
  async read(key: string): Promise<KeptFile | null> {
    return readObject(this.#bucket, this.#ring, key);
  }

  /** The full name of a case's file, by how it begins; null where the case has none. */
  async nameIn(code: string, beginning: string): Promise<string | null> {
    return this.#rows.ofCase(code, beginning);
  }

  /**
   * For cron: deletes what was erased, given up or taken by nobody in time, then compares a part of the store with the
   * rows, both ways. Can be repeated.
   * @param after where the last comparing ended
   */
  async sweep(now: number, after: string): Promise<Compared> {
    await this.#rows.expire(now);
    await this.#delete(await this.#rows.doomed(DELETED_AT_ONCE));
    return compareStore(this.#bucket, this.#rows, now, after);
  }

  async #keep(
    owner: FileOwner,
    file: Media,
    origin: string,
    { by, now, patience }: { readonly by: Sender; readonly now: number; readonly patience: number },
  ): Promise<ReportMedia | LostMedia["why"]> {
    const { kind, bytes = 0 } = file;
    if (bytes > MAX_FILE) return "too_large";
    try {
      // Chat and message: the same file of the same message gets the same name, also when its turn is repeated.
      const key = await this.#ring.lookupHash(`media:${origin}`);
      const full = await this.#rows.reserve({ key, owner, by, bytes }, now);
      if (full !== null) return full;
      try {
        const kept = await this.#store(owner, file, key, patience);
        await this.#rows.count(owner, kept.bytes - bytes, now);
        return kept;
      } catch (error) {
        await this.drop([{ key }], now);
        throw error;
      }
    } catch (error) {
      const code = errorCode(error);
      logEvent("media_not_kept", { channel: owner.channel, kind, code });
      return code === "too_large" || code === "not_allowed" || code === "busy" ? code : "not_fetched";
    }
  }

  async #store({ channel }: FileOwner, file: Media, key: string, patience: number): Promise<ReportMedia> {
    const within = async (memory: Uint8Array<ArrayBuffer>): Promise<ReportMedia> => {
      const whole = await this.#download(channel, file, memory);
      const { bytes, contentType, isClean } = this.#cleaned(whole);
      crashPoint("before_media");
      await writeObject(this.#bucket, this.#ring, key, bytes, contentType);
      crashPoint("media_put");
      return {
        key,
        kind: file.kind,
        bytes: bytes.length,
        contentType,
        ...(isClean && { clean: true as const }),
      };
    };
    const { bytes: declared = 0 } = file;
    if (declared <= SMALL_FILE)
      try {
        return await SMALL_ROOM.use(patience, within);
      } catch (error) {
        if (errorCode(error) !== "too_large") throw error;
        // Zalo says no size: most of its photos are small.
      }
    return LARGE_ROOM.use(patience, within);
  }

  /** Whatever goes wrong in cleaning, the file counts as one that can't be cleaned. */
  #cleaned(whole: Uint8Array<ArrayBuffer>): {
    readonly bytes: Uint8Array<ArrayBuffer>;
    readonly contentType: string;
    readonly isClean: boolean;
  } {
    try {
      const cleaned = this.#clean(whole);
      const { contentType } = cleaned;
      return cleaned.kind === "clean"
        ? { bytes: cleaned.bytes, contentType, isClean: true }
        : { bytes: whole, contentType, isClean: false };
    } catch (error) {
      logEvent("media_not_cleaned", { code: errorCode(error) });
      return { bytes: whole, contentType: contentTypeOf(whole), isClean: false };
    }
  }

  /** First from the store, then the rows: a death in between repeats it. */
  async #delete(keys: readonly string[]): Promise<void> {
    if (keys.length === 0) return;
    await this.#bucket.delete([...keys]);
    await this.#rows.close(keys);
  }
}
