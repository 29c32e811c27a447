import { createHmac, randomBytes } from "node:crypto";
import { fromBase64, toBase64Url } from "../platform/crypto/base64url.ts";
import type { KeyRing } from "../platform/crypto/key-ring.ts";
import { AppError } from "../platform/errors.ts";
import { MINUTE } from "../platform/time.ts";
import { PlainConversations } from "./plain-conversations.ts";

const NAME = "chats";
const KEY_BYTES = 32;

/** Chats that have a name by a name key: whoever wrote within a month stands in the loss ledger, active or not. */
const NAMED_CHATS = `EXISTS (
  SELECT 1 FROM (
    SELECT id FROM active_conversations
    UNION ALL SELECT conversation FROM ledger_days WHERE conversation <> ''
    UNION ALL SELECT conversation FROM parked_messages
  ) WHERE id NOT IN (SELECT id FROM plain_conversations))`;

/** The place that the name key is bound to; a change of keys seals it anew there. */
export const nameKeyPlace = (name: string): string => `name_keys/key/${name}`;

/**
 * The names under which chats are stored: HMAC-SHA-256 under the name key of what would name them openly. Nobody without
 * the ring can tell from a name whose chat it is, or try ids until one fits. The key is read once an isolate; while it
 * is known, the ledger may be down.
 */
export class ChatNames {
  readonly #db: D1Database;
  readonly #ring: KeyRing;
  readonly #plain: PlainConversations;
  readonly #now: () => number;
  // Values only: what one request waits for is of no use to another.
  #key: Uint8Array<ArrayBuffer> | undefined;
  #listed: { readonly ids: ReadonlySet<string>; readonly at: number } | undefined;

  constructor(db: D1Database, ring: KeyRing, now: () => number = Date.now) {
    this.#db = db;
    this.#ring = ring;
    this.#plain = new PlainConversations(db);
    this.#now = now;
  }

  /** @param plainId the object id that the chat would have, or had, under an open name */
  async nameOf(plainId: string): Promise<string> {
    this.#key ??= await this.#readKey();
    return toBase64Url(new Uint8Array(createHmac("sha256", this.#key).update(plainId).digest()));
  }

  /**
   * True where rows of this chat are still stored under its open name. The list is asked again each minute, as another
   * server without keys may still add to it; a name that isn't on it is never touched.
   */
  async isPlain(plainId: string): Promise<boolean> {
    const ids = await this.#list();
    return ids.has(plainId) && (await this.#plain.has(plainId));
  }

  async #list(): Promise<ReadonlySet<string>> {
    const now = this.#now();
    const known = this.#listed;
    if (known !== undefined && now - known.at < MINUTE) return known.ids;
    try {
      const ids = await this.#plain.all();
      this.#listed = { ids, at: now };
      return ids;
    } catch (error) {
      if (known === undefined) throw error;
      this.#listed = { ids: known.ids, at: now };
      return known.ids;
    }
  }

  /** True where no chat can be found: the name key is gone though chats have names by it, or no key of the ring opens it. */
  async isLost(): Promise<boolean> {
    const sealed = await this.#stored();
    if (sealed === undefined)
      return (await this.#db.prepare(`SELECT ${NAMED_CHATS} AS named`).first("named")) !== 0;
    try {
      this.#ring.openNow(sealed, nameKeyPlace(NAME));
      return false;
    } catch {
      return true;
    }
  }

  /** @throws AppError "name_key_lost" where chats are stored under names whose key is gone: a new one would hide them */
  async #readKey(): Promise<Uint8Array<ArrayBuffer>> {
    const sealed = (await this.#stored()) ?? (await this.#make());
    const bytes = fromBase64(this.#ring.openNow(sealed, nameKeyPlace(NAME)));
    if (bytes?.length !== KEY_BYTES) throw new AppError("name_key_lost", "The name key is unreadable.");
    return bytes;
  }

  async #stored(): Promise<string | undefined> {
    const row = await this.#db
      .prepare("SELECT key_sealed FROM name_keys WHERE name = ?")
      .bind(NAME)
      .first<{ key_sealed: string }>();
    return row?.key_sealed;
  }

  /** Where two isolates make one, the first to write wins and both use it. */
  async #make(): Promise<string> {
    const key = toBase64Url(new Uint8Array(randomBytes(KEY_BYTES)));
    await this.#db
      .prepare(`INSERT OR IGNORE INTO name_keys (name, key_sealed) SELECT ?, ? WHERE NOT ${NAMED_CHATS}`)
      .bind(NAME, this.#ring.sealNow(key, nameKeyPlace(NAME)))
      .run();
    const sealed = await this.#stored();
    if (sealed === undefined)
      throw new AppError("name_key_lost", "Chats have names whose key is gone: restore the ledger.");
    return sealed;
  }
}
