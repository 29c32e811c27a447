/** The list of chats that are stored under a name that can be guessed from an account (migrations/ledger/0060). */
export class PlainConversations {
  readonly #db: D1Database;

  constructor(db: D1Database) {
    this.#db = db;
  }

  async has(id: string): Promise<boolean> {
    const row = await this.#db
      .prepare("SELECT 1 AS n FROM plain_conversations WHERE id = ?")
      .bind(id)
      .first();
    return row !== null;
  }

  async all(): Promise<ReadonlySet<string>> {
    return new Set(await this.some(-1));
  }

  /** @param limit the most of them; -1 for all */
  async some(limit: number): Promise<readonly string[]> {
    const { results } = await this.#db
      .prepare("SELECT id FROM plain_conversations LIMIT ?")
      .bind(limit)
      .all<{ id: string }>();
    return results.map(({ id }) => id);
  }

  async add(ids: readonly string[]): Promise<void> {
    await this.#db
      .prepare("INSERT OR IGNORE INTO plain_conversations (id) SELECT value FROM json_each(?)")
      .bind(JSON.stringify(ids))
      .run();
  }

  /**
   * The chat's rows are stored under its new name: what the operator's book has of it goes along, so that the loss
   * ledger adds up. Can be repeated.
   * @param grown by how much the numbers of its messages and parts grew there
   */
  async moved(
    from: string,
    to: string,
    grown: { readonly messages: number; readonly parts: number },
  ): Promise<void> {
    const db = this.#db;
    await db.batch([
      // Where the new name has a line of that day, its next count is of both.
      db
        .prepare(`UPDATE OR REPLACE ledger_days SET conversation = ?2 WHERE conversation = ?1`)
        .bind(from, to),
      db
        .prepare(
          `UPDATE parked_messages SET conversation = ?2, message = substr(message, 1, instr(message, '-'))
             || CAST(substr(message, instr(message, '-') + 1) + iif(message LIKE 'in-%', ?3, ?4) AS INTEGER)
           WHERE conversation = ?1`,
        )
        .bind(from, to, grown.messages, grown.parts),
      db.prepare("DELETE FROM active_conversations WHERE id = ?").bind(from),
    ]);
  }

  /** Nothing is stored under this name any more. */
  async emptied(id: string): Promise<void> {
    await this.#db.prepare("DELETE FROM plain_conversations WHERE id = ?").bind(id).run();
  }
}
