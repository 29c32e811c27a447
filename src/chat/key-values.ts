/** What a chat stores besides messages; each kind has its own keys. */
export type Kind =
  /** The session, the day last seen, the pause, the question asked …: one of each. */
  | "meta"
  /** Messages from other chats, each stored once. */
  | "delivery"
  /** Our messages about a report (message → code), so that a reply to one is understood. */
  | "about"
  /** Our message in a slot. */
  | "slot"
  /** A report's forum topic (code → thread); empty where the group has none. */
  | "topic"
  /** Our messages that are to be deleted (message → when). */
  | "expiry";

/** Small values of one chat. Synchronous, like everything in its storage. */
export class KeyValues {
  readonly #sql: SqlStorage;

  constructor(sql: SqlStorage) {
    this.#sql = sql;
  }

  read(kind: Kind, key: string): string | null {
    const row = this.#sql
      .exec<{ value: string }>("SELECT value FROM notes WHERE kind = ? AND key = ?", kind, key)
      .toArray()[0];
    return row?.value ?? null;
  }

  write(kind: Kind, key: string, value: string): void {
    this.#sql.exec(
      `INSERT INTO notes (kind, key, value, at) VALUES (?, ?, ?, 0)
       ON CONFLICT (kind, key) DO UPDATE SET value = excluded.value`,
      kind,
      key,
      value,
    );
  }

  /** Writes only a new value; false where it existed. */
  add(kind: Kind, key: string, at: number): boolean {
    return (
      this.#sql
        .exec(
          "INSERT OR IGNORE INTO notes (kind, key, value, at) VALUES (?, ?, '', ?) RETURNING key",
          kind,
          key,
          at,
        )
        .toArray().length > 0
    );
  }

  entries(kind: Kind): readonly { readonly key: string; readonly value: string }[] {
    return this.#sql
      .exec<{ key: string; value: string }>("SELECT key, value FROM notes WHERE kind = ? ORDER BY key", kind)
      .toArray();
  }

  forget(kind: Kind, key: string): void {
    this.#sql.exec("DELETE FROM notes WHERE kind = ? AND key = ?", kind, key);
  }

  forgetAll(...kinds: readonly Kind[]): void {
    for (const kind of kinds) this.#sql.exec("DELETE FROM notes WHERE kind = ?", kind);
  }

  forgetBefore(kind: Kind, at: number): void {
    this.#sql.exec("DELETE FROM notes WHERE kind = ? AND at < ?", kind, at);
  }
}
