import { localDay } from "../../../language/dates.ts";
import type { ChannelName } from "../../../messaging/inbound.ts";
import type { KeyRing } from "../../../platform/crypto/key-ring.ts";
import { DAY_LIMITS, MEGABYTE, type Sender } from "./day-limits.ts";

/** The chat that a file came from. */
export interface FileOwner {
  readonly channel: ChannelName;
  readonly chat: string;
}

/** Why there is no place for a file today: this chat sent too much, or everybody together did. */
export type NoPlace = "day_full" | "all_full";

/** Whose count, on which day. */
interface UseOf {
  readonly day: string;
  readonly sender: string;
}

const EVERYONE = "";

/** SQL that is true while a further file fits into the day; its values are those of `DayUse.limits`. */
export const FITS = `NOT EXISTS (SELECT 1 FROM report_media_use WHERE day = ?1 AND (
  (sender_hash = ?2 AND (files >= ?4 OR bytes + ?3 > ?5)) OR
  (sender_hash = '${EVERYONE}' AND (files >= ?6 OR bytes + ?3 > ?7))))`;

/** How much was sent today, by each chat and by everyone. The names of the chats are other hashes every day. */
export class DayUse {
  readonly #db: D1Database;
  readonly #ring: KeyRing;

  constructor(db: D1Database, ring: KeyRing) {
    this.#db = db;
    this.#ring = ring;
  }

  async of({ channel, chat }: FileOwner, now: number): Promise<UseOf> {
    const day = localDay(now);
    return { day, sender: await this.#ring.lookupHash(`media-sender:${day}:${channel}:${chat}`) };
  }

  limits(
    { day, sender }: UseOf,
    { by, bytes }: { readonly by: Sender; readonly bytes: number },
  ): readonly (string | number)[] {
    const [own, all] = [DAY_LIMITS[by], DAY_LIMITS.everyone];
    return [day, sender, bytes, own.files, own.megabytes * MEGABYTE, all.files, all.megabytes * MEGABYTE];
  }

  /**
   * The statement that counts a file.
   * @param condition SQL that must be true
   */
  added(
    { day, sender }: UseOf,
    { files, bytes }: { readonly files: number; readonly bytes: number },
    condition: string,
  ): D1PreparedStatement {
    return this.#db
      .prepare(
        `INSERT INTO report_media_use (day, sender_hash, files, bytes)
         SELECT ?1, column1, ?3, ?4 FROM (VALUES (?2), ('${EVERYONE}')) WHERE ${condition}
         ON CONFLICT (day, sender_hash) DO UPDATE SET files = files + excluded.files, bytes = bytes + excluded.bytes`,
      )
      .bind(day, sender, files, bytes);
  }

  /** The statement that deletes the counts of past days. */
  forgotten(now: number): D1PreparedStatement {
    return this.#db.prepare("DELETE FROM report_media_use WHERE day < ?").bind(localDay(now));
  }

  async whatIsFull({ day }: UseOf, more: number): Promise<NoPlace> {
    const { files, bytes } = await usedByAll(this.#db, day);
    const { everyone } = DAY_LIMITS;
    return files >= everyone.files || bytes + more > everyone.megabytes * MEGABYTE ? "all_full" : "day_full";
  }
}

/** How much of the day's limit for everyone is used: 1 is all of it. */
export async function usedShare(db: D1Database, now: number): Promise<number> {
  const { files, bytes } = await usedByAll(db, localDay(now));
  const { everyone } = DAY_LIMITS;
  return Math.max(files / everyone.files, bytes / (everyone.megabytes * MEGABYTE));
}

async function usedByAll(
  db: D1Database,
  day: string,
): Promise<{ readonly files: number; readonly bytes: number }> {
  const row = await db
    .prepare("SELECT files, bytes FROM report_media_use WHERE day = ? AND sender_hash = ?")
    .bind(day, EVERYONE)
    .first<{ files: number; bytes: number }>();
  return row ?? { files: 0, bytes: 0 };
}
