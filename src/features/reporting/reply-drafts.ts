import { z } from "zod";
import { Media } from "../../messaging/inbound.ts";
import type { KeyRing } from "../../platform/crypto/key-ring.ts";
import { errorCode } from "../../platform/errors.ts";
import { logEvent } from "../../platform/log.ts";
import { KEPT_FOR } from "../../platform/retention.ts";
import { DAY, toMinute } from "../../platform/time.ts";
import { changesOf } from "./book/book-context.ts";

const Content = z.object({
  text: z.string(),
  /** Files as Telegram names them: nothing is fetched or stored before the tap that sends. */
  files: z.array(z.object({ key: z.string(), media: Media.readonly() }).readonly()).readonly(),
});
export type DraftContent = Readonly<z.infer<typeof Content>>;

/** A handler's message to a reporter that waits for the tap that sends it. */
export interface ReplyDraft {
  readonly id: string;
  readonly code: string;
  /** The Telegram id of who wrote it. */
  readonly author: string;
  readonly version: number;
  readonly content: DraftContent;
}

/** What can be done with a draft: nothing where it is settled, too old or unknown. */
export type DraftState = ReplyDraft | "sent" | "dropped" | "expired";

interface Row {
  readonly code: string;
  readonly author: string;
  readonly content_sealed: string;
  readonly version: number;
  readonly expires_at: number;
  readonly settled: "sent" | "dropped" | null;
}

/** Messages to reporters before they are sent, sealed in D1: they outlive a restart, and no backup tells their words. */
export class ReplyDrafts {
  readonly #db: D1Database;
  readonly #ring: KeyRing;

  constructor(db: D1Database, ring: KeyRing) {
    this.#db = db;
    this.#ring = ring;
  }

  /** Stores a draft. @param key the handler's message, unique over all chats: a repeated turn stores nothing new */
  async add(
    draft: Pick<ReplyDraft, "code" | "author" | "content"> & { readonly key: string; readonly at: number },
  ): Promise<ReplyDraft> {
    const { code, author, content, key, at } = draft;
    const id = (await this.#ring.lookupHash(`duty-reply:${key}`)).slice(0, 16);
    await this.#db
      .prepare(
        "INSERT OR IGNORE INTO duty_replies (id, code, author, content_sealed, expires_at) VALUES (?, ?, ?, ?, ?)",
      )
      .bind(id, code, author, await this.#seal(id, content), toMinute(at) + KEPT_FOR.unsentReply)
      .run();
    return { id, code, author, content, version: 1 };
  }

  async read(id: string, now: number): Promise<DraftState> {
    const row = await this.#db.prepare("SELECT * FROM duty_replies WHERE id = ?").bind(id).first<Row>();
    if (row === null) return "expired";
    if (row.settled !== null) return row.settled;
    if (row.expires_at <= now) return "expired";
    const content = await this.#open(id, row.content_sealed);
    const { code, author, version } = row;
    return content === null ? "expired" : { id, code, author, version, content };
  }

  /** Adds a file, such as the next photo of an album; null where the draft can't be changed any more. */
  async addFile(id: string, file: DraftContent["files"][number], now: number): Promise<ReplyDraft | null> {
    const draft = await this.read(id, now);
    if (typeof draft === "string") return null;
    const { content, version } = draft;
    if (content.files.some(({ key }) => key === file.key)) return draft;
    const longer = { ...content, files: [...content.files, file] };
    const result = await this.#db
      .prepare(
        "UPDATE duty_replies SET content_sealed = ?, version = version + 1 WHERE id = ? AND version = ? AND settled IS NULL",
      )
      .bind(await this.#seal(id, longer), id, version)
      .run();
    return changesOf(result) === 0 ? null : { ...draft, content: longer, version: version + 1 };
  }

  /** It was sent or dropped: its words go. The first one counts. */
  async settle(id: string, how: "sent" | "dropped"): Promise<void> {
    await this.#db
      .prepare("UPDATE duty_replies SET settled = ?, content_sealed = '' WHERE id = ? AND settled IS NULL")
      .bind(how, id)
      .run();
  }

  /** Empties drafts that are too old, and forgets them a day later. */
  async sweep(now: number): Promise<void> {
    await this.#db.batch([
      this.#db.prepare("UPDATE duty_replies SET content_sealed = '' WHERE expires_at <= ?").bind(now),
      this.#db.prepare("DELETE FROM duty_replies WHERE expires_at <= ?").bind(now - DAY),
    ]);
  }

  #seal(id: string, content: DraftContent): Promise<string> {
    return this.#ring.seal(JSON.stringify(content), binding(id));
  }

  async #open(id: string, sealed: string): Promise<DraftContent | null> {
    try {
      return Content.parse(JSON.parse(await this.#ring.open(sealed, binding(id))));
    } catch (error) {
      logEvent("duty_reply_unreadable", { code: errorCode(error) });
      return null;
    }
  }
}

const binding = (id: string): string => `duty_replies/content/${id}`;
